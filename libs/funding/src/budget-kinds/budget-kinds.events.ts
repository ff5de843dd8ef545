// Stored for ever: add, never rename or re-mean.
import {
  accountRangeSchema,
  codeSchema,
  decisionRefSchema,
  defineEvent,
  type EventsOf,
  lineSchema,
} from '@finsam/kernel';
import { z } from 'zod';

/** What posts of the kind are positive for. Opening equity is neither income nor cost of the year. */
export const sideSchema = z.enum(['income', 'cost', 'opening-equity']);
export type Side = z.output<typeof sideSchema>;

export const budgetKindSchema = z
  .strictObject({
    kind: codeSchema,
    label: lineSchema(80),
    side: sideSchema,
    /** What is booked here falls on the kind's posts. Absent: nobody has said, and no outcome is shown. */
    accounts: z.array(accountRangeSchema).min(1).max(50).optional(),
  })
  .refine(({ side, accounts }) => side !== 'opening-equity' || accounts === undefined, {
    error: 'får inte anges för ingående eget kapital, som inte bokförs under året',
    path: ['accounts'],
  });
export type BudgetKind = z.output<typeof budgetKindSchema>;

export const budgetKindsSchema = z.strictObject({
  kinds: z.array(budgetKindSchema).min(1).max(100),
  decision: decisionRefSchema.optional(),
});

export const BudgetKindsAdopted = defineEvent(
  'BudgetKindsAdopted',
  1,
  budgetKindsSchema.describe(
    'The förbund settled its kinds of budget posts: which are income, cost or opening equity, and which accounts ' +
      'fall on each, the first in this order where several would do. A later list replaces it as a whole.',
  ),
);

export const budgetKindsEvents = [BudgetKindsAdopted] as const;
export type BudgetKindsEvent = EventsOf<typeof budgetKindsEvents>;
