// What an installation is made of: every room's deciders, projections and routes, in one list each.
import type { AnyDecider, EventDefinition, ProjectionGroup } from '@finsam/kernel';
import { associationDeciders, associationRoutes, associationsGroup } from '@finsam/associations';
import { fundingDeciders, fundingGroup, fundingRoutes } from '@finsam/funding';
import { insatserDeciders, insatserGroup, insatserRoutes } from '@finsam/insatser';
import { ledgerDeciders, ledgerGroup, ledgerRoutes } from '@finsam/ledger';
import { nationalRoutes } from '@finsam/national';
import type { Route } from '@finsam/platform';
import { reportingDeciders, reportingGroup, reportingRoutes } from '@finsam/reporting';

export { runProcess } from './run-process';
export { openInstallation, type Installation } from './installation';

export const deciders: readonly AnyDecider[] = [
  ...associationDeciders,
  ...fundingDeciders,
  ...ledgerDeciders,
  ...insatserDeciders,
  ...reportingDeciders,
];

/** Every event type there is. A type that two deciders share is one type. */
export const catalogue: readonly EventDefinition[] = [...new Set(deciders.flatMap(({ events }) => events))];

export const groups: readonly ProjectionGroup[] = [
  associationsGroup,
  fundingGroup,
  ledgerGroup,
  insatserGroup,
  reportingGroup,
];

/** The one table of operations: what can be asked over HTTP, and by whom. */
export const routes: readonly Route[] = [
  ...associationRoutes,
  ...fundingRoutes,
  ...ledgerRoutes,
  ...insatserRoutes,
  ...reportingRoutes,
  ...nationalRoutes,
];
