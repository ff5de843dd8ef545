// Where each column of a layout takes its figures: from the books, else from what was reported of earlier years.
import { type FigureColumn, isFigureColumn, isMeasure, type Layout, selectedDimensions } from '@finsam/associations';
import { fiscalYearOf, type Period } from '@finsam/kernel';
import { columnPeriods, type ColumnPeriods } from '../statements/column-periods';
import type { ColumnFigures, ReportedCounts, StatementFigures } from '../statements/figures';
import type { FigureReader } from './figure-reader';
import { importedComparative } from './imported-figures';
import { otherReadings } from './other-readings';

export async function statementFigures(
  reader: FigureReader,
  layout: Layout,
  period: Period,
): Promise<StatementFigures> {
  const periods = columnPeriods(layout, period);
  const columns: Record<string, ColumnFigures> = {};
  for (const column of layout.columns.filter(isFigureColumn)) {
    columns[column.id] = await columnFigures(reader, layout, column, periods[column.id]!, period);
  }
  const readings = await otherReadings(reader, layout, periods);
  const counts = layout.rows.some(isMeasure) ? await reportedCounts(reader, layout, periods) : undefined;
  return { columns, ...(counts && { counts }), ...(readings && { readings }) };
}

/** Counts of the years that the layout's outcomes are about. */
async function reportedCounts(
  reader: FigureReader,
  layout: Layout,
  periods: ColumnPeriods,
): Promise<Readonly<Record<string, ReportedCounts>>> {
  const counts: Record<string, ReportedCounts> = {};
  for (const { id, kind } of layout.columns) {
    const reported = kind === 'actual' ? await reader.reported(layout.id, periods[id]!) : null;
    if (reported) counts[id] = { document: reported.document, rows: reported.counts };
  }
  return counts;
}

async function columnFigures(
  reader: FigureReader,
  layout: Layout,
  column: FigureColumn,
  period: Period,
  reportPeriod: Period,
): Promise<ColumnFigures> {
  const year = fiscalYearOf(period);
  if (column.kind === 'plan') return plannedFigures(reader, year, column.yearsAhead);
  if (column.kind === 'budget') {
    const posts = await reader.budget(year);
    return posts ? { source: 'posts', rows: posts } : reader.importedBudget(year);
  }
  if (column.kind === 'forecast') {
    const forecast = await reader.forecast(year, reportPeriod.to);
    return forecast ? { source: 'posts', rows: forecast.posts } : { source: 'none' };
  }
  const by = selectedDimensions(layout);
  const booked = await reader.booked();
  if (booked.has(year)) {
    const { from, to } = period;
    return layout.statement === 'flow'
      ? { source: 'ledger', rows: await reader.flows(period, by), span: { from, to, opening: false } }
      : { source: 'ledger', rows: await reader.balances(period, by), span: { year, to, opening: true } };
  }
  // The last day of a year without books here is the first day of the next, whose opening balances are booked.
  if (layout.statement === 'balance' && booked.has(year + 1) && period.to === `${year}-12-31`) {
    const rows = await reader.opening(year + 1, by);
    if (rows.length > 0) return { source: 'ledger', rows, span: { year: year + 1, opening: 'only' } };
  }
  const compared = importedComparative(await reader.comparative(year), layout.statement, period);
  if (compared.source !== 'none') return compared;
  const reported = await reader.reported(layout.id, period);
  return reported ? { source: 'reported', document: reported.document, rows: reported.figures } : { source: 'none' };
}

/** What the budget in force `ahead` years before `year` planned for it; a later budget of its own is another thing. */
async function plannedFigures(reader: FigureReader, year: number, ahead: number): Promise<ColumnFigures> {
  const budget = await reader.budgetInForce(year - ahead);
  const planned = budget?.plan.find((candidate) => candidate.year === year);
  return planned ? { source: 'posts', rows: planned.posts } : { source: 'none' };
}
