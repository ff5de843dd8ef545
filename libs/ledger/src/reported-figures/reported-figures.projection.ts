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

/** Figures reported for exactly these days, and `since` when they stand; null if there are none. */
export async function reportedFor(
  view: View,
  layoutId: string,
  period: Period,
): Promise<(ReportedFiguresRow & { readonly since: number }) | null> {
  const rows = await view
    .from(reportedFigures)
    .selectAll()
    .where('layout_id', '=', layoutId)
    .where('period_from', '=', period.from)
    .where('period_to', '=', period.to)
    .orderBy('since', 'desc')
    .limit(1)
    .execute();
  return rows[0] ?? null;
}
