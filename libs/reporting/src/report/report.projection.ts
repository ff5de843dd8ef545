// Where each report stands after it was rendered, and what of it the nation gets.
import type { EventsOf, OutboxProjection, StateProjection } from '@finsam/kernel';
import { NATION, type View } from '@finsam/platform';
import { PUBLISHED_FIGURES } from './published-figures';
import { type ReportEvent, reportEvents, ReportPublished } from './report.events';

export type ReportRow = { report_id: string; status: 'adopted' | 'published'; sha256: string };

export const reports: StateProjection<ReportEvent, ReportRow> = {
  kind: 'state',
  table: { name: 'report_v1', columns: { report_id: 'text', status: 'text', sha256: 'text' } },
  events: reportEvents,
  key: ({ data }) => data.reportId,
  evolve: (_, { type, data }) => ({
    report_id: data.reportId,
    status: type === 'ReportAdopted' ? 'adopted' : 'published',
    sha256: data.sha256,
  }),
};

/** A report published later for the same days takes the earlier one's place, however its period is written. */
export const publishedReports: OutboxProjection<EventsOf<readonly [typeof ReportPublished]>> = {
  events: [ReportPublished],
  messages: ({ data: { published } }) => [
    {
      receiver: NATION,
      kind: PUBLISHED_FIGURES,
      key: `${published.type} ${published.from}..${published.to}`,
      body: published,
    },
  ],
};

/** `adopted`, `published`, or null for a report that no decision has been made on. */
export async function decisionStatus(view: View, reportId: string): Promise<ReportRow['status'] | null> {
  const rows = await view.from(reports).select('status').where('report_id', '=', reportId).execute();
  return rows[0]?.status ?? null;
}
