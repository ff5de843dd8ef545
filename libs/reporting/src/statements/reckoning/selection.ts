// Which figures fall on which row of one column, and which fall on none or on several.
import {
  type FigureColumn,
  givenCell,
  type Layout,
  type LayoutRow,
  type LineRow,
  type PostSelector,
} from '@finsam/associations';
import { type Ore, ore, sumOre } from '@finsam/kernel';
import type { ColumnFigures, LedgerFigure, PostFigure, ReportedFigure } from '../figures';
import type { Unmapped } from '../statement-table';

export interface Selection {
  /** By row: each line's amount as shown, null when blank; of the totals only those that were reported. */
  readonly amounts: ReadonlyMap<string, Ore | null>;
  readonly unmapped: readonly Unmapped[];
}

type AccountRange = readonly [from: number, to: number];

const RESULT_ACCOUNTS: AccountRange = [3000, 8999];
const BALANCE_ACCOUNTS: AccountRange = [1000, 2999];

/** What falls on the rows of a column. Rows that are blank there, or take their cell from elsewhere, select nothing. */
export function select(layout: Layout, column: FigureColumn, figures: ColumnFigures): Selection {
  const lines = layout.rows.filter(isLine).filter((line) => shownIn(line, column.id) && !givenCell(line, column.id));
  switch (figures.source) {
    case 'ledger':
      return fromLedger(layout, column.id, lines, figures);
    case 'posts':
      return fromPosts(layout, column.id, lines, figures.rows);
    case 'reported':
      return fromReported(layout, column.id, lines, figures.rows);
    case 'none':
      return { amounts: new Map(), unmapped: [] };
  }
}

export function shownIn(row: LayoutRow, column: string): boolean {
  return row.kind !== 'heading' && (!row.showIn || row.showIn.includes(column));
}

function isLine(row: LayoutRow): row is LineRow {
  return row.kind === 'line';
}

type LedgerFigures = Extract<ColumnFigures, { source: 'ledger' }>;

/** Books are complete: a line on which nothing was booked is zero. Imported sums do not know every dimension. */
function fromLedger(
  layout: Layout,
  column: string,
  lines: readonly LineRow[],
  { rows, imported }: LedgerFigures,
): Selection {
  const home = layout.statement === 'flow' ? RESULT_ACCOUNTS : BALANCE_ACCOUNTS;
  const covered = layout.covers ?? (selectsResult(layout) ? [home, RESULT_ACCOUNTS] : [home]);
  const { amounts, caught } = share(lines, rows, (line, row) => (takesEntry(line, row, home) ? line.sign : null));
  return {
    amounts: new Map(
      lines.map(({ id, dimensions }) => [id, imported && dimensions ? null : sumOre(amounts.get(id) ?? [])]),
    ),
    unmapped: caught.flatMap(([{ amountOre, ...entry }, by]) =>
      by.length > 1 || (by.length === 0 && within(covered, entry.account))
        ? [{ column, ...entry, lines: by, amountOre }]
        : [],
    ),
  };
}

/** A plan says something only where it has a post. A flow must show every post, unless it says of which kinds. */
function fromPosts(layout: Layout, column: string, lines: readonly LineRow[], rows: readonly PostFigure[]): Selection {
  const { amounts, caught } = share(lines, rows, postSign);
  const mustShow = (kind: string) => layout.coversKinds?.includes(kind) ?? layout.statement === 'flow';
  return {
    amounts: blankWhenNone(lines, amounts),
    unmapped: caught.flatMap(([{ activity, kind, member, amountOre }, by]) =>
      by.length > 1 || (by.length === 0 && mustShow(kind))
        ? [{ column, post: { activity, kind, member }, lines: by, amountOre }]
        : [],
    ),
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
  const { amounts, caught } = share([...lines, ...totals], rows, (row, { line }) =>
    line === (row.kind === 'line' ? (row.reported ?? row.id) : row.id) ? 1 : null,
  );
  const reportedTotals = totals.filter(({ id }) => amounts.has(id));
  return {
    amounts: blankWhenNone([...lines, ...reportedTotals], amounts),
    unmapped: caught.flatMap(([{ line, amountOre }, by]) =>
      by.length === 1 ? [] : [{ column, reported: line, lines: by, amountOre }],
    ),
  };
}

interface Shares<F> {
  readonly amounts: ReadonlyMap<string, readonly Ore[]>;
  /** Every figure that is not zero, with the rows that take it. */
  readonly caught: readonly (readonly [F, readonly string[]])[];
}

/** Gives each figure to the rows that take it; `takes` answers with the sign by which the row shows it. */
function share<R extends LayoutRow, F extends { readonly amountOre: Ore }>(
  rows: readonly R[],
  figures: readonly F[],
  takes: (row: R, figure: F) => 1 | -1 | null,
): Shares<F> {
  const amounts = new Map<string, Ore[]>();
  const caught = figures.map((figure) => {
    const by = rows.filter((row) => {
      const sign = takes(row, figure);
      if (sign === null) return false;
      const own = amounts.get(row.id);
      if (own) own.push(ore(sign * figure.amountOre));
      else amounts.set(row.id, [ore(sign * figure.amountOre)]);
      return true;
    });
    return [figure, by.map(({ id }) => id)] as const;
  });
  return { amounts, caught: caught.filter(([{ amountOre }]) => amountOre !== 0) };
}

function blankWhenNone(rows: readonly { id: string }[], amounts: Shares<never>['amounts']): Map<string, Ore | null> {
  return new Map(
    rows.map(({ id }) => {
      const own = amounts.get(id);
      return [id, own ? sumOre(own) : null];
    }),
  );
}

function takesEntry(line: LineRow, entry: LedgerFigure, home: AccountRange): boolean {
  const { accounts, activities, members, dimensions } = line;
  if (!accounts && !activities && !members && !dimensions) return false;
  if (!within(accounts ?? [home], entry.account)) return false;
  return among(activities, entry.activity) && among(members, entry.member) && hasValues(dimensions, entry);
}

function hasValues(wanted: LineRow['dimensions'] = {}, { dimensions = {} }: LedgerFigure): boolean {
  const known = new Map(Object.entries(dimensions));
  return Object.entries(wanted).every(([code, values]) => among(values, known.get(code) ?? null));
}

/** The sign by which a line shows a post; null where it does not. */
export function postSign(line: LineRow, post: PostFigure): 1 | -1 | null {
  const selector = line.posts?.find((candidate) => takesPost(candidate, post));
  return selector ? (selector.sign ?? 1) : null;
}

/** The accounts that a line selects among; null where it selects nothing in the ledger. */
export function accountsOf({ statement }: Pick<Layout, 'statement'>, line: LineRow): readonly AccountRange[] | null {
  const { accounts, activities, members, dimensions } = line;
  if (!accounts && !activities && !members && !dimensions) return null;
  return accounts ?? [statement === 'flow' ? RESULT_ACCOUNTS : BALANCE_ACCOUNTS];
}

function takesPost({ activities, kinds, members }: PostSelector, post: PostFigure): boolean {
  return among(activities, post.activity) && among(kinds, post.kind) && among(members, post.member);
}

function among(codes: readonly string[] | undefined, code: string | null): boolean {
  return codes === undefined || (code !== null && codes.includes(code));
}

function within(ranges: readonly AccountRange[], account: number): boolean {
  return ranges.some(([from, to]) => from <= account && account <= to);
}

/** A balance that shows the period's result must show all of it. */
function selectsResult(layout: Layout): boolean {
  return layout.rows.some((row) => isLine(row) && row.accounts?.some(([, to]) => to >= RESULT_ACCOUNTS[0]));
}
