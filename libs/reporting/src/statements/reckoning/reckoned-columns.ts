// The cells of columns that are reckoned from others, as functions of the row.
import {
  type DerivedColumn,
  favourableRows,
  isFigureColumn,
  type Layout,
  type LayoutColumn,
  type LayoutRow,
  outcomeColumn,
} from '@finsam/associations';
import { invariant, ore, type Ore } from '@finsam/kernel';
import { type Decimals, swedishPercent } from '../../swedish';
import type { ColumnPeriods } from '../column-periods';
import { type ShareOfYear, shareOfYear } from '../share-of-year';
import type { StatementCell } from '../statement-table';
import { type Amounts, BLANK, printedCell } from './cells';
import { shownIn } from './selection';

export type ReckonedColumn = Exclude<LayoutColumn, { period: unknown }>;

/** The cells that a row's cell in the column is reckoned from: of its own row unless another is named. */
export function reckonedFrom(column: ReckonedColumn): { readonly row?: string; readonly column: string }[] {
  if (column.kind === 'benchmark') return [{ column: column.of }];
  const other =
    column.kind === 'share-of-total' ? { row: column.total, column: column.of } : { column: column.against };
  return [{ column: column.of }, other];
}

/** What part of a year the report's period is; null where the layout has no outcome of it. */
export function passedOfYear(layout: Pick<Layout, 'columns'>, periods: ColumnPeriods): ShareOfYear | null {
  const period = periods[outcomeColumn(layout)?.id ?? ''];
  return period ? shareOfYear(period) : null;
}

export function reckonedCells(
  layout: Layout,
  column: ReckonedColumn,
  amount: Amounts,
  passed: ShareOfYear | null,
): (row: LayoutRow) => StatementCell {
  switch (column.kind) {
    case 'benchmark':
      invariant(passed, 'a layout with a benchmark has an outcome column');
      return (row) => {
        const own = amount(row.id, column.id);
        if (own === null || column.shows === 'amount') return printedCell(own, layout);
        return shareCell({ of: ore(passed.of), against: ore(passed.against) }, column.decimals);
      };
    case 'share-of-total':
      return (row) => {
        if (!shownIn(row, column.id)) return BLANK;
        const [of, against] = [amount(row.id, column.of), amount(column.total, column.of)];
        return of === null || against === null ? BLANK : shareCell({ of, against }, column.decimals);
      };
    default:
      return derivedCells(layout, column, amount);
  }
}

function derivedCells(layout: Layout, column: DerivedColumn, amount: Amounts): (row: LayoutRow) => StatementCell {
  const favourable = favourableRows(layout);
  return (row) => {
    if (!shownIn(row, column.id)) return BLANK;
    const [of, against] = [amount(row.id, column.of), amount(row.id, column.against)];
    if (of === null || against === null) return BLANK;
    switch (column.kind) {
      case 'deviation':
        return printedCell(ore((favourable.get(row.id) ?? 1) * (of - against)), layout);
      case 'remaining':
        return printedCell(ore(against - of), layout);
      case 'consumed-share':
        return shareCell({ of, against }, column.decimals);
    }
  };
}

/** A share of nothing is no number. */
export function shareCell(share: { of: Ore; against: Ore }, decimals?: Decimals): StatementCell {
  return share.against === 0 ? BLANK : { ore: null, share, printed: swedishPercent(share, decimals) };
}

/** True of a column whose printed cells are the differences of the printed cells of two others. */
export function isDifference(column: LayoutColumn): column is DerivedColumn {
  return !isFigureColumn(column) && (column.kind === 'deviation' || column.kind === 'remaining');
}
