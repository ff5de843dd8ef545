// Why a line's amount is another: rows that were booked, posts that were planned otherwise, figures that were replaced.
import type { FigureColumn, Layout, LineRow } from '@finsam/associations';
import { budgetVersionsFor, forecastVersionsFor } from '@finsam/funding';
import { canonicalJson, fiscalYearOf, ore, type Ore, type Period, sumOre } from '@finsam/kernel';
import { importPositions, laterLines, reportedIn } from '@finsam/ledger';
import type { ColumnFigures, PostFigure } from '../statements/figures';
import { accountsOf, postSign } from '../statements/reckoning/selectors';
import { type Compared, eventsAt, figuresOf } from './compared';
import { type ChangedPost, LINES_MAX, type Reason } from './reasons';

export interface ChangedAmount {
  readonly layout: Layout;
  readonly column: FigureColumn;
  /** Null for a total, which selects nothing by itself. */
  readonly line: LineRow | null;
  /** The column's. */
  readonly days: Period;
  /** What the reasons must come to. */
  readonly movedOre: Ore;
}

export async function amountReasons(compared: Compared, of: ChangedAmount): Promise<Reason[]> {
  const { was, is } = figuresOf(compared, of.layout, of.column, of.line);
  const ledger = await ledgerReason(compared, of, is);
  if (sourceOf(was) !== sourceOf(is)) {
    const rest = ore(of.movedOre - (ledger?.differenceOre ?? 0));
    const events = await eventsAt(compared, await sourcePositions(compared, of, is));
    const source = { kind: 'source', before: nameOf(was), after: nameOf(is), differenceOre: rest, events } as const;
    return ledger ? [source, ledger] : [source];
  }
  if (ledger) return [ledger];
  const events = await eventsAt(compared, await sourcePositions(compared, of, is));
  const explained = { differenceOre: of.movedOre, events };
  if (of.line && is.source === 'posts' && was.source === 'posts') {
    const posts = changedPosts(of.line, was.rows, is.rows);
    const differenceOre = sumOre(
      posts.map(({ sign, beforeOre, afterOre }) => ore(sign * ((afterOre ?? 0) - (beforeOre ?? 0)))),
    );
    return [{ kind: of.column.kind as 'budget', differenceOre, events, posts }];
  }
  if (is.source === 'reported' && was.source === 'reported') {
    return [{ kind: 'reported', ...explained, document: { before: was.document, after: is.document } }];
  }
  return [{ kind: 'imported', ...explained }];
}

/** What was recorded later among the rows that the line selects; null where it selects none. */
async function ledgerReason(
  { view, from }: Compared,
  { layout, line }: ChangedAmount,
  figures: ColumnFigures,
): Promise<Extract<Reason, { kind: 'ledger' }> | null> {
  const accounts = line && accountsOf(layout, line);
  if (!line || !accounts || accounts.length === 0 || figures.source !== 'ledger' || figures.imported || !figures.span)
    return null;
  const { activities, members, dimensions, sign } = line;
  const selection = { among: { accounts, activities, members, dimensions }, ...figures.span };
  const { lines, count, sumOre: sum } = await laterLines(view, selection, from, LINES_MAX);
  if (count === 0) return null;
  const events = await view.recordedAt([...new Set(lines.map(({ position }) => position))]);
  const recordings = new Map(events.map((event) => [event.position, event]));
  return {
    kind: 'ledger',
    differenceOre: ore(sign * sum),
    events: [],
    sign,
    lines: lines.map((one) => ({ ...one, recorded: recordings.get(one.position) ?? null })),
    count,
  };
}

/** Where the log holds what the figures are taken from. */
async function sourcePositions(
  { view, from, period, opened }: Compared,
  { layout, column, days }: ChangedAmount,
  figures: ColumnFigures,
): Promise<number[]> {
  const year = fiscalYearOf(days);
  if (column.kind === 'forecast') {
    const made = await forecastVersionsFor(view, year);
    return made.filter(({ asOf }) => asOf <= period.to).map(({ position }) => position);
  }
  if (column.kind !== 'actual') {
    if (figures.source === 'ledger') return importPositions(view, 'budget', year, from);
    const adopted = await budgetVersionsFor(view, column.kind === 'plan' ? year - column.yearsAhead : year);
    return adopted.map(({ position }) => position);
  }
  if (figures.source === 'reported') return [(await reportedIn(view, days)).get(layout.id)?.since ?? 0];
  if (figures.source === 'ledger' && figures.imported) return importPositions(view, 'comparative', year, from);
  const books = [year, year + 1].flatMap((of) => opened.get(of) ?? []);
  if (figures.source !== 'ledger' || figures.span?.opening !== 'only') return books;
  // A year ends as the next one begins, once that has been said.
  const { lines } = await laterLines(view, figures.span, from, 1);
  return [...books, ...lines.map(({ position }) => position)];
}

/** Where figures are taken from; another span of the books is another source. */
function sourceOf(figures: ColumnFigures): string {
  return figures.source === 'ledger' ? canonicalJson([nameOf(figures), { ...figures.span }]) : figures.source;
}

function nameOf(figures: ColumnFigures): string {
  return figures.source === 'ledger' && figures.imported ? 'imported' : figures.source;
}

function changedPosts(line: LineRow, was: readonly PostFigure[], is: readonly PostFigure[]): ChangedPost[] {
  const key = ({ activity, kind, member }: PostFigure) => canonicalJson([activity, kind, member]);
  const [before, after] = [was, is].map((posts) => new Map(posts.map((post) => [key(post), post]))) as [
    Map<string, PostFigure>,
    Map<string, PostFigure>,
  ];
  return [...new Map([...before, ...after])].flatMap(([at, post]) => {
    const { activity, kind, member } = post;
    const sign = postSign(line, post);
    const [beforeOre, afterOre] = [before.get(at)?.amountOre ?? null, after.get(at)?.amountOre ?? null];
    return sign === null || beforeOre === afterOre ? [] : [{ activity, kind, member, sign, beforeOre, afterOre }];
  });
}
