// Reading: a whole log page by page, and whole streams.
import type { AssociationId } from '@finsam/kernel';
import { recordOf } from '@finsam/platform';
import type { Pool } from 'pg';
import type { Figure } from '../figure';
import { inTurns, speed, speedOf } from '../measure';
import type { World } from '../world';
import { sownLog, STREAM_EVENTS, streamAt } from './events';
import { rawPage, rawPool } from './raw-pages';

const PAGE = 1_000;
/** Of the log, from its beginning: enough that one page more or less is nothing. */
const PART = 50_000;

export async function benchReading(world: World): Promise<Figure[]> {
  const { store, effort } = world;
  const log = await sownLog(world);
  const raw = rawPool(world);
  const part = Math.min(PART, effort.events);
  const pages = await inTurns(world, {
    ours: () => speedOf(part, () => readAll(part, (after) => store.readLog(recordOf(log), after, PAGE))),
    raw: () => speedOf(part, () => readAll(part, (after) => parsedPage(raw, log, after))),
  });
  const load = { callers: 1, ms: effort.turnMs, each: STREAM_EVENTS };
  const start = (n: number) => (n * STREAM_EVENTS) % effort.events;
  const streams = await inTurns(world, {
    ours: () => speed(load, (n) => store.readStream(recordOf(log), streamAt(start(n)))),
    raw: () => speed(load, (n) => parsedPage(raw, log, start(n))),
  });
  await raw.end();
  const limit = (value: number) => ({ what: 'the same page through the driver, parsed', value });
  return [
    { what: `read a log, pages of ${PAGE}`, ours: pages.ours, unit: '/s', limit: limit(pages.raw) },
    { what: `read streams of ${STREAM_EVENTS}`, ours: streams.ours, unit: '/s', limit: limit(streams.raw) },
  ];
}

type Page = (after: number) => Promise<readonly { position: number }[]>;

async function readAll(to: number, page: Page): Promise<void> {
  for (let after = 0; after < to;) after = (await page(after)).at(-1)!.position;
}

/** What a reader cannot do without: the bodies as objects. */
async function parsedPage(raw: Pool, log: AssociationId, after: number) {
  const rows = await rawPage(raw, log, after, PAGE);
  return rows.map((row) => ({ ...row, data: JSON.parse(row.data) as object, meta: JSON.parse(row.meta) as object }));
}
