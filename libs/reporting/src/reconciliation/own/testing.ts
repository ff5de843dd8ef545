// Words for specs: our own tables made from layouts and figures, a cell of one changed, and what is found.
import type { Layout } from '@finsam/associations';
import { ore } from '@finsam/kernel';
import { columnPeriods } from '../../statements/column-periods';
import type { ColumnFigures, StatementFigures } from '../../statements/figures';
import { statement } from '../../statements/statement';
import { august } from '../../statements/testing';
import type { MadeTable } from './made-table';
import { tableFindings } from './reconcile-own';

export type MadeOf = readonly [
  layout: Layout,
  columns: Record<string, ColumnFigures>,
  readings?: StatementFigures['readings'],
];

/** In the order in which they are adopted: a table may take cells from those before it. */
export function made(...of: readonly MadeOf[]): MadeTable[] {
  const tables: MadeTable[] = [];
  for (const [layout, columns, readings] of of) {
    const figures = { columns, ...(readings && { readings }) };
    const periods = columnPeriods(layout, august);
    const earlier = tables.map(({ table }) => table);
    tables.push({ layout, periods, figures, table: statement(layout, periods, figures, earlier) });
  }
  return tables;
}

/** The same with öre added in one place, as if the engine or a hand had written another figure there. */
export function tampered(all: readonly MadeTable[], place: string, by = 1): MadeTable[] {
  const [inTable, inRow, inColumn] = place.split('/');
  return all.map((one) => {
    const index = one.table.columns.findIndex(({ id }) => id === inColumn);
    const rows = one.table.rows.map((row) => {
      const cell = row.cells[index];
      if (one.layout.id !== inTable || row.id !== inRow || !cell || cell.ore === null) return row;
      return { ...row, cells: row.cells.with(index, { ...cell, ore: ore(cell.ore + by) }) };
    });
    return { ...one, table: { ...one.table, rows } };
  });
}

/** Rule and place of each finding, the errors first. */
export function found(all: readonly MadeTable[]): string[] {
  return tableFindings(all).map(({ rule, place }) => `${rule} ${place}`);
}

export const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');
