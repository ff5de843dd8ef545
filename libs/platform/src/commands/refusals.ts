// How commands are refused before or beside their decider.
import { refusals } from '@finsam/kernel';

export const refuse = refusals({
  'command/unknown': { status: 404, text: 'Det finns inget kommando som heter {type}.' },
  'command/id-reused': {
    status: 422,
    text: 'Samma Idempotency-Key har redan använts för något annat. Skicka om med en ny nyckel.',
  },
  'command/stale-revision': {
    status: 412,
    text: 'Uppgiften har ändrats sedan du läste den (version {current}, du hade {expected}). Läs om och försök igen.',
  },
  'command/contended': { status: 409, text: 'Många ändrar samma uppgift just nu. Försök igen om en stund.' },
});
