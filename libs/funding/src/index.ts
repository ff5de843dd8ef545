import type { AnyDecider, ProjectionGroup } from '@finsam/kernel';
import { budgetDecider } from './budget/budget.decider';
import { plans } from './budget/plan.projection';
import { contributionsDecider } from './contributions/contributions.decider';
import { agreedContributions } from './contributions/contributions.projection';
import { forecastDecider } from './forecast/forecast.decider';

export * from './budget/budget.events';
export { AdoptBudget } from './budget/budget.decider';
export type { BudgetPost } from './budget/budget-post';
export { budgetFor, forecastFor, type PlanPost, type PlanRow } from './budget/plan.projection';
export * from './contributions/contributions.events';
export { AgreeContribution } from './contributions/contributions.decider';
export { agreedFor } from './contributions/contributions.projection';
export * from './forecast/forecast.events';
export { MakeForecast } from './forecast/forecast.decider';

export const fundingDeciders: readonly AnyDecider[] = [contributionsDecider, budgetDecider, forecastDecider];
export const fundingGroup: ProjectionGroup = { name: 'funding', projections: [agreedContributions, plans] };
