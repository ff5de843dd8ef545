// One of our own tables with what it was made from: its relations are read from there, never from its labels.
import { type FigureColumn, isFigureColumn, type Layout, type LayoutRow, type LineRow } from '@finsam/associations';
import type { ColumnPeriods } from '../../statements/column-periods';
import type { StatementFigures } from '../../statements/figures';
import type { StatementCell, StatementTable } from '../../statements/statement-table';
import { readsApart, shownIn } from '../../statements/reckoning/selection';

export interface MadeTable {
  /** With its groups written out as what they hold. */
  readonly layout: Layout;
  readonly periods: ColumnPeriods;
  readonly figures: StatementFigures;
  readonly table: StatementTable;
}

/** A column of figures with its days. */
export interface DatedColumn {
  readonly column: FigureColumn;
  readonly from: string;
  readonly to: string;
}

export function datedColumns({ layout, periods }: MadeTable): DatedColumn[] {
  return layout.columns.filter(isFigureColumn).map((column) => {
    const { from, to } = periods[column.id]!;
    return { column, from, to };
  });
}

/** The same for two columns that are about the same: kind and days, of a balance the last day only. */
export function columnKey({ layout }: MadeTable, { column, from, to }: DatedColumn): string {
  const days = layout.statement === 'balance' && column.kind === 'actual' ? to : `${from}..${to}`;
  // What was planned a year and two years ahead of the same year are two plans.
  return column.kind === 'plan' ? `plan ${column.yearsAhead} ${days}` : `${column.kind} ${days}`;
}

export function place({ layout }: MadeTable, row: string, column: string): string {
  return `${layout.id}/${row}/${column}`;
}

/** `-` in front turns the sign. */
export function signed(sign: number, ref: string): string {
  return sign < 0 ? `-${ref}` : ref;
}

export function rowOf({ layout }: MadeTable, id: string): LayoutRow | undefined {
  return layout.rows.find((row) => row.id === id);
}

export function cellAt({ table }: MadeTable, row: string, column: string): StatementCell | undefined {
  const index = table.columns.findIndex(({ id }) => id === column);
  return table.rows.find(({ id }) => id === row)?.cells[index];
}

/** The lines that show what the statement is about, not another side of the books. */
export function linesIn({ layout }: MadeTable, column: string): LineRow[] {
  return layout.rows
    .filter((row) => row.kind === 'line')
    .filter((line) => shownIn(line, column) && !readsApart(layout, line));
}

/** True where a view has moved an amount to the row or from it: then it shows more, or less, than it selects. */
export function isMoved({ table }: MadeTable, row: string, column: string): boolean {
  return table.moved?.some((moved) => moved.column === column && moved.rows.some((one) => one.row === row)) ?? false;
}

/** What an earlier document printed is shown as it was printed. */
export function isReported({ figures }: MadeTable, column: string): boolean {
  return figures.columns[column]?.source === 'reported';
}
