// Reported figures, latest version per layout and period.
import { type Ore, type Period, type StateProjection, tryParsePeriod } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { type ReportedFiguresEvent, reportedFiguresEvents } from './reported-figures.events';

export type ReportedFiguresRow = {
  layout_id: string;
  period_from: string;
  period_to: string;
  document: string;
  figures: readonly { line: string; amountOre: Ore }[];
  /** Of what is not money. */
  counts: readonly { line: string; count: number; unit: string }[];
};

export const reportedFigures: StateProjection<ReportedFiguresEvent, ReportedFiguresRow> = {
  kind: 'state',
  table: {
    name: 'reported_figures_v2',
    columns: {
      layout_id: 'text',
      period_from: 'date',
      period_to: 'date',
      document: 'text',
      figures: 'json',
      counts: 'json',
    },
  },
  events: reportedFiguresEvents,
  key: ({ data }) => `${data.layoutId} ${data.period}`,
  evolve: (_, { data }) => {
    const period = tryParsePeriod(data.period);
    if (!period) throw new Error(`not a period: ${data.period}`);
    const { layoutId, document, figures, counts = [] } = data;
    return { layout_id: layoutId, period_from: period.from, period_to: period.to, document, figures, counts };
  },
};

/** As it is told now, and `since` which position. */
export type ReportedSince = ReportedFiguresRow & { readonly since: number };

/** Figures reported for exactly these days, by layout; of two codes for the same days, what was told last. */
export async function reportedIn(
  view: View,
  { from, to }: Pick<Period, 'from' | 'to'>,
): Promise<ReadonlyMap<string, ReportedSince>> {
  const rows = await view
    .from(reportedFigures)
    .selectAll()
    .where('period_from', '=', from)
    .where('period_to', '=', to)
    .orderBy('since')
    .execute();
  return new Map(rows.map((row) => [row.layout_id, row]));
}
