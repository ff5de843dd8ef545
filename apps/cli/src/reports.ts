// Orders a report through the API, waits until a worker has made it, and fetches it.
import { setTimeout as delay } from 'node:timers/promises';
import { issueToken } from '@finsam/platform';
import { apiClient } from './api-client';
import { openErrors, type ReportDocument } from '@finsam/reporting';
import { CliError } from './arguments';
import type { DemoReport } from './seed';

export interface FinishedReport {
  readonly reportId: string;
  readonly json: string;
  readonly html: string;
}

const WAIT_MS = 60_000;

/** `key`: the same key is the same run, however often it is ordered. Throws `CliError` if the run fails. */
export async function makeReport(
  url: string,
  config: { readonly secret: string },
  slug: string,
  order: { readonly type: string; readonly period: string },
  key: string,
): Promise<FinishedReport> {
  const client = apiClient(`${url}/v1/associations/${slug}`, issueToken(config, `association:${slug}`));
  const { reportId } = (await client.post('reports', order, key)) as { reportId: string };
  const deadline = performance.now() + WAIT_MS;
  for (;;) {
    const run = await client.get(`reports/${reportId}`);
    if (run['status'] === 'failed') throw new CliError(String(run['failure']));
    if (run['status'] === 'done') break;
    if (performance.now() > deadline) throw new CliError('Rapporten blev inte färdig inom en minut. Se finsam status.');
    await delay(25);
  }
  const json = await client.text(`reports/${reportId}/document`);
  const html = await client.text(`reports/${reportId}/document?format=html`);
  return { reportId, json, html };
}

/** Lets stand what a draft's reconciliation finds and the demo has a reason for. Returns how many findings that is. */
export async function acceptFindings(
  url: string,
  config: { readonly secret: string },
  slug: string,
  { reportId, json }: FinishedReport,
  { period, acceptances = [] }: Pick<DemoReport, 'period' | 'acceptances'>,
): Promise<number> {
  const client = apiClient(`${url}/v1/associations/${slug}`, issueToken(config, `association:${slug}`));
  const open = openErrors((JSON.parse(json) as ReportDocument).reconciliation ?? []);
  const meant = acceptances.filter(({ rule, place }) => open.some((one) => one.rule === rule && one.place === place));
  for (const [index, acceptance] of meant.entries()) {
    await client.post(`reconciliation/${period}/acceptances`, acceptance, `${reportId}-acceptance-${index}`);
  }
  return meant.length;
}

/** Adopts and publishes a finished report; told again with the same decisions, nothing changes. */
export async function publishReport(
  url: string,
  config: { readonly secret: string },
  slug: string,
  reportId: string,
  decisions: { readonly adoption: object; readonly publication: object },
): Promise<void> {
  const client = apiClient(`${url}/v1/associations/${slug}`, issueToken(config, `association:${slug}`));
  await client.post(`reports/${reportId}/adoption`, { decision: decisions.adoption }, `${reportId}-adoption`);
  const published = await client.post(
    `reports/${reportId}/publication`,
    { decision: decisions.publication },
    `${reportId}-publication`,
  );
  // The figures lie in the exchange once the publication has been folded.
  await client.get(`reports/${reportId}/decisions?atLeast=${String(published['position'])}`);
}

/** The national table, asked for as the national network. */
export function nationalFigures(url: string, config: { readonly secret: string }, year: number): Promise<string> {
  return apiClient(url, issueToken(config, 'national')).text(`v1/national/figures?year=${year}`);
}
