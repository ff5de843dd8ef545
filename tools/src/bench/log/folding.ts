// Journal, balances and contributions from the log: catching up with it, and building them anew. The limit is what no
// way of folding can save: reading the events, and writing the rows.
import { catalogue, groups } from '@finsam/assembly';
import { type AssociationId, type ProjectionGroup, readTableNames } from '@finsam/kernel';
import { GroupRunner } from '@finsam/platform';
import type { Figure } from '../figure';
import { inTurns, perSecond, speedOf } from '../measure';
import type { World } from '../world';
import { sownLog } from './events';
import { rawPage, rawPool } from './raw-pages';
import { type RowsByHand, rowsByHand } from './rows-by-hand';

const PAGE = 1_000;
/** Fewer than of the rebuild, which folds in the same way: it takes as long, and is not judged. */
const LIVE_ROUNDS = 2;
/** Events a second, on two cores. */
const TENS_OF_THOUSANDS = 20_000;

export async function benchFolding(world: World): Promise<Figure[]> {
  const { databases, effort, admin } = world;
  const log = await sownLog(world);
  const group = groups.find(({ name }) => name === 'ledger')!;
  const runner = () => new GroupRunner(databases, catalogue);
  await runner().catchUp(log, group);
  const writer = rawPool(world);
  const hand = await rowsByHand(world, writer, log, group);
  const tables = readTableNames(group).map((name) => `read."${name}"`);
  const ground = {
    ...world,
    between: async () => {
      await hand.clear();
      await admin.query(`vacuum analyze ${tables.join(', ')}, ops.checkpoint`);
      await admin.query('checkpoint');
    },
  };
  const contestants = {
    rebuild: () => speedOf(effort.events, () => runner().rebuild(log, group)),
    hand: () => readAndWrite(effort.events, (after) => rawPage(writer, log, after, PAGE), hand),
  };
  const speeds = await inTurns(ground, contestants, true);
  const catchUp = async () => {
    await forget(world, log, group);
    return speedOf(effort.events, () => runner().catchUp(log, group));
  };
  const live = await inTurns({ ...ground, effort: { rounds: LIVE_ROUNDS } }, { catchUp }, true);
  await writer.end();
  const limit = { what: 'raw read + the same rows by unnest', value: speeds.hand };
  const rebuild = { what: `rebuild of ${effort.events} events`, ours: speeds.rebuild, unit: '/s' } as const;
  return [
    { what: `catch up with ${effort.events} events`, ours: live.catchUp, unit: '/s', limit },
    { ...rebuild, limit, target: { ratio: 0.5 } },
    { ...rebuild, target: { atLeast: TENS_OF_THOUSANDS } },
  ];
}

/** As if the group were new: the next batch begins at the log's beginning. */
async function forget({ admin }: World, log: AssociationId, group: ProjectionGroup): Promise<void> {
  for (const name of readTableNames(group)) {
    await admin.query(`delete from read."${name}" where association_id = $1`, [log]);
    await admin.query(`vacuum read."${name}"`);
  }
  await admin.query('delete from ops.checkpoint where association_id = $1 and projection_group = $2', [
    log,
    group.name,
  ]);
}

async function readAndWrite(
  events: number,
  page: (after: number) => Promise<readonly { position: number }[]>,
  rows: RowsByHand,
): Promise<number> {
  let ms = 0;
  for (let after = 0; after < events;) {
    const reading = performance.now();
    const read = await page(after);
    ms += performance.now() - reading;
    const to = read.at(-1)!.position;
    await rows.prepare(after, to);
    const writing = performance.now();
    await rows.write();
    ms += performance.now() - writing;
    after = to;
  }
  return perSecond(events, ms);
}
