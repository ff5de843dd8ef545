// What lines read of the books besides what their statement is about: a flow's opening balances, a balance's movements.
import { isFigureColumn, type Layout, type Reading, readingOf, selectedDimensions } from '@finsam/associations';
import { type BusinessDate, dateOf, fiscalYearOf, ore, type Period, yearOf } from '@finsam/kernel';
import type { LedgerSum } from '@finsam/ledger';
import type { ColumnPeriods } from '../statements/column-periods';
import type { LedgerFigures, Readings, StatementFigures } from '../statements/figures';
import type { FigureReader } from './figure-reader';

/** Undefined where no line reads anything else. Only years that are booked here can be read so. */
export async function otherReadings(
  reader: FigureReader,
  layout: Layout,
  periods: ColumnPeriods,
): Promise<StatementFigures['readings']> {
  const wanted = wantedReadings(layout);
  if (wanted.length === 0) return undefined;
  const booked = await reader.booked();
  const readings: Record<string, Readings> = {};
  for (const column of layout.columns.filter(isFigureColumn).filter(({ kind }) => kind === 'actual')) {
    const period = periods[column.id]!;
    if (booked.has(fiscalYearOf(period))) readings[column.id] = await readingsOf(reader, layout, wanted, period);
  }
  return readings;
}

function wantedReadings(layout: Layout): Reading[] {
  const lines = layout.rows.filter((row) => row.kind === 'line');
  const plain = layout.statement === 'flow' ? 'movement' : 'closing';
  return [...new Set(lines.map((line) => readingOf(layout, line)))].filter((reading) => reading !== plain);
}

/** A period that begins in another year than it ends in has no opening balances of its own. */
async function readingsOf(
  reader: FigureReader,
  layout: Layout,
  wanted: readonly Reading[],
  period: Period,
): Promise<Readings> {
  const { from, to } = period;
  const year = fiscalYearOf(period);
  const by = selectedDimensions(layout);
  const [closing, movement] = [await reader.balances(period, by), await reader.flows(period, by)];
  const all: Readings = {
    movement: { source: 'ledger', rows: movement, span: { from, to, opening: false } },
    closing: { source: 'ledger', rows: closing, span: { year, to, opening: true } },
    ...(yearOf(from) === year && { opening: openingOf(closing, movement, period) }),
  };
  return Object.fromEntries(wanted.flatMap((reading) => (all[reading] ? [[reading, all[reading]]] : [])));
}

/** What stood before the first day: what stands at the last, without what was booked in between. */
function openingOf(closing: readonly LedgerSum[], movement: readonly LedgerSum[], { from }: Period): LedgerFigures {
  const year = yearOf(from);
  const before = from === dateOf(year, 1, 1) ? { opening: 'only' as const } : { to: dayBefore(from), opening: true };
  return { source: 'ledger', rows: [...closing, ...movement.map(turned)], span: { year, ...before } };
}

function turned(sum: LedgerSum): LedgerSum {
  return { ...sum, amountOre: ore(-sum.amountOre) };
}

function dayBefore(date: BusinessDate): BusinessDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return day > 1 ? dateOf(year, month, day - 1) : dateOf(year, month - 1, 31);
}
