// Reconciliation for anybody: a printed report comes in, its findings go out, and nothing of either is kept.
import { extname, join } from 'node:path';
import { refusals } from '@finsam/kernel';
import { type ActionRoute, Threads } from '@finsam/platform';
import { z } from 'zod';
import { reportTemplate, TEMPLATE_FORMATS } from '../grid/template';
import { ANSWER_FORMATS, type AskedOfFile, type reconciliationAnswer } from './reconciliation-answer';

const refuse = refusals({
  'reconciliation/busy': { status: 429, text: 'Många rapporter granskas just nu. Försök igen om en stund.' },
  'reconciliation/too-heavy': {
    status: 422,
    text: 'Rapporten är för tung att granska här. Dela upp den, eller kör finsam granska på en egen dator.',
  },
});

const RETRY_AFTER_SECONDS = 5;

// One at a time, apart from the threads that tenants' files are read in: strangers can only keep strangers waiting.
const threads = new Threads<AskedOfFile, ReturnType<typeof reconciliationAnswer>>(
  join(__dirname, `reconciliation-worker${extname(__filename)}`),
  { heapMib: 256, deadlineMs: 3_000, atOnce: 1, waitingMax: 24 },
  {
    busy: () => refuse('reconciliation/busy', { retryAfterSeconds: RETRY_AFTER_SECONDS }),
    tooHeavy: () => refuse('reconciliation/too-heavy'),
  },
);

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const answerQuery = z.strictObject({ format: z.enum(ANSWER_FORMATS).default('json') });
const templateQuery = z.strictObject({ format: z.enum(TEMPLATE_FORMATS) });

export const reconciliationRoutes: readonly ActionRoute[] = [
  {
    kind: 'action',
    method: 'post',
    operation: 'reconciliation.check',
    audience: 'anonymous',
    path: 'granska',
    summary: 'Stäm av en tryckt rapport: JSON, CSV eller XLSX in, avvikelser ut. Ingenting sparas',
    query: answerQuery,
    upload: { maxBytes: 1_048_576, types: ['application/json', 'text/csv', XLSX, 'application/octet-stream'] },
    act: async ({ file, query }) => {
      const { format } = answerQuery.parse(query);
      return { status: 200, ...(await threads.ask({ bytes: file!, format })) };
    },
  },
  {
    kind: 'action',
    method: 'get',
    operation: 'reconciliation.template',
    audience: 'anonymous',
    path: 'granska/mall',
    summary: 'En mall att skriva in en tryckt rapport i',
    query: templateQuery,
    act: async ({ query }) => {
      const { format } = templateQuery.parse(query);
      return {
        status: 200,
        headers: { 'content-disposition': `attachment; filename="granska.${format}"` },
        contentType: format === 'csv' ? 'text/csv; charset=utf-8' : XLSX,
        body: reportTemplate(format),
      };
    },
  },
];
