// A note's sum is the line that it belongs to, where the layout says which row of which table that is.
import type { Relation } from '../../typed/report-form';
import { compositionOf, directionOf } from '../composition';
import { columnKey, datedColumns, type MadeTable, place, rowOf, signed } from '../made-table';
import { shownIn } from '../../../statements/reckoning/selection';

/** In every column that both tables have. The note may show the amounts with another sign than the line. */
export function noteRelations(made: MadeTable, all: readonly MadeTable[]): Relation[] {
  return made.layout.rows.flatMap((row) => {
    const refersTo = row.kind === 'line' || row.kind === 'sum' ? row.noteAt : undefined;
    const note = refersTo && all.find(({ layout }) => layout.id === refersTo.table);
    const total = note && rowOf(note, refersTo.row);
    if (!total || (total.kind !== 'line' && total.kind !== 'sum')) return [];
    return datedColumns(made).flatMap((dated): Relation[] => {
      const key = columnKey(made, dated);
      const other = datedColumns(note).find((candidate) => columnKey(note, candidate) === key);
      if (!other || !shownIn(row, dated.column.id) || !shownIn(total, other.column.id)) return [];
      const sign = direction(made, row.id, dated.column.id) * direction(note, total.id, other.column.id);
      const line = signed(sign, place(made, row.id, dated.column.id));
      return [{ rule: 'not-rad', total: place(note, total.id, other.column.id), parts: [line] }];
    });
  });
}

/** Rows that mix signs, or are taken from elsewhere, are held against each other as they stand. */
function direction(made: MadeTable, row: string, column: string): 1 | -1 {
  const composition = compositionOf(made, row, column);
  return (composition && directionOf(made, composition)) ?? 1;
}
