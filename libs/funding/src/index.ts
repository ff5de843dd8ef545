export * from './budget/budget.events';
export { AdoptBudget } from './budget/budget.decider';
export { planWarnings, type Warning } from './budget/budget-overview';
export type { BudgetPost } from './budget/budget-post';
export { budgetInForce, type BudgetVersion } from './budget/budget-version.projection';
export { budgetFor, forecastFor, type PlanPost, type PlanRow } from './budget/plan.projection';
export { sided, type SidedPost, totalsOf, type Totals } from './budget/totals';
export * from './budget-kinds/budget-kinds.events';
export { AdoptBudgetKinds } from './budget-kinds/budget-kinds.decider';
export { budgetKindsAt } from './budget-kinds/budget-kinds.projection';
export * from './budget-kinds/outcome-by-post';
export * from './contributions/contributions.events';
export { AgreeContribution } from './contributions/contributions.decider';
export { agreedFor } from './contributions/contributions.projection';
export * from './forecast/forecast.events';
export { MakeForecast } from './forecast/forecast.decider';
export {
  type ForecastVersion,
  type ForecastVersionPost,
  forecastVersionsFor,
} from './forecast/forecast-version.projection';
export * from './grants/grant.decider';
export * from './grants/grant.events';
export { grantsFor, type GrantView } from './granted/granted';
export { fundingRoutes } from './funding.http';
export { fundingDeciders, fundingGroup } from './room';
