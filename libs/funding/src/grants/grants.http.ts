// Grants over HTTP.
import { commandRoute, queryRoute, type Route } from '@finsam/platform';
import { z } from 'zod';
import { fundingGroup } from '../room';
import {
  DecideGrant,
  EndGrant,
  RecordGrantPayment,
  RecordGrantRepayment,
  RequisitionGrant,
  ReviseGrant,
} from './grant.decider';
import { grantsInBudgetView, grantsView } from '../granted/granted-views';
import { grantHistoryOf } from '../granted/granted';

const ofGrant = { params: { grantId: 'text' } } as const;
const grantsQuery = z.strictObject({ year: z.coerce.number().int().min(1990).max(2199).optional() });

export const grantRoutes: readonly Route[] = [
  commandRoute({
    operation: 'funding.decide-grant',
    path: 'grants',
    summary: 'Bevilja medel till en verksamhet',
    command: DecideGrant,
    creates: 'grantId',
  }),
  commandRoute({
    ...ofGrant,
    operation: 'funding.revise-grant',
    path: 'grants/:grantId/revisions',
    summary: 'Ändra beviljade medel genom beslut',
    command: ReviseGrant,
  }),
  commandRoute({
    ...ofGrant,
    operation: 'funding.requisition-grant',
    path: 'grants/:grantId/requisitions',
    summary: 'Anteckna en rekvisition av beviljade medel',
    command: RequisitionGrant,
    creates: 'requisitionId',
  }),
  commandRoute({
    ...ofGrant,
    operation: 'funding.pay-grant',
    path: 'grants/:grantId/payments',
    summary: 'Anteckna en utbetalning av beviljade medel',
    command: RecordGrantPayment,
    creates: 'paymentId',
  }),
  commandRoute({
    ...ofGrant,
    operation: 'funding.repay-grant',
    path: 'grants/:grantId/repayments',
    summary: 'Anteckna en återbetalning av beviljade medel',
    command: RecordGrantRepayment,
    creates: 'repaymentId',
  }),
  commandRoute({
    ...ofGrant,
    operation: 'funding.end-grant',
    path: 'grants/:grantId/end',
    summary: 'Avsluta ett beviljande',
    command: EndGrant,
  }),
  queryRoute({
    operation: 'funding.grants',
    path: 'grants',
    summary: 'Beviljat, rekvirerat, utbetalt, återbetalt och kvar',
    groups: [fundingGroup],
    query: grantsQuery,
    answer: (view, { year }: z.output<typeof grantsQuery>) => grantsView(view, year ?? null),
  }),
  queryRoute({
    ...ofGrant,
    operation: 'funding.grant-history',
    path: 'grants/:grantId',
    summary: 'Allt som hänt med ett beviljande',
    groups: [fundingGroup],
    answer: async (view, { grantId }: { grantId: string }) => ({
      grantId,
      history: await grantHistoryOf(view, grantId),
    }),
  }),
  queryRoute({
    params: { year: 'integer' },
    operation: 'funding.grants-in-budget',
    path: 'budgets/:year/grants',
    summary: 'Från beviljade medel till budget, efter generellt avdrag',
    groups: [fundingGroup],
    answer: (view, { year }: { year: number }) => grantsInBudgetView(view, year),
  }),
];
