// Two knowledge times compared: which cells of a period's statements differ between two positions, and why.
import { layoutPositions, layoutsAt } from '@finsam/associations';
import { canonicalJson, parsePeriod, refusals } from '@finsam/kernel';
import type { Recording, View } from '@finsam/platform';
import { cellReasons } from './cell-reasons';
import { type ChangedCell, changedCells, type ChangedLayout, changedLayouts } from './changed-cells';
import { type Compared, eventsAt, openedYears } from './compared';
import { readingOf } from './reading';
import type { Reason } from './reasons';

const refuse = refusals({
  'statement/not-later': {
    status: 422,
    text: 'Jämför en kunskapstid med en senare: position {from} ligger efter position {to}.',
  },
  'statement/not-known': { status: 422, text: 'Position {to} ligger efter den som frågan ställs vid, {at}.' },
});

export interface AskedComparison {
  readonly period: string;
  readonly from: number;
  /** Default: as far as the view has come. */
  readonly to?: number;
  /** So many changed cells are passed over, and so many are told. */
  readonly after: number;
  readonly limit: number;
}

export interface KnowledgeTime {
  readonly position: number;
  /** When its last event was recorded; null before the first. */
  readonly recordedAt: string | null;
}

export interface Comparison {
  readonly period: string;
  readonly from: KnowledgeTime;
  readonly to: KnowledgeTime;
  readonly layouts: readonly (ChangedLayout & { readonly events: readonly Recording[] })[];
  /** Of all pages. */
  readonly count: number;
  readonly changes: readonly (ChangedCell & { readonly because: readonly Reason[] })[];
  readonly next: number | null;
}

/** Throws `DomainError` unless `from` comes first and both are within the view. */
export async function compareStatements(now: View, asked: AskedComparison): Promise<Comparison> {
  const { from, to = now.at, after, limit } = asked;
  if (to > now.at) throw refuse('statement/not-known', { to, at: now.at, pointer: '/to' });
  if (from > to) throw refuse('statement/not-later', { from, to, pointer: '/from' });
  const compared = await comparedAt(now.knownAt(to), from, asked.period);
  const { before, after: later } = compared;
  const all = changedCells(before.tables, later.tables);
  const changes: Comparison['changes'][number][] = [];
  for (const cell of all.slice(after, after + limit)) {
    changes.push({ ...cell, because: await cellReasons(compared, cell) });
  }
  const layouts: Comparison['layouts'][number][] = [];
  for (const layout of changedLayouts(before.tables, later.tables)) {
    layouts.push({ ...layout, events: await eventsAt(compared, [compared.adopted.get(layout.table) ?? 0]) });
  }
  const recorded = new Map((await now.recordedAt([from, to])).map(({ position, at }) => [position, at]));
  const time = (position: number) => ({ position, recordedAt: recorded.get(position) ?? null });
  const next = after + limit < all.length ? after + limit : null;
  return { period: asked.period, from: time(from), to: time(to), layouts, count: all.length, changes, next };
}

async function comparedAt(view: View, from: number, code: string): Promise<Compared> {
  const period = parsePeriod(code);
  const then = view.knownAt(from);
  const layouts = await layoutsAt(view);
  const earlier = await layoutsAt(then);
  const before = await readingOf(then, period, earlier);
  const same = canonicalJson(earlier) === canonicalJson(layouts);
  return {
    view,
    from,
    period,
    before,
    between: same ? before : await readingOf(then, period, layouts),
    after: await readingOf(view, period, layouts),
    opened: await openedYears(view, from),
    adopted: await layoutPositions(view),
  };
}
