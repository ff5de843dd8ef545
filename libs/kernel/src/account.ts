// Account numbers, as every chart of the BAS family writes them, and ranges of them, as everything selects by them.
import { z } from 'zod';

/** An account of an association's chart: four digits, Kommun-Bas or its own. */
export const accountSchema = z.number().int().min(1000).max(9999);

/** From and to, both included. */
export const accountRangeSchema = z
  .tuple([accountSchema, accountSchema])
  .refine(([from, to]) => from <= to, { error: 'slutar före sin början' });

export type AccountRange = readonly [from: number, to: number];

/** Whether any of the ranges holds the account; none does if there are none. */
export function isWithin(ranges: readonly AccountRange[], account: number): boolean {
  return ranges.some(([from, to]) => from <= account && account <= to);
}
