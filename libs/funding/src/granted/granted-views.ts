// Grants as the API answers them.
import type { View } from '@finsam/platform';
import { budgetInForce } from '../budget/budget-version.projection';
import { sided } from '../budget/totals';
import { budgetKindsAt } from '../budget-kinds/budget-kinds.projection';
import { grandTotal, grantsFor } from './granted';
import { grantsInBudget } from './grants-in-budget';

export async function grantsView(view: View, year: number | null) {
  const grants = await grantsFor(view, year);
  return { year, grants, total: grandTotal(grants.map(({ total }) => total)) };
}

/** What the year's grants give for the budget, activity by activity. */
export async function grantsInBudgetView(view: View, year: number) {
  const kinds = await budgetKindsAt(view);
  const budget = await budgetInForce(view, year);
  const posts = budget && kinds ? sided(budget.posts, kinds.kinds) : null;
  return { year, kindsAdopted: kinds !== null, activities: grantsInBudget(await grantsFor(view, year), year, posts) };
}
