// Which way is better? A cost shown as 100 grows for the worse, a cost shown as -100 grows for the better.
import { isMeasure, isWords, type Layout, type LayoutRow } from './layout-shape';

/** 1: more is better. -1: less is better. null: the row adds up both kinds, so that neither is. */
export type Favourable = 1 | -1 | null;

/**
 * The direction of every row. In a flow it follows from the row's sign, since the ledger shows income as negative.
 * A balance has no better or worse: there a deviation is plain difference. Sums must not refer to themselves.
 */
export function favourableRows(layout: Pick<Layout, 'statement' | 'rows'>): ReadonlyMap<string, Favourable> {
  const rows = new Map(layout.rows.map((row) => [row.id, row]));
  const known = new Map<string, Favourable>();
  const directionOf = (row: LayoutRow | undefined): Favourable => {
    if (!row || isWords(row) || isMeasure(row)) return null;
    if (layout.statement === 'balance') return 1;
    if (row.kind === 'line') return row.sign === 1 ? -1 : 1;
    const found = known.get(row.id);
    if (found !== undefined) return found;
    const parts = row.of.map((part) => turned(directionOf(rows.get(part.row)), part.sign ?? 1));
    const [first = null] = parts;
    const direction = parts.every((part) => part === first) ? first : null;
    known.set(row.id, direction);
    return direction;
  };
  return new Map(layout.rows.map((row) => [row.id, directionOf(row)]));
}

function turned(direction: Favourable, sign: 1 | -1): Favourable {
  if (direction === null) return null;
  return direction === sign ? 1 : -1;
}
