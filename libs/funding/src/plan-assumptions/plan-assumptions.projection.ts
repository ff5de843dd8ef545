// The rules that the coming years' contributions are planned by, for each base year.
import type { StateProjection } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { type PlanAssumptionsEvent, planAssumptionsEvents, type PlanRule } from './plan-assumptions.events';

export type PlanAssumptionsRow = { base_year: number; plan_years: number; rules: readonly PlanRule[] };

export const planAssumptions: StateProjection<PlanAssumptionsEvent, PlanAssumptionsRow> = {
  kind: 'state',
  table: {
    name: 'plan_assumptions_v1',
    columns: { base_year: 'integer', plan_years: 'integer', rules: 'json' },
  },
  events: planAssumptionsEvents,
  key: ({ data }) => String(data.year),
  evolve: (_, { data }) => ({ base_year: data.year, plan_years: data.planYears, rules: data.rules }),
};

/** Null: nothing is assumed about the years after this one. */
export async function planAssumptionsFor(view: View, year: number): Promise<PlanAssumptionsRow | null> {
  const row = await view
    .from(planAssumptions)
    .select(['base_year', 'plan_years', 'rules'])
    .where('base_year', '=', year)
    .executeTakeFirst();
  return row ?? null;
}
