// Whether the rows and columns that a layout names are there, and are what they are named for.
import { hasAmounts, isFigureColumn, isMeasure, isWords, type Layout } from './layout-shape';

export interface LayoutFault {
  readonly path: (string | number)[];
  readonly message: string;
}

export type Path = LayoutFault['path'];

export function* repeated(items: readonly { id: string }[], list: string): Generator<LayoutFault> {
  const seen = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (seen.has(id)) yield { path: [list, index, 'id'], message: `${id} finns redan` };
    seen.add(id);
  }
}

/** A row with amounts. */
export function* rowFault(layout: Layout, id: string, path: Path): Generator<LayoutFault> {
  const row = layout.rows.find((candidate) => candidate.id === id);
  if (!row) yield { path, message: `raden ${id} finns inte` };
  else if (row.kind === 'heading') yield { path, message: `raden ${id} är en rubrik och har inga belopp` };
  else if (isWords(row)) yield { path, message: `raden ${id} är en text och har inga belopp` };
  else if (isMeasure(row)) yield { path, message: `raden ${id} är ett antal eller en andel och har inga belopp` };
}

/** A column of figures from books, plans or earlier reports. */
export function* figureColumnFault(layout: Layout, id: string, path: Path): Generator<LayoutFault> {
  const column = layout.columns.find((candidate) => candidate.id === id);
  if (!column) yield { path, message: `kolumnen ${id} finns inte` };
  else if (!isFigureColumn(column)) yield { path, message: `kolumnen ${id} är själv uträknad ur andra kolumner` };
}

/** A column of figures, or of what a plan should have come to by now. */
export function* amountColumnFault(layout: Layout, id: string, path: Path): Generator<LayoutFault> {
  const column = layout.columns.find((candidate) => candidate.id === id);
  if (!column || !hasAmounts(column)) yield* figureColumnFault(layout, id, path);
}
