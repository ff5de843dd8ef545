// Promises and plans over HTTP.
import { memberFacts, payingMemberFacts } from '@finsam/associations';
import { commandRoute, queryRoute, type Route } from '@finsam/platform';
import { AdoptBudget } from './budget/budget.decider';
import { budgetFor } from './budget/plan.projection';
import { AgreeContribution } from './contributions/contributions.decider';
import { MakeForecast } from './forecast/forecast.decider';
import { fundingImportRoutes } from './import/import.http';
import { fundingGroup } from './room';

const ofYear = { params: { year: 'integer' } } as const;

export const fundingRoutes: readonly Route[] = [
  commandRoute({
    ...ofYear,
    operation: 'funding.agree-contribution',
    path: 'contributions/:year/agreements',
    summary: 'Anteckna ett beslutat medlemsbidrag',
    command: AgreeContribution,
    facts: payingMemberFacts,
  }),
  commandRoute({
    ...ofYear,
    operation: 'funding.adopt-budget',
    path: 'budgets/:year',
    summary: 'Anta eller revidera budgeten',
    command: AdoptBudget,
    facts: memberFacts,
  }),
  queryRoute({
    ...ofYear,
    operation: 'funding.budget',
    path: 'budgets/:year',
    summary: 'Gällande budget',
    groups: [fundingGroup],
    answer: async (view, { year }: { year: number }) => ({ year, posts: await budgetFor(view, year) }),
  }),
  commandRoute({
    ...ofYear,
    operation: 'funding.make-forecast',
    path: 'forecasts/:year',
    summary: 'Lägg en helårsprognos',
    command: MakeForecast,
    facts: memberFacts,
  }),
  ...fundingImportRoutes,
];
