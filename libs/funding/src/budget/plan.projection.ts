// Budgets and forecasts, each in its latest version: what was planned for the whole year, post by post.
import type { BusinessDate, Ore, StateProjection } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { type ForecastEvent, forecastEvents } from '../forecast/forecast.events';
import { type BudgetEvent, budgetEvents } from './budget.events';

export type PlanRow = {
  plan: 'budget' | 'forecast';
  fiscal_year: number;
  /** The reporting date of a forecast; null for a budget. */
  as_of: BusinessDate | null;
  posts: readonly PlanPost[];
};

export interface PlanPost {
  readonly activity: string;
  readonly kind: string;
  readonly member: string | null;
  readonly amountOre: Ore;
}

export const plans: StateProjection<BudgetEvent | ForecastEvent, PlanRow> = {
  kind: 'state',
  table: {
    name: 'plan_v1',
    columns: { plan: 'text', fiscal_year: 'integer', as_of: 'date', posts: 'json' },
    nullable: ['as_of'],
  },
  events: [...budgetEvents, ...forecastEvents],
  key: ({ type, data }) => (type === 'BudgetAdopted' ? `budget ${data.year}` : `forecast ${data.asOf}`),
  evolve: (_, event) => ({
    plan: event.type === 'BudgetAdopted' ? 'budget' : 'forecast',
    fiscal_year: event.data.year,
    as_of: event.type === 'BudgetAdopted' ? null : event.data.asOf,
    posts: event.data.posts.map(({ activity, kind, member, amountOre }) => ({
      activity,
      kind,
      member: member ?? null,
      amountOre,
    })),
  }),
};

/** The year's budget as it stands; null if none is adopted. */
export async function budgetFor(view: View, year: number): Promise<readonly PlanPost[] | null> {
  const rows = await view
    .from(plans)
    .selectAll()
    .where('plan', '=', 'budget')
    .where('fiscal_year', '=', year)
    .execute();
  return rows[0]?.posts ?? null;
}

/** The latest forecast made as of a reporting date no later than `to`; null if there is none. */
export async function forecastFor(view: View, year: number, to: BusinessDate): Promise<PlanRow | null> {
  const rows = await view
    .from(plans)
    .selectAll()
    .where('plan', '=', 'forecast')
    .where('fiscal_year', '=', year)
    .where('as_of', '<=', to)
    .orderBy('as_of', 'desc')
    .limit(1)
    .execute();
  return rows[0] ?? null;
}
