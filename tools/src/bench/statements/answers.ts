// How long an answer to GET statements takes: by years of history and by vouchers in the year, at the head of the log
// and in the middle of the year. The limits are the smallest history of its kind, and as many queries that read
// nothing, both in the same rounds: what else the machine does falls on all.
import { catalogue } from '@finsam/assembly';
import { parsePeriod } from '@finsam/kernel';
import { GroupRunner, withView } from '@finsam/platform';
import { reportGroups, statementsAs } from '@finsam/reporting';
import type { Figure } from '../figure';
import { FULL, percentile } from '../measure';
import type { World } from '../world';
import { type History, writeHistory, type Written } from './history';
import { LAYOUTS } from './layouts';

const P99_MS = 20;
const FLAT = 1.5;
const CALLS = 400;
const WARM = 30;
/** Checkpoints, layouts, which years, two years' sums, and the budget. */
const QUERIES = 6;
const ORDINARY = 5_000;

export const slugOf = (kind: string, size: number) => `statements-${kind}-${size}`;

interface Case {
  readonly what: string;
  readonly log: Written['log'];
  readonly at: number | undefined;
  readonly period: string;
  /** The first of its kind is the others' limit. */
  readonly kind: string;
  readonly took: number[];
}

/** As many years with an ordinary number of vouchers; as many vouchers in the year and in the year before. */
export function histories({ effort }: World): readonly (History & { kind: string; size: number })[] {
  const scale = effort === FULL ? 1 : 100;
  const years = [1, 10, 30].map((size) => ({
    kind: 'years',
    size,
    vouchers: Array<number>(size).fill(ORDINARY / scale),
  }));
  const vouchers = [1_000, 10_000, 100_000].map((size) => ({
    kind: 'vouchers',
    size,
    vouchers: [size / scale, size / scale],
  }));
  return [...years, ...vouchers].map((one) => ({ ...one, name: slugOf(one.kind, one.size) }));
}

const written = new WeakMap<World, Promise<readonly (History & Written & { kind: string; size: number })[]>>();

/** Written and folded the first time they are asked for. */
export function folded(world: World) {
  const known = written.get(world) ?? writeAll(world);
  written.set(world, known);
  return known;
}

async function writeAll(world: World) {
  const all: (History & Written & { kind: string; size: number })[] = [];
  for (const history of histories(world)) {
    const one = await writeHistory(world, history, LAYOUTS);
    const runner = new GroupRunner(world.databases, catalogue);
    for (const group of reportGroups) {
      const outcome = await runner.catchUp(one.log, group);
      if (outcome.kind === 'stalled') throw new Error(outcome.reason);
    }
    all.push({ ...history, ...one });
  }
  await world.settle();
  return all;
}

export async function benchAnswers(world: World): Promise<Figure[]> {
  const cases: Case[] = [];
  for (const { kind, size, log, middle } of await folded(world)) {
    const of = kind === 'years' ? `${size} years` : `${size} vouchers`;
    const add = (what: string, at: number | undefined, period: string) =>
      cases.push({ what: `${of}, ${what}`, log, at, period, kind: `${kind} ${what}`, took: [] });
    add('head', undefined, '2024-T2');
    add('middle', middle, '2024-H1');
    if (kind === 'vouchers') add('mid-month', undefined, '2024-01-01..2024-08-15');
  }
  const empty: number[] = [];
  for (let call = -WARM; call < (world.effort === FULL ? CALLS : 5); call++) {
    for (const one of cases) {
      const ms = await answered(world, one);
      if (call >= 0) one.took.push(ms);
    }
    const ms = await nothing(world, cases[0]!.log);
    if (call >= 0) empty.push(ms);
  }
  const bare = { what: `${QUERIES} queries that read nothing`, value: percentile(0.99, empty) };
  return cases.flatMap((one) =>
    figuresOf(
      one,
      cases.find(({ kind }) => kind === one.kind)!,
      bare,
    ),
  );
}

/** As many round trips on the same connections, for nothing. */
async function nothing({ databases }: World, log: Written['log']): Promise<number> {
  const start = performance.now();
  await databases.association(log).transaction(async (client) => {
    for (let query = 0; query < QUERIES; query++) await client.query('select');
  });
  return performance.now() - start;
}

/** As the route does it: a view on a connection of the pool, and the answer as text. */
async function answered({ databases }: World, { log, at, period }: Case): Promise<number> {
  const start = performance.now();
  const options = at === undefined ? {} : { at };
  const answer = await withView(databases.association(log), reportGroups, options, (view) =>
    statementsAs(view, parsePeriod(period), 'json'),
  );
  if (JSON.stringify(answer).length < 1_000) throw new Error('there is nothing in the statements');
  return performance.now() - start;
}

function figuresOf(one: Case, smallest: Case, bare: NonNullable<Figure['limit']>): Figure[] {
  const [p50, p99] = [0.5, 0.99].map((share) => percentile(share, one.took)) as [number, number];
  const whole = !one.kind.endsWith('mid-month');
  const limit = { what: smallest.what, value: percentile(0.5, smallest.took) };
  return [
    // The days of a month that is cut off are added up one by one, however many there are.
    { what: `statements, ${one.what}: p50`, ours: p50, unit: 'ms', limit, ...(whole && { target: { atMost: FLAT } }) },
    { what: `statements, ${one.what}: p99`, ours: p99, unit: 'ms', limit: bare, target: { below: P99_MS } },
    { what: `statements, ${one.what}: at best`, ours: Math.min(...one.took), unit: 'ms' },
  ];
}
