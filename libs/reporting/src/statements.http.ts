// Statements over HTTP: all of a period, and what is behind a cell.
import { codeSchema, parsePeriod, periodCodeSchema } from '@finsam/kernel';
import { pageParameters, queryRoute, type Route } from '@finsam/platform';
import { z } from 'zod';
import { explainCell } from './explaining/explain-cell';
import { reportGroups, statementsAs } from './rendering/render';

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
    operation: 'statements.explain',
    path: 'statements/:layoutId/explain',
    summary: 'Vad som ligger bakom en cell: verifikationer, beslut, dokument eller andra celler',
    params: { layoutId: 'text' },
    groups: reportGroups,
    query: explainQuery,
    answer: explainCell,
  }),
];
