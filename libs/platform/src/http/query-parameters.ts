// Numbers in an address or a query string: text that must be what it says, with an error in Swedish where it is not.
import { yearSchema } from '@finsam/kernel';
import { z } from 'zod';

/** Digits only: `Number` would also read an empty text, 0x10 and 1e3. Both limits included. */
export const countParameter = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: 'är inget antal' })
    .transform(Number)
    .pipe(z.number().min(least).max(most));

/** A page of a long list: so many are passed over, and so many are told. */
export const pageParameters = (most: number, usual: number) => ({
  after: countParameter(0, 100_000_000).default(0),
  limit: countParameter(1, most).default(usual),
});

/** A year as it stands in an address: four digits. */
export const yearParameter = z
  .string()
  .regex(/^\d{4}$/, { error: 'är inget årtal' })
  .transform(Number)
  .pipe(yearSchema);
