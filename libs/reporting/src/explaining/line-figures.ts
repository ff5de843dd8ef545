// What a line's cell is made of: the side of the books that the line reads, and what the layout's view moved to it.
import { type FigureColumn, type Layout, type LineRow, readingOf } from '@finsam/associations';
import type { Ore } from '@finsam/kernel';
import type { ColumnFigures, StatementFigures } from '../statements/figures';
import { readsApart } from '../statements/reckoning/selection';
import type { Moved, StatementTable } from '../statements/statement-table';

/** The books as the line reads them: what the statement is about, or another side of them. */
export function figuresReadBy(
  layout: Layout,
  line: LineRow,
  { id }: Pick<FigureColumn, 'id'>,
  { columns, readings = {} }: StatementFigures,
): ColumnFigures {
  const own = columns[id]!;
  if (own.source !== 'ledger' || !readsApart(layout, line)) return own;
  return readings[id]?.[readingOf(layout, line)] ?? { source: 'none' };
}

export interface MovedToCell extends Pick<Moved, 'kind' | 'label'> {
  /** To be added to what the row selects. */
  readonly changeOre: Ore;
}

/** What a view has moved to the cell or from it. */
export function movedTo(
  tables: readonly StatementTable[],
  place: { readonly table: string; readonly row: string; readonly column: string },
): MovedToCell[] {
  const table = tables.find(({ layout }) => layout.id === place.table);
  return (table?.moved ?? []).flatMap(({ kind, label, column, rows }) => {
    const change = column === place.column ? rows.find(({ row }) => row === place.row) : undefined;
    return change ? [{ kind, label, changeOre: change.changeOre }] : [];
  });
}
