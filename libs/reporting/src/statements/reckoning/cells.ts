// The amount of every cell: selected, taken from another cell, summed from öre, or reckoned from two columns.
import { type BenchmarkColumn, givenCell, type Layout, type LayoutRow } from '@finsam/associations';
import { type Ore, ore, shareOre, sumOre } from '@finsam/kernel';
import { swedishAmount } from '../../swedish';
import type { ShareOfYear } from '../share-of-year';
import { type Selection, shownIn } from './selection';
import type { StatementCell, StatementTable } from '../statement-table';

/** The amount of a cell in a column of figures, or of a part of them; null when it is blank. */
export type Amounts = (row: string, column: string) => Ore | null;

export const BLANK: StatementCell = { ore: null, printed: '' };

/** Follows references and sums. The layout has no circles: `layoutSchema` refuses them. `passed`: of the year. */
export function amountsOf(
  layout: Layout,
  selections: ReadonlyMap<string, Selection>,
  earlier: readonly StatementTable[],
  passed: ShareOfYear | null = null,
): Amounts {
  const rows = new Map(layout.rows.map((row) => [row.id, row]));
  const benchmarks = new Map(layout.columns.filter((one) => one.kind === 'benchmark').map((one) => [one.id, one]));
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
  const byNow = (row: string, { of }: BenchmarkColumn): Ore | null => {
    const whole = amount(row, of);
    return whole === null || !passed ? null : shareOre(whole, passed.of, passed.against);
  };
  const reckoned = (row: LayoutRow, column: string): Ore | null => {
    const benchmark = benchmarks.get(column);
    if (benchmark) return byNow(row.id, benchmark);
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

export function printedCell(amount: Ore | null, { unit, decimals }: Pick<Layout, 'unit' | 'decimals'>): StatementCell {
  return amount === null ? BLANK : { ore: amount, printed: swedishAmount(amount, unit, decimals) };
}
