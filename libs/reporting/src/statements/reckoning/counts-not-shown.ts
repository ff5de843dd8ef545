// Counts that an earlier document reported and that the layout has no row for.
import { isFigureColumn, isMeasure, type Layout } from '@finsam/associations';
import type { StatementFigures } from '../figures';
import type { CountNotShown } from '../statement-table';

/**
 * In the order of the columns, and in each of the document. A count of zero is a count. A row that is not shown in a
 * column is left out there by the layout's own choice.
 */
export function countsNotShown(layout: Layout, { counts = {} }: StatementFigures): CountNotShown[] {
  const known = new Set(layout.rows.filter(isMeasure).map(({ id, reported = id }) => reported));
  return layout.columns.filter(isFigureColumn).flatMap(({ id: column }) => {
    const reported = Object.hasOwn(counts, column) ? counts[column]!.rows : [];
    return reported.filter(({ line }) => !known.has(line)).map((count) => ({ column, ...count }));
  });
}
