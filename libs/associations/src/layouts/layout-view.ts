// A view of the books: what a table sets off against another row, and what it shares out between rows.
// Stored in events: fields may be added, never renamed or given another meaning.
import { codeSchema, lineSchema, oreSchema, periodCodeSchema } from '@finsam/kernel';
import { z } from 'zod';
import { codesSchema, ledgerSelectors, postSelectorSchema } from './layout-selectors';

const taken = {
  /** Columns in which it is made; absent: all that are filled from books or plans. */
  columns: codesSchema.optional(),
  ...ledgerSelectors,
  posts: z
    .array(postSelectorSchema.omit({ sign: true }))
    .min(1)
    .max(50)
    .optional(),
};

/**
 * What the selectors take stands against a row, which it reduces, and not on the row that would else show it. Of
 * several rows it stands against the one whose activities, members and dimensions it has; where no one has, it stays.
 */
const setOffSchema = z.strictObject({
  /** Printed under the table with the amount of every column. */
  label: lineSchema(120),
  ...taken,
  rows: codesSchema,
});

/**
 * A row's amount is shared out by whole-number weights, to the öre; a part may stay on the row. Shared out is what the
 * selectors take of what the row holds before any allocation, or all of it, or an amount that was decided.
 */
const allocationSchema = z.strictObject({
  label: lineSchema(120),
  ...taken,
  from: codeSchema,
  to: z
    .array(z.strictObject({ row: codeSchema, weight: z.number().int().min(1).max(1_000_000) }))
    .min(1)
    .max(50),
  /** As the row shows it, in columns of exactly this period; no other column is shared out. */
  amount: z.strictObject({ ore: oreSchema, period: periodCodeSchema }).optional(),
});

export const viewSchema = z.strictObject({
  setOffs: z.array(setOffSchema).min(1).max(50).optional(),
  allocations: z.array(allocationSchema).min(1).max(50).optional(),
});

export type LayoutView = z.output<typeof viewSchema>;
export type SetOff = NonNullable<LayoutView['setOffs']>[number];
export type Allocation = NonNullable<LayoutView['allocations']>[number];
