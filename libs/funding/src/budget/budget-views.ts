// Budgets as the API answers them: with the sides that the association has given its kinds, and never a guessed one.
import { dateOf } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { budgetKindsAt } from '../budget-kinds/budget-kinds.projection';
import { budgetOverview, type PlanColumn } from './budget-overview';
import { budgetInForce, budgetVersionsFor, type PlannedYear } from './budget-version.projection';
import { forecastFor } from '../forecast/forecast-version.projection';
import { sided, totalsOf } from './totals';

/** The budget in force; its posts are null if none is adopted. */
export async function budgetView(view: View, year: number) {
  const kinds = await budgetKindsAt(view);
  const budget = await budgetInForce(view, year);
  const planned = ({ year: of, posts, openingEquityOre }: PlannedYear) => ({
    year: of,
    posts: sided(posts, kinds?.kinds ?? []),
    openingEquityOre,
    totals: kinds && totalsOf({ posts, openingEquityOre }, kinds.kinds),
  });
  if (!budget) return { year, posts: null };
  const { plan, decision, position } = budget;
  return { ...planned(budget), plan: plan.map(planned), kindsAdopted: kinds !== null, decision, position };
}

export async function budgetVersionsView(view: View, year: number) {
  return { year, versions: await budgetVersionsFor(view, year) };
}

/** Budget and plan beside the year before. Without kinds every total is null: no side is guessed. */
export async function budgetOverviewView(view: View, year: number, administration: readonly string[] | null) {
  const kinds = await budgetKindsAt(view);
  const columns = await columnsOf(view, year);
  return { year, kindsAdopted: kinds !== null, columns: budgetOverview(columns, kinds?.kinds ?? [], administration) };
}

/** Budget and latest forecast of the year before, then the budget and its plan years; each with what it follows. */
async function columnsOf(view: View, year: number): Promise<PlanColumn[]> {
  const columns: PlanColumn[] = [];
  const add = (
    of: PlannedYear,
    column: PlanColumn['column'],
    follows: number | null,
    asOf: PlanColumn['asOf'] = null,
  ) => columns.push({ ...of, column, asOf, follows }) - 1;
  const before = await budgetInForce(view, year - 1);
  let last = before ? add(before, 'budget', null) : null;
  const forecast = await forecastFor(view, year - 1, dateOf(year - 1, 12, 31));
  if (forecast) {
    const foreseen = { year: year - 1, posts: forecast.posts, openingEquityOre: null };
    last = add(foreseen, 'forecast', null, forecast.asOf);
  }
  const budget = await budgetInForce(view, year);
  if (!budget) return columns;
  last = add(budget, 'budget', last);
  for (const planned of budget.plan) last = add(planned, 'plan', last);
  return columns;
}
