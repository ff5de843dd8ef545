// Reports over HTTP: ordered, made in the background, fetched, adopted and published.
import { createHash } from 'node:crypto';
import { type AssociationId, canonicalJson, codeSchema, parsePeriod, periodCodeSchema, refusals } from '@finsam/kernel';
import {
  type ActionRoute,
  commandRoute,
  type Databases,
  derivedId,
  type Edge,
  queryRoute,
  recordOf,
  type Route,
} from '@finsam/platform';
import { z } from 'zod';
import type { ReportDocument } from '../page/report-document';
import { openErrors } from '../reconciliation/acceptance/acceptances.projection';
import { isReportType, REPORT_TYPES } from '../rendering/render';
import { reportingGroup } from '../room';
import { REPORT_QUEUE } from '../run/report.job';
import { enterOrder, findDocument, findRun, listRuns } from '../run/run-store';
import { AdoptReport, PublishReport } from './report.decider';
import { decisionStatus } from './report.projection';

const refuse = refusals({
  'report/unknown': { status: 404, text: 'Rapporten finns inte.' },
  'report/unknown-type': { status: 422, text: 'Rapporttypen {type} finns inte. Möjligt är: {known}.' },
  'report/not-from-january': {
    status: 422,
    text: 'En delårsrapport börjar den 1 januari. Ange till exempel 2024-H1 eller 2024-01-01..2024-08-31.',
  },
  'report/key-reused': { status: 422, text: 'Samma Idempotency-Key har redan använts för en annan rapport.' },
  'report/not-finished': { status: 409, text: 'Rapporten är inte färdig än ({status}).' },
});

const orderSchema = z.strictObject({ type: codeSchema, period: periodCodeSchema });

const order: ActionRoute = {
  kind: 'action',
  method: 'post',
  audience: 'association',
  operation: 'reports.order',
  path: 'reports',
  summary: 'Beställ en rapport',
  body: orderSchema,
  act: async ({ association, body, commandId, services, slug }) => {
    const { type, period } = orderSchema.parse(body);
    if (!isReportType(type)) {
      throw refuse('report/unknown-type', { type, known: REPORT_TYPES.join(', '), pointer: '/type' });
    }
    if (!parsePeriod(period).from.endsWith('-01-01')) throw refuse('report/not-from-january', { pointer: '/period' });
    const db = services.databases.association(association!);
    const runId = derivedId(association!, commandId, 'report');
    const orderHash = createHash('sha256').update(canonicalJson({ type, period })).digest('hex');
    const position = await services.store.head(recordOf(association!));
    const run = await enterOrder(db, { runId, orderHash, type, period, position });
    if (!run) throw refuse('report/key-reused');
    // Should the wake-up be lost, the sweeper finds the run.
    if (run.status === 'queued') await services.wake(REPORT_QUEUE, { association: association!, id: runId });
    const location = `/v1/associations/${slug}/reports/${runId}`;
    return { status: 202, headers: { location }, body: { reportId: runId, ...statusOf(run), location } };
  },
};

function statusOf({
  type,
  period,
  position,
  status,
  failure,
}: {
  type: string;
  period: string;
  position: number;
  status: string;
  failure: string | null;
}) {
  return { type, period, position, status, ...(failure !== null && { failure }) };
}

const show: ActionRoute = {
  kind: 'action',
  method: 'get',
  audience: 'association',
  operation: 'reports.show',
  path: 'reports/:reportId',
  summary: 'En rapports läge',
  params: { reportId: 'text' },
  act: async ({ association, params, services, slug }) => {
    const run = await findRun(services.databases.association(association!), params['reportId']!);
    if (!run) throw refuse('report/unknown');
    const address = `/v1/associations/${slug}/reports/${run.runId}/document`;
    const documents = run.status === 'done' ? { json: address, html: `${address}?format=html` } : undefined;
    const { orderedAt, finishedAt } = run;
    return {
      status: 200,
      body: { reportId: run.runId, ...statusOf(run), orderedAt, finishedAt, ...(documents && { documents }) },
    };
  },
};

const list: ActionRoute = {
  kind: 'action',
  method: 'get',
  audience: 'association',
  operation: 'reports.list',
  path: 'reports',
  summary: 'Beställda rapporter',
  act: async ({ association, services }) => {
    const runs = await listRuns(services.databases.association(association!));
    return {
      status: 200,
      body: { reports: runs.map((run) => ({ reportId: run.runId, ...statusOf(run), orderedAt: run.orderedAt })) },
    };
  },
};

const documentQuery = z.strictObject({ format: z.enum(['json', 'html']).default('json') });

const document: ActionRoute = {
  kind: 'action',
  method: 'get',
  audience: 'association',
  operation: 'reports.document',
  path: 'reports/:reportId/document',
  summary: 'Den färdiga rapporten, som JSON eller som sida att skriva ut',
  params: { reportId: 'text' },
  query: documentQuery,
  act: async ({ association, params, query, services }) => {
    const { format } = documentQuery.parse(query);
    const db = services.databases.association(association!);
    const run = await findRun(db, params['reportId']!);
    if (!run) throw refuse('report/unknown');
    const found = await findDocument(db, run.runId, format);
    if (!found) throw refuse('report/not-finished', { status: run.status });
    const contentType = format === 'json' ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8';
    return { status: 200, body: found.body, contentType, headers: { etag: `"${found.sha256}"` } };
  },
};

/** The finished document as a decision needs it: its hash, what of it would be published, and its open errors. */
async function documentFacts({ databases, association }: Edge, { reportId }: Readonly<Record<string, unknown>>) {
  return { document: await finishedFacts(databases, association, String(reportId)) };
}

async function finishedFacts(databases: Databases, association: AssociationId, reportId: string) {
  const db = databases.association(association);
  if (!(await findRun(db, reportId))) throw refuse('report/unknown', { pointer: '/reportId' });
  const found = await findDocument(db, reportId, 'json');
  if (!found) return null;
  const { published, reconciliation } = JSON.parse(found.body) as ReportDocument;
  const open =
    reconciliation && openErrors(reconciliation).map(({ rule, place, message }) => ({ rule, place, message }));
  return { sha256: found.sha256, published, ...(open && { open }) };
}

const ofReport = { params: { reportId: 'text' }, facts: documentFacts } as const;
export const reportRoutes: readonly Route[] = [
  order,
  list,
  show,
  document,
  queryRoute({
    operation: 'reports.decision-status',
    path: 'reports/:reportId/decisions',
    summary: 'Om rapporten är fastställd och publicerad',
    params: { reportId: 'text' },
    groups: [reportingGroup],
    answer: async (view, { reportId }: { reportId: string }) => ({
      reportId,
      status: await decisionStatus(view, reportId),
    }),
  }),
  commandRoute({
    ...ofReport,
    operation: 'reports.adopt',
    path: 'reports/:reportId/adoption',
    summary: 'Fastställ rapporten',
    command: AdoptReport,
  }),
  commandRoute({
    ...ofReport,
    operation: 'reports.publish',
    path: 'reports/:reportId/publication',
    summary: 'Publicera rapporten',
    command: PublishReport,
  }),
];
