// Ids that stand for a person or a participation without saying who.
import { idSchema } from '@finsam/kernel';

// A day, or a day plus sixty (samordningsnummer), and four digits: what the state knows a person by. It must stand
// between other signs than letters and digits, or a hash could hold it by chance.
const IDENTITY_NUMBER =
  /(?<![a-z0-9])(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])-?\d{4}(?![a-z0-9])/;

/** An opaque id. A number that the state knows a person by has the same form; it is refused: events are for ever. */
export const pseudonymSchema = idSchema.refine((id) => !IDENTITY_NUMBER.test(id), {
  error: 'ser ut som ett person- eller samordningsnummer: ange ett id utan betydelse',
});
