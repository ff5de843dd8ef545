// What this room adds to an installation.
import type { AnyDecider, ProjectionGroup } from '@finsam/kernel';
import { budgetDecider } from './budget/budget.decider';
import { plans } from './budget/plan.projection';
import { contributionsDecider } from './contributions/contributions.decider';
import { agreedContributions } from './contributions/contributions.projection';
import { forecastDecider } from './forecast/forecast.decider';

export const fundingDeciders: readonly AnyDecider[] = [contributionsDecider, budgetDecider, forecastDecider];
export const fundingGroup: ProjectionGroup = { name: 'funding', projections: [agreedContributions, plans] };
