// Which figures fall on which row of one column, and which fall on none or on several.
import {
  type FigureColumn,
  givenCell,
  isWords,
  type Layout,
  type LayoutRow,
  type LineRow,
  readingOf,
} from '@finsam/associations';
import { isWithin, type Ore, type Period, sumOre } from '@finsam/kernel';
import type { ColumnFigures, LedgerFigures, PostFigure, Readings, ReportedFigure } from '../figures';
import type { Moved, Unmapped } from '../statement-table';
import { ANY_ACCOUNT, homeOf, postSign, RESULT_ACCOUNTS, takesEntry, takesPost } from './selectors';
import { amountsOn, blankWhenNone, notOnce, share } from './shares';
import { viewed } from './view';

export interface Selection {
  /** By row: each line's amount as shown, null when blank; of the totals only those that were reported. */
  readonly amounts: ReadonlyMap<string, Ore | null>;
  readonly unmapped: readonly Unmapped[];
  readonly moved?: readonly Moved[];
}

/** A column as it is filled: which figures, of which days, and the balances that its lines may read besides. */
export interface FilledColumn {
  readonly column: FigureColumn;
  readonly period: Pick<Period, 'from' | 'to'>;
  readonly figures: ColumnFigures;
  readonly readings?: Readings | undefined;
}

/** What falls on the rows of a column. Rows that are blank there, or take their cell from elsewhere, select nothing. */
export function select(layout: Layout, filled: FilledColumn): Selection {
  const { column, figures } = filled;
  const lines = layout.rows.filter(isLine).filter((line) => shownIn(line, column.id) && !givenCell(line, column.id));
  switch (figures.source) {
    case 'ledger':
      return fromBooks(layout, filled, lines, figures);
    case 'posts':
      return fromPosts(layout, filled, lines, figures.rows);
    case 'reported':
      return fromReported(layout, column.id, lines, figures.rows);
    case 'none':
      return { amounts: new Map(), unmapped: [] };
  }
}

export function shownIn(row: LayoutRow, column: string): boolean {
  return !isWords(row) && (!row.showIn || row.showIn.includes(column));
}

function isLine(row: LayoutRow): row is LineRow {
  return row.kind === 'line';
}

/** The lines that read what the statement is about, and those that read another side of the same books. */
function fromBooks(layout: Layout, filled: FilledColumn, lines: readonly LineRow[], figures: LedgerFigures): Selection {
  const apart = lines.filter((line) => readsApart(layout, line));
  const own = fromLedger(
    layout,
    filled,
    apart.length > 0 ? lines.filter((line) => !apart.includes(line)) : lines,
    figures,
  );
  if (apart.length === 0) return own;
  const others = [...new Set(apart.map((line) => line.reads!))].map((reads) => {
    const readers = apart.filter((line) => line.reads === reads);
    const read = filled.readings?.[reads];
    if (!read) return { amounts: new Map(readers.map(({ id }) => [id, null])), unmapped: [] };
    const { amounts, unmapped } = fromLedger({ ...layout, covers: [] }, filled, readers, read);
    return { amounts, unmapped };
  });
  const all: readonly Selection[] = [own, ...others];
  return {
    ...own,
    amounts: new Map(all.flatMap(({ amounts }) => [...amounts])),
    unmapped: all.flatMap(({ unmapped }) => unmapped),
  };
}

/** True of a line that reads another side of the books than the statement is about. */
export function readsApart(layout: Layout, line: LineRow): boolean {
  return readingOf(layout, line) !== readingOf(layout, { ...line, reads: undefined });
}

/** Books are complete: a line on which nothing was booked is zero. Imported sums do not know every dimension. */
function fromLedger(
  layout: Layout,
  { column, period }: FilledColumn,
  lines: readonly LineRow[],
  { rows, imported }: LedgerFigures,
): Selection {
  const home = homeOf(layout);
  const covered = layout.covers ?? (selectsResult(layout) ? [home, RESULT_ACCOUNTS] : [home]);
  const found = share(lines, rows, (line, row) => (takesEntry(line, row, home) ? line.sign : null));
  const { caught, moved } = viewed(layout, { id: column.id, period, lines }, found, {
    takes: (of, entry) => takesEntry(of, entry, home),
    isAbout: ({ accounts: _, ...line }, entry) => takesEntry(line, entry, ANY_ACCOUNT),
    debitOre: ({ amountOre }) => amountOre,
  });
  const amounts = amountsOn(caught, moved);
  return {
    amounts: new Map(
      lines.map(({ id, dimensions }) => [id, imported && dimensions ? null : sumOre(amounts.get(id) ?? [])]),
    ),
    unmapped: notOnce(caught).flatMap(([{ amountOre, ...entry }, by]) =>
      by.length > 1 || isWithin(covered, entry.account) ? [{ column: column.id, ...entry, lines: by, amountOre }] : [],
    ),
    moved,
  };
}

/** A plan says something only where it has a post. A flow must show every post, unless it says of which kinds. */
function fromPosts(
  layout: Layout,
  { column, period }: FilledColumn,
  lines: readonly LineRow[],
  rows: readonly PostFigure[],
): Selection {
  const { caught, moved } = viewed(layout, { id: column.id, period, lines }, share(lines, rows, postSign), {
    takes: ({ posts }, post) => posts?.some((selector) => takesPost(selector, post)) ?? false,
    isAbout: ({ posts }, post) =>
      posts?.some(({ kinds: _, ...of }) => (of.activities ?? of.members) !== undefined && takesPost(of, post)) ?? false,
    debitOre: () => null,
  });
  const mustShow = (kind: string) => layout.coversKinds?.includes(kind) ?? layout.statement === 'flow';
  return {
    amounts: blankWhenNone(lines, amountsOn(caught, moved)),
    unmapped: notOnce(caught).flatMap(([{ activity, kind, member, amountOre }, by]) =>
      by.length > 1 || mustShow(kind)
        ? [{ column: column.id, post: { activity, kind, member }, lines: by, amountOre }]
        : [],
    ),
    moved,
  };
}

/** Reported figures stand as they were printed, totals too: the parts may be lost, or have been rounded. */
function fromReported(
  layout: Layout,
  column: string,
  lines: readonly LineRow[],
  rows: readonly ReportedFigure[],
): Selection {
  const totals = layout.rows.filter((row) => row.kind === 'sum' && shownIn(row, column));
  const caught = share([...lines, ...totals], rows, (row, { line }) =>
    line === (row.kind === 'line' ? (row.reported ?? row.id) : row.id) ? 1 : null,
  );
  const amounts = amountsOn(caught);
  const reportedTotals = totals.filter(({ id }) => amounts.has(id));
  return {
    amounts: blankWhenNone([...lines, ...reportedTotals], amounts),
    unmapped: notOnce(caught).map(([{ line, amountOre }, by]) => ({ column, reported: line, lines: by, amountOre })),
  };
}

/** A balance that shows the period's result must show all of it. */
function selectsResult(layout: Layout): boolean {
  return layout.rows.some(
    (row) => isLine(row) && !readsApart(layout, row) && row.accounts?.some(([, to]) => to >= RESULT_ACCOUNTS[0]),
  );
}
