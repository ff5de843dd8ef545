// Where each column of a layout takes its figures: from the books, else from what was reported of earlier years.
import { type FigureColumn, isFigureColumn, isMeasure, type Layout, selectedDimensions } from '@finsam/associations';
import { budgetFor, budgetInForce, forecastFor } from '@finsam/funding';
import { fiscalYearOf, type Period } from '@finsam/kernel';
import { ledgerBalances, ledgerFlows, listFiscalYears, openingBalances, reportedFor } from '@finsam/ledger';
import type { View } from '@finsam/platform';
import { importedBudget, importedComparative } from './imported-figures';
import { otherReadings } from './other-readings';
import { columnPeriods, type ColumnPeriods } from '../statements/column-periods';
import type { ColumnFigures, ReportedCounts, StatementFigures } from '../statements/figures';

/** Years whose books are here, and so need no reported figures. */
export async function bookedYears(view: View): Promise<ReadonlySet<number>> {
  return new Set((await listFiscalYears(view)).map(({ fiscal_year }) => fiscal_year));
}

export async function statementFigures(
  view: View,
  layout: Layout,
  period: Period,
  booked: ReadonlySet<number>,
): Promise<StatementFigures> {
  const periods = columnPeriods(layout, period);
  const columns: Record<string, ColumnFigures> = {};
  for (const column of layout.columns.filter(isFigureColumn)) {
    columns[column.id] = await columnFigures(view, layout, column, periods[column.id]!, period, booked);
  }
  const readings = await otherReadings(view, layout, periods, booked);
  const counts = layout.rows.some(isMeasure) ? await reportedCounts(view, layout, periods) : undefined;
  return { columns, ...(counts && { counts }), ...(readings && { readings }) };
}

/** Counts of the years that the layout's outcomes are about. */
async function reportedCounts(
  view: View,
  layout: Layout,
  periods: ColumnPeriods,
): Promise<Readonly<Record<string, ReportedCounts>>> {
  const counts: Record<string, ReportedCounts> = {};
  for (const { id, kind } of layout.columns) {
    const reported = kind === 'actual' ? await reportedFor(view, layout.id, periods[id]!) : null;
    if (reported) counts[id] = { document: reported.document, rows: reported.counts };
  }
  return counts;
}

async function columnFigures(
  view: View,
  layout: Layout,
  column: FigureColumn,
  period: Period,
  reportPeriod: Period,
  booked: ReadonlySet<number>,
): Promise<ColumnFigures> {
  const year = fiscalYearOf(period);
  if (column.kind === 'plan') return plannedFigures(view, year, column.yearsAhead);
  if (column.kind === 'budget') {
    const posts = await budgetFor(view, year);
    return posts ? { source: 'posts', rows: posts } : importedBudget(view, year);
  }
  if (column.kind === 'forecast') {
    const forecast = await forecastFor(view, year, reportPeriod.to);
    return forecast ? { source: 'posts', rows: forecast.posts } : { source: 'none' };
  }
  const by = selectedDimensions(layout);
  if (booked.has(year)) {
    const { from, to } = period;
    return layout.statement === 'flow'
      ? { source: 'ledger', rows: await ledgerFlows(view, period, by), span: { from, to, opening: false } }
      : { source: 'ledger', rows: await ledgerBalances(view, period, by), span: { year, to, opening: true } };
  }
  // The last day of a year without books here is the first day of the next, whose opening balances are booked.
  if (layout.statement === 'balance' && booked.has(year + 1) && period.to === `${year}-12-31`) {
    const rows = await openingBalances(view, year + 1, by);
    if (rows.length > 0) return { source: 'ledger', rows, span: { year: year + 1, opening: 'only' } };
  }
  const compared = await importedComparative(view, layout.statement, period);
  if (compared.source !== 'none') return compared;
  const reported = await reportedFor(view, layout.id, period);
  return reported ? { source: 'reported', document: reported.document, rows: reported.figures } : { source: 'none' };
}

/** What the budget in force `ahead` years before `year` planned for it; a later budget of its own is another thing. */
async function plannedFigures(view: View, year: number, ahead: number): Promise<ColumnFigures> {
  const budget = await budgetInForce(view, year - ahead);
  const planned = budget?.plan.find((candidate) => candidate.year === year);
  return planned ? { source: 'posts', rows: planned.posts } : { source: 'none' };
}
