// What a line's amount was selected from: entries with their vouchers, posts with their decision, or a document.
import type { FigureColumn, Layout, LineRow } from '@finsam/associations';
import { fiscalYearOf, type Period } from '@finsam/kernel';
import { ledgerLines } from '@finsam/ledger';
import type { View } from '@finsam/platform';
import { figureReader } from '../rendering/figure-reader';
import type { ColumnFigures } from '../statements/figures';
import { accountsOf, postSign } from '../statements/reckoning/selectors';

interface Line {
  readonly layout: Layout;
  readonly column: FigureColumn;
  readonly line: LineRow;
  readonly figures: ColumnFigures;
  /** The column's days, and the report's. */
  readonly days: Period;
  readonly report: Period;
  readonly after: number;
  readonly limit: number;
}

export async function behindLine(view: View, of: Line) {
  const { line, figures } = of;
  switch (figures.source) {
    case 'ledger':
      return entries(view, of, figures);
    case 'posts': {
      const posts = figures.rows.flatMap((post) => {
        const sign = postSign(line, post);
        return sign === null ? [] : [{ ...post, sign }];
      });
      return { source: 'posts', posts, ...(await decided(view, of)) };
    }
    case 'reported':
      return { source: 'reported', document: figures.document };
    case 'none':
      return { source: 'none' };
  }
}

/** `sign`: how the row shows what the ledger holds, debit positive. */
async function entries(view: View, of: Line, { imported, span }: Extract<ColumnFigures, { source: 'ledger' }>) {
  const { layout, line, after, limit } = of;
  const { activities, members, dimensions, sign } = line;
  const accounts = accountsOf(layout, line);
  if (imported) return { source: 'imported' };
  if (!accounts || accounts.length === 0 || !span) return { source: 'none' };
  const selection = { among: { accounts, activities, members, dimensions }, ...span };
  return { source: 'ledger', sign, selection, ...(await ledgerLines(view, { ...selection, after, limit })) };
}

/** The decision on a budget, or the day that a forecast was made as of. */
async function decided(view: View, { column, days, report }: Line) {
  const year = fiscalYearOf(days);
  const reader = figureReader(view);
  if (column.kind === 'forecast') return { asOf: (await reader.forecast(year, report.to))?.asOf ?? null };
  const budget = await reader.budgetInForce(column.kind === 'plan' ? year - column.yearsAhead : year);
  return budget && { decision: budget.decision, position: budget.position };
}
