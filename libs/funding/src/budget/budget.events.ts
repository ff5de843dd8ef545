// Stored for ever: add, never rename or re-mean.
import { decisionRefSchema, defineEvent, type EventsOf, oreSchema, yearSchema } from '@finsam/kernel';
import { z } from 'zod';
import { budgetPostsSchema } from './budget-post';

/** Equity that the year is planned to start from, where it does not stand among the posts. */
const openingEquitySchema = oreSchema.optional();

export const planYearSchema = z.strictObject({
  year: yearSchema,
  posts: budgetPostsSchema,
  openingEquityOre: openingEquitySchema,
});

export const budgetSchema = z.strictObject({
  year: yearSchema,
  posts: budgetPostsSchema,
  openingEquityOre: openingEquitySchema,
  /** The years after, one by one: a budget comes with a plan for two more (23 § lag 2003:1210). */
  plan: z.array(planYearSchema).min(1).max(2).optional(),
  decision: decisionRefSchema,
});

export const BudgetAdopted = defineEvent(
  'BudgetAdopted',
  1,
  budgetSchema.describe(
    "The board adopted the year's budget, and a plan for the years after if it names them. A later decision replaces " +
      'it as a whole; every version stays in the log.',
  ),
);

export const budgetEvents = [BudgetAdopted] as const;
export type BudgetEvent = EventsOf<typeof budgetEvents>;
