// Promises and plans over HTTP.
import { memberFacts } from '@finsam/associations';
import { commandRoute, queryRoute, type Route } from '@finsam/platform';
import { z } from 'zod';
import { AdoptBudget } from './budget/budget.decider';
import { budgetOverviewView, budgetVersionsView, budgetView } from './budget/budget-views';
import { AdoptBudgetKinds } from './budget-kinds/budget-kinds.decider';
import { budgetKindsAt } from './budget-kinds/budget-kinds.projection';
import { contributionRoutes } from './contributions.http';
import { MakeForecast } from './forecast/forecast.decider';
import { fundingImportRoutes } from './import/import.http';
import { grantRoutes } from './grants/grants.http';
import { fundingGroup } from './room';
import { sharedCostRoutes } from './shared-costs.http';

const ofYear = { params: { year: 'integer' } } as const;

const CODES = /^[a-z0-9]+(-[a-z0-9]+)*(,[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** Activities whose share of all cost is asked for. */
const overviewQuery = z.strictObject({
  administration: z
    .string()
    .max(1_000)
    .regex(CODES, { error: 'skrivs som verksamheter med komma emellan, till exempel kansli,styrelse' })
    .transform((list) => list.split(','))
    .optional(),
});

export const fundingRoutes: readonly Route[] = [
  ...contributionRoutes,
  ...sharedCostRoutes,
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
    answer: (view, { year }: { year: number }) => budgetView(view, year),
  }),
  queryRoute({
    ...ofYear,
    operation: 'funding.budget-versions',
    path: 'budgets/:year/versions',
    summary: 'Alla antagna versioner av budgeten, den äldsta först',
    groups: [fundingGroup],
    answer: (view, { year }: { year: number }) => budgetVersionsView(view, year),
  }),
  queryRoute({
    ...ofYear,
    operation: 'funding.budget-overview',
    path: 'budgets/:year/overview',
    summary: 'Budget och plan: resultat, eget kapital från år till år och balans',
    groups: [fundingGroup],
    query: overviewQuery,
    answer: (view, { year, administration }: z.output<typeof overviewQuery> & { year: number }) =>
      budgetOverviewView(view, year, administration ?? null),
  }),
  commandRoute({
    operation: 'funding.adopt-budget-kinds',
    path: 'budget-kinds',
    summary: 'Anta budgetposternas slag: intäkt, kostnad eller eget kapital, och konton',
    command: AdoptBudgetKinds,
  }),
  queryRoute({
    operation: 'funding.budget-kinds',
    path: 'budget-kinds',
    summary: 'Budgetposternas slag',
    groups: [fundingGroup],
    answer: async (view) => (await budgetKindsAt(view)) ?? { kinds: null, decision: null },
  }),
  commandRoute({
    ...ofYear,
    operation: 'funding.make-forecast',
    path: 'forecasts/:year',
    summary: 'Lägg en helårsprognos',
    command: MakeForecast,
    facts: memberFacts,
  }),
  ...grantRoutes,
  ...fundingImportRoutes,
];
