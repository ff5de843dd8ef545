// The amount of every cell: selected, taken from another cell, summed from öre, or reckoned from two columns.
import { type DerivedColumn, favourableRows, givenCell, type Layout, type LayoutRow } from '@finsam/associations';
import { type Ore, ore, sumOre } from '@finsam/kernel';
import { swedishAmount, swedishPercent } from '../../swedish';
import { type Selection, shownIn } from './selection';
import type { StatementCell, StatementTable } from '../statement-table';

/** The amount of a cell in a column of figures; null when it is blank. */
export type Amounts = (row: string, column: string) => Ore | null;

export const BLANK: StatementCell = { ore: null, printed: '' };

/** Follows references and sums. The layout has no circles: `layoutSchema` refuses them. */
export function amountsOf(
  layout: Layout,
  selections: ReadonlyMap<string, Selection>,
  earlier: readonly StatementTable[],
): Amounts {
  const rows = new Map(layout.rows.map((row) => [row.id, row]));
  const known = new Map<string, Ore | null>();
  const amount: Amounts = (id, column) => {
    const key = `${id} ${column}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const row = rows.get(id);
    const result = row && shownIn(row, column) ? reckoned(row, column) : null;
    known.set(key, result);
    return result;
  };
  const reckoned = (row: LayoutRow, column: string): Ore | null => {
    const given = givenCell(row, column);
    if (given) {
      const elsewhere = given.table !== undefined && given.table !== layout.id;
      return elsewhere ? (cellOf(earlier, given)?.ore ?? null) : amount(given.row, given.column);
    }
    const selected = selections.get(column)?.amounts.get(row.id);
    return selected === undefined && row.kind === 'sum' ? totalOf(row, column, amount) : (selected ?? null);
  };
  return amount;
}

/** The sum of a total's parts as they stand in the column; blank as the row says. */
export function totalOf(row: Extract<LayoutRow, { kind: 'sum' }>, column: string, amount: Amounts): Ore | null {
  const parts = row.of.map(({ row: part, sign = 1 }) => {
    const figure = amount(part, column);
    return figure === null ? null : ore(sign * figure);
  });
  const figures = parts.filter((part) => part !== null);
  const blank = row.blank === 'any' ? figures.length < parts.length : figures.length === 0;
  return blank ? null : sumOre(figures);
}

/** A cell of an earlier table; undefined when there is no such table, row or column. */
export function cellOf(
  tables: readonly StatementTable[],
  at: { readonly table?: string; readonly row: string; readonly column: string },
): StatementCell | undefined {
  const table = tables.find(({ layout }) => layout.id === at.table);
  const index = table?.columns.findIndex(({ id }) => id === at.column) ?? -1;
  return table?.rows.find(({ id }) => id === at.row)?.cells[index];
}

export function printedCell(amount: Ore | null, unit: Layout['unit']): StatementCell {
  return amount === null ? BLANK : { ore: amount, printed: swedishAmount(amount, unit) };
}

/** The cells of a column that is reckoned from two others, as a function of the row. */
export function derivedCells(
  layout: Layout,
  column: DerivedColumn,
  amount: Amounts,
): (row: LayoutRow) => StatementCell {
  const favourable = favourableRows(layout);
  return (row) => {
    if (!shownIn(row, column.id)) return BLANK;
    const [of, against] = [amount(row.id, column.of), amount(row.id, column.against)];
    if (of === null || against === null) return BLANK;
    switch (column.kind) {
      case 'deviation':
        return printedCell(ore((favourable.get(row.id) ?? 1) * (of - against)), layout.unit);
      case 'remaining':
        return printedCell(ore(against - of), layout.unit);
      case 'consumed-share':
        // A share of nothing is no number.
        return against === 0 ? BLANK : { ore: null, share: { of, against }, printed: swedishPercent({ of, against }) };
    }
  };
}
