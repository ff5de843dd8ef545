// Statements over HTTP: all of a period, and what is behind a cell.
import { codeSchema, parsePeriod, periodCodeSchema } from '@finsam/kernel';
import { pageParameters, queryRoute, type Route } from '@finsam/platform';
import { z } from 'zod';
import { explainCell } from './explaining/explain-cell';
import { reconciliationAnswer } from './reconciliation/acceptance/acceptance.http';
import { reconciliationOf, reportGroups, statementsAs } from './rendering/render';

const statementQuery = z.strictObject({
  period: periodCodeSchema,
  format: z.enum(['json', 'csv', 'html']).default('json'),
});

const explainQuery = z.strictObject({
  period: periodCodeSchema,
  row: codeSchema,
  column: codeSchema,
  ...pageParameters(500, 100),
});

const reconciliationQuery = z.strictObject({ period: periodCodeSchema });

export const statementRoutes: readonly Route[] = [
  queryRoute({
    operation: 'statements.show',
    path: 'statements',
    summary: 'Räkningarna för en period, som JSON, CSV eller sida att skriva ut',
    groups: reportGroups,
    query: statementQuery,
    answer: (view, { period, format }: z.output<typeof statementQuery>) =>
      statementsAs(view, parsePeriod(period), format),
  }),
  queryRoute({
    operation: 'statements.reconciliation',
    path: 'statements/reconciliation',
    summary: 'Avstämningen av en periods räkningar: vad som inte går ihop, och vad som är godtaget',
    groups: reportGroups,
    query: reconciliationQuery,
    answer: async (view, { period }: z.output<typeof reconciliationQuery>) =>
      reconciliationAnswer(period, await reconciliationOf(view, parsePeriod(period))),
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
