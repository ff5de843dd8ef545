// Stored for ever: add, never rename or re-mean.
import { decisionRefSchema, defineEvent, type EventsOf } from '@finsam/kernel';
import { z } from 'zod';
import { layoutSchema } from './layout';

export const LayoutAdopted = defineEvent(
  'LayoutAdopted',
  1,
  z
    .strictObject({ layout: layoutSchema, decision: decisionRefSchema })
    .describe(
      'The association decided how one of its statements looks from now on: its rows, columns, unit and signs.',
    ),
);

export const layoutEvents = [LayoutAdopted] as const;

export type LayoutEvent = EventsOf<typeof layoutEvents>;
