// Which lines a row is made of, and with which sign the row shows what the books hold on them.
import { givenCell, type LineRow } from '@finsam/associations';
import { shownIn } from '../../statements/reckoning/selection';
import { accountsOf } from '../../statements/reckoning/selectors';
import { linesIn, type MadeTable, rowOf } from './made-table';

/** Each line by its id, and how many times the row counts it; null where a part is taken from elsewhere. */
export type Composition = ReadonlyMap<string, number>;

export function compositionOf(made: MadeTable, id: string, column: string): Composition | null {
  const row = rowOf(made, id);
  if (!row || !shownIn(row, column)) return new Map();
  if (row.kind === 'line') return givenCell(row, column) ? null : new Map([[id, 1]]);
  if (row.kind !== 'sum') return null;
  const lines = new Map<string, number>();
  for (const { row: part, sign = 1 } of row.of) {
    const parts = compositionOf(made, part, column);
    if (parts === null) return null;
    for (const [line, times] of parts) lines.set(line, (lines.get(line) ?? 0) + sign * times);
  }
  return lines;
}

/** 1: shows debit as positive. -1: credit. null: counts a line twice or not at all, or mixes the two. */
export function directionOf(made: MadeTable, composition: Composition): 1 | -1 | null {
  const signs = [...composition].map(([id, times]) => {
    const row = rowOf(made, id);
    return row?.kind === 'line' ? row.sign * times : 0;
  });
  const [first] = signs;
  return (first === 1 || first === -1) && signs.every((sign) => sign === first) ? first : null;
}

/** True when the row is made of these lines, each of them, and of no other. */
export function isMadeOf(composition: Composition, lines: readonly LineRow[]): boolean {
  return composition.size === lines.length && lines.every(({ id }) => composition.has(id));
}

/** The lines that select some account from the first to the last in the ledger. */
export function linesAmong(made: MadeTable, column: string, first: number, last: number): LineRow[] {
  return linesIn(made, column).filter((line) => {
    if (givenCell(line, column)) return false;
    return accountsOf(made.layout, line)?.some(([from, to]) => from <= last && to >= first) ?? false;
  });
}

/** True when the table must show every öre of these accounts. */
export function covers({ layout }: MadeTable, first: number, last: number): boolean {
  return layout.covers?.some(([from, to]) => from <= first && to >= last) ?? true;
}
