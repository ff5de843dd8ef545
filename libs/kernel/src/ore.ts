// Money. One integer type, so that no sum can ever depend on how a float was rounded.
import { z } from 'zod';

/** An amount in whole öre (1 krona = 100 öre). Signed as in SIE: debit positive, credit negative. */
export type Ore = number & z.$brand<'Ore'>;

/** Largest amount that one field may carry: 10^13 öre, a hundred thousand million kronor. */
export const ORE_LIMIT = 10_000_000_000_000;

/** An integer amount in öre as it may arrive from outside; strings and fractions are refused. */
export const oreSchema = z.number().int().min(-ORE_LIMIT).max(ORE_LIMIT).brand<'Ore'>();

/** As `oreSchema`, but greater than zero: for amounts whose direction the command already says. */
export const positiveOreSchema = z.number().int().positive().max(ORE_LIMIT).brand<'Ore'>();

/** Marks a number as öre. Throws `RangeError` if it is not a safe integer: that is our bug, never a user's. */
export function ore(amount: number): Ore {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of öre: ${amount}`);
  // `-0` and `0` are one amount; keep the one that prints and compares plainly.
  return (amount === 0 ? 0 : amount) as Ore;
}

export const ZERO = ore(0);

export function addOre(a: Ore, b: Ore): Ore {
  return ore(a + b);
}

export function negateOre(a: Ore): Ore {
  return ore(-a);
}

/** Adds to what the map has under the key; 0 where it has nothing. */
export function addTo<Key>(sums: Map<Key, Ore>, key: Key, amount: Ore): void {
  sums.set(key, addOre(sums.get(key) ?? ZERO, amount));
}

/** Sum of any number of amounts; 0 for none. Throws `RangeError` before a sum could lose an öre. */
export function sumOre(amounts: Iterable<Ore>): Ore {
  let sum: Ore = ZERO;
  for (const amount of amounts) sum = addOre(sum, amount);
  return sum;
}
