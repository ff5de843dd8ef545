// Every budget that was ever adopted, with its plan and its decision. The latest of a year is the one in force.
import type { DecisionRef, FactProjection, Ore } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { type BudgetEvent, budgetEvents } from './budget.events';
import { plannedPosts, type PlanPost } from './budget-post';

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
      posts: plannedPosts(data.posts),
      opening_equity_ore: data.openingEquityOre ?? null,
      plan: (data.plan ?? []).map(({ year, posts, openingEquityOre = null }) => ({
        year,
        posts: plannedPosts(posts),
        openingEquityOre,
      })),
      decision: data.decision,
    },
  ],
};

export interface BudgetVersion extends PlannedYear {
  readonly plan: readonly PlannedYear[];
  readonly decision: DecisionRef;
  /** Where in the log it was adopted. */
  readonly position: number;
}

/** All versions of a year's budget, oldest first. */
export async function budgetVersionsFor(view: View, year: number): Promise<BudgetVersion[]> {
  return (await versionsOf(view, year).orderBy('since').execute()).map(versionOf);
}

/** The version in force; null if none is adopted. */
export async function budgetInForce(view: View, year: number): Promise<BudgetVersion | null> {
  const [last] = await versionsOf(view, year).orderBy('since', 'desc').limit(1).execute();
  return last ? versionOf(last) : null;
}

/** The posts of the version in force; null if none is adopted. */
export async function budgetFor(view: View, year: number): Promise<readonly PlanPost[] | null> {
  return (await budgetInForce(view, year))?.posts ?? null;
}

function versionsOf(view: View, year: number) {
  return view.from(budgetVersions).selectAll().where('fiscal_year', '=', year);
}

function versionOf({
  fiscal_year: year,
  opening_equity_ore: openingEquityOre,
  since: position,
  posts,
  plan,
  decision,
}: BudgetVersionRow & { readonly since: number }): BudgetVersion {
  return { year, posts, openingEquityOre, plan, decision, position };
}
