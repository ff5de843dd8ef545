// Everything that this room answers over HTTP.
import type { Route } from '@finsam/platform';
import { contributionRoutes } from './contributions/contributions.http';
import { defaultLayoutRoutes } from './default-layouts/default-layouts.http';
import { forecastRoutes } from './forecast/forecast.http';
import { liquidityRoutes } from './liquidity/liquidity.http';
import { acceptanceRoutes } from './reconciliation/acceptance/acceptance.http';
import { reconciliationRoutes } from './reconciliation/strangers/reconciliation.http';
import { reportRoutes } from './report/report.http';
import { sharedCostTableRoutes } from './shared-costs.http';
import { statementRoutes } from './statements.http';

export const reportingRoutes: readonly Route[] = [
  ...sharedCostTableRoutes,
  ...reportRoutes,
  ...statementRoutes,
  ...defaultLayoutRoutes,
  ...acceptanceRoutes,
  ...contributionRoutes,
  ...forecastRoutes,
  ...liquidityRoutes,
  ...reconciliationRoutes,
];
