export * from './budget/budget.events';
export { AdoptBudget } from './budget/budget.decider';
export { planWarnings, type Warning } from './budget/budget-overview';
export type { BudgetPost, PlanPost } from './budget/budget-post';
export { budgetFor, budgetInForce, type BudgetVersion, budgetVersionsFor } from './budget/budget-version.projection';
export { sided, type SidedPost, totalsOf, type Totals } from './budget/totals';
export * from './budget-kinds/budget-kinds.events';
export { AdoptBudgetKinds } from './budget-kinds/budget-kinds.decider';
export { budgetKindsAt } from './budget-kinds/budget-kinds.projection';
export * from './budget-kinds/outcome-by-post';
export * from './contributions/contributions.events';
export { checkOfYear } from './contributions/check-of-year';
export * from './contributions/contribution-check';
export { AgreeContribution, AgreeContributions } from './contributions/contributions.decider';
export { type AgreedContribution, agreedFor, type Instalment } from './contributions/contributions.projection';
export * from './forecast/forecast.events';
export { MakeForecast } from './forecast/forecast.decider';
export {
  forecastFor,
  type ForecastVersion,
  type ForecastVersionPost,
  forecastVersionsFor,
} from './forecast/forecast-version.projection';
export * from './grants/grant.decider';
export * from './grants/grant.events';
export { grantsFor, type GrantView } from './granted/granted';
export * from './plan-assumptions/plan-assumptions.events';
export { SetPlanAssumptions } from './plan-assumptions/plan-assumptions.decider';
export * from './plan-assumptions/planned-contributions';
export * from './shared-costs/agreement';
export * from './shared-costs/inbox.events';
export { ReceiveSharedCostBasis } from './shared-costs/inbox.decider';
export * from './shared-costs/shared-costs.events';
export {
  AgreeSharedCosts,
  EndSharedCosts,
  InvoiceSharedCosts,
  sharedCostsDecider,
  sharedCostsStream,
} from './shared-costs/shared-costs.decider';
export {
  type AgreementRow,
  invoicedUnder,
  type InvoicedMonth,
  SHARED_COST_BASIS,
  sharedCostsOf,
} from './shared-costs/shared-costs.projection';
export * from './split/split.events';
export { AgreeSplit } from './split/split.decider';
export { type AgreedSplit, splitFor } from './split/split.projection';
export { fundingRoutes } from './funding.http';
export { fundingDeciders, fundingGroup } from './room';
