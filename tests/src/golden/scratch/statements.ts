// The statements of a period reckoned a second way: no database, no HTTP, no projection. Events are folded in memory,
// and only the engine that makes a table of figures is the real one's.
import type { FigureColumn, Layout } from '@finsam/associations';
import { parsePeriod, type Period, type Recorded } from '@finsam/kernel';
import { type ReportedCounts, statement, type StatementTable } from '@finsam/reporting';
import { daysOf } from './days';
import { countsOf, figuresOf } from './figures';
import { type Known, knownAt } from './known';

export function statementsFromScratch(log: readonly Recorded[], period: string, at?: number): StatementTable[] {
  const known = knownAt(log, at);
  const tables: StatementTable[] = [];
  for (const layout of known.layoutsInOrder()) tables.push(tableOf(known, layout, parsePeriod(period), tables));
  return tables;
}

function tableOf(known: Known, layout: Layout, report: Period, earlier: readonly StatementTable[]): StatementTable {
  const columns = layout.columns.filter((column): column is FigureColumn => 'period' in column);
  const days = Object.fromEntries(columns.map((column) => [column.id, daysOf(column, report)]));
  const figures = columns.map((column) => [column.id, figuresOf(known, layout, column, days[column.id]!, report)]);
  const counts = columns
    .filter(({ kind }) => kind === 'actual')
    .map(({ id }): [string, ReportedCounts | null] => [id, countsOf(known, layout, days[id]!)])
    .filter((found): found is [string, ReportedCounts] => found[1] !== null);
  const all = { columns: Object.fromEntries(figures) as never, counts: Object.fromEntries(counts) };
  return statement(layout, days, all, earlier);
}
