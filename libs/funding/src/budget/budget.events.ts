// Stored for ever: add, never rename or re-mean.
import { decisionRefSchema, defineEvent, type EventsOf } from '@finsam/kernel';
import { z } from 'zod';
import { budgetPostsSchema } from './budget-post';

export const budgetSchema = z.strictObject({
  year: z.number().int().min(1990).max(2199),
  posts: budgetPostsSchema,
  decision: decisionRefSchema,
});

export const BudgetAdopted = defineEvent(
  'BudgetAdopted',
  1,
  budgetSchema.describe(
    "The board adopted the year's budget. A later decision replaces it as a whole; every version stays in the log.",
  ),
);

export const budgetEvents = [BudgetAdopted] as const;
export type BudgetEvent = EventsOf<typeof budgetEvents>;
