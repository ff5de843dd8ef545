// Every budget that was ever adopted, with its plan and its decision. The latest of a year is the one in force.
import type { DecisionRef, FactProjection, Ore } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { type BudgetEvent, budgetEvents } from './budget.events';
import type { BudgetPost } from './budget-post';
import type { PlanPost } from './plan.projection';

export interface PlannedYear {
  readonly year: number;
  readonly posts: readonly PlanPost[];
  /** Null where it is not given apart from the posts. */
  readonly openingEquityOre: Ore | null;
}

export type BudgetVersionRow = {
  fiscal_year: number;
  posts: readonly PlanPost[];
  opening_equity_ore: Ore | null;
  plan: readonly PlannedYear[];
  decision: DecisionRef;
};

export const budgetVersions: FactProjection<BudgetEvent, BudgetVersionRow> = {
  kind: 'facts',
  table: {
    name: 'budget_version_v1',
    columns: { fiscal_year: 'integer', posts: 'json', opening_equity_ore: 'bigint', plan: 'json', decision: 'json' },
    nullable: ['opening_equity_ore'],
    indexes: [['fiscal_year']],
  },
  events: budgetEvents,
  facts: ({ data }) => [
    {
      fiscal_year: data.year,
      posts: rowsOf(data.posts),
      opening_equity_ore: data.openingEquityOre ?? null,
      plan: (data.plan ?? []).map(({ year, posts, openingEquityOre = null }) => ({
        year,
        posts: rowsOf(posts),
        openingEquityOre,
      })),
      decision: data.decision,
    },
  ],
};

function rowsOf(posts: readonly BudgetPost[]): PlanPost[] {
  return posts.map(({ activity, kind, member = null, amountOre }) => ({ activity, kind, member, amountOre }));
}

export interface BudgetVersion extends PlannedYear {
  readonly plan: readonly PlannedYear[];
  readonly decision: DecisionRef;
  /** Where in the log it was adopted. */
  readonly position: number;
}

/** All versions of a year's budget, oldest first. */
export async function budgetVersionsFor(view: View, year: number): Promise<BudgetVersion[]> {
  const rows = await view.from(budgetVersions).selectAll().where('fiscal_year', '=', year).orderBy('since').execute();
  return rows.map(({ fiscal_year, posts, opening_equity_ore, plan, decision, since }) => ({
    year: fiscal_year,
    posts,
    openingEquityOre: opening_equity_ore,
    plan,
    decision,
    position: since,
  }));
}

/** The version in force; null if none is adopted. */
export async function budgetInForce(view: View, year: number): Promise<BudgetVersion | null> {
  return (await budgetVersionsFor(view, year)).at(-1) ?? null;
}
