// What this room adds to an installation.
import type { AnyDecider, ProjectionGroup } from '@finsam/kernel';
import { budgetDecider } from './budget/budget.decider';
import { budgetVersions } from './budget/budget-version.projection';
import { budgetKindsDecider } from './budget-kinds/budget-kinds.decider';
import { budgetKinds } from './budget-kinds/budget-kinds.projection';
import { contributionsDecider } from './contributions/contributions.decider';
import { agreedContributions } from './contributions/contributions.projection';
import { forecastDecider } from './forecast/forecast.decider';
import { forecastVersions } from './forecast/forecast-version.projection';
import { grantDecider } from './grants/grant.decider';
import { grantHistory, grants } from './grants/grant.projection';
import { planAssumptionsDecider } from './plan-assumptions/plan-assumptions.decider';
import { planAssumptions } from './plan-assumptions/plan-assumptions.projection';
import { inboxDecider } from './shared-costs/inbox.decider';
import { sharedCostsDecider } from './shared-costs/shared-costs.decider';
import { handedOverBases, sharedCostAgreements, sharedCostsInvoiced } from './shared-costs/shared-costs.projection';
import { splitDecider } from './split/split.decider';
import { splits } from './split/split.projection';

export const fundingDeciders: readonly AnyDecider[] = [
  contributionsDecider,
  splitDecider,
  planAssumptionsDecider,
  budgetKindsDecider,
  budgetDecider,
  forecastDecider,
  grantDecider,
  sharedCostsDecider,
  inboxDecider,
];
export const fundingGroup: ProjectionGroup = {
  name: 'funding',
  projections: [
    agreedContributions,
    splits,
    planAssumptions,
    budgetKinds,
    budgetVersions,
    forecastVersions,
    grants,
    grantHistory,
    sharedCostAgreements,
    sharedCostsInvoiced,
  ],
  outbox: [handedOverBases],
};
