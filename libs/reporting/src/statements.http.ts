// Statements over HTTP: all of a period, what is behind a cell, and what has changed since they were known otherwise.
import { codeSchema, parsePeriod, periodCodeSchema } from '@finsam/kernel';
import { momentParameter, pageParameters, queryRoute, type Route } from '@finsam/platform';
import { z } from 'zod';
import { compareStatements } from './comparing/compare-statements';
import { explainCell } from './explaining/explain-cell';
import { ownReconciliation } from './reconciliation/acceptance/acceptance.http';
import { unknownCodesOf } from './rendering/layout-codes';
import { reconciliationOf, reportGroups, statementsAs } from './rendering/render';

const statementQuery = z.strictObject({
  period: periodCodeSchema,
  format: z.enum(['json', 'csv', 'html']).default('json'),
  layout: codeSchema.optional(),
});

const explainQuery = z.strictObject({
  period: periodCodeSchema,
  row: codeSchema,
  column: codeSchema,
  ...pageParameters(500, 100),
});

const compareQuery = z.strictObject({
  period: periodCodeSchema,
  from: momentParameter.describe(
    'Den tidigare kunskapstiden: position, dag (till dess slut i Sverige) eller tidpunkt.',
  ),
  to: momentParameter.optional().describe('Den senare kunskapstiden, på samma sätt; annars nu.'),
  ...pageParameters(200, 50),
});
const reconciliationQuery = z.strictObject({ period: periodCodeSchema });

export const statementRoutes: readonly Route[] = [
  queryRoute({
    operation: 'statements.show',
    path: 'statements',
    summary: 'Räkningarna för en period, som JSON, CSV eller sida att skriva ut',
    groups: reportGroups,
    query: statementQuery,
    answer: (view, { period, format, layout }: z.output<typeof statementQuery>) =>
      statementsAs(view, parsePeriod(period), format, layout),
  }),
  queryRoute({
    operation: 'statements.unknown-codes',
    path: 'statements/unknown-codes',
    summary: 'Koder i uppställningarna som inte finns i förbundets register',
    groups: reportGroups,
    answer: async (view) => ({ unknown: await unknownCodesOf(view) }),
  }),
  queryRoute({
    operation: 'statements.compare',
    path: 'statements/compare',
    summary: 'Vad som skiljer räkningarna mellan två kunskapstider, cell för cell, och varför',
    groups: reportGroups,
    query: compareQuery,
    answer: compareStatements,
  }),
  queryRoute({
    operation: 'statements.reconciliation',
    path: 'statements/reconciliation',
    summary: 'Avstämningen av en periods räkningar: vad som inte går ihop, och vad som är godtaget',
    groups: reportGroups,
    query: reconciliationQuery,
    answer: async (view, { period }: z.output<typeof reconciliationQuery>) =>
      ownReconciliation(period, await reconciliationOf(view, parsePeriod(period))),
  }),
  queryRoute({
    operation: 'statements.explain',
    path: 'statements/:layoutId/explain',
    summary: 'Vad som ligger bakom en cell: verifikationer, beslut, dokument eller andra celler',
    params: { layoutId: 'text' },
    groups: reportGroups,
    query: explainQuery,
    answer: explainCell,
  }),
];
