// Single appends to many logs: each waits for the disk by itself, so the server's own work per append decides.
import { NO_STREAM, recordOf } from '@finsam/platform';
import type { Figure } from '../figure';
import { inTurns, speed } from '../measure';
import type { World } from '../world';
import { bareInsert } from './bare-insert';
import { byHand, makeTablesByHand } from './by-hand';
import { nextEvent } from './events';

const LOGS = 80;
const PLANNED = 8;
export const CALLERS = [1, 8, 16, 64];
/** The other stores for Node that we know of make about this many of their own on the machine this was written on. */
const PEERS_PER_SECOND = 5_000;
const PEERS_CALLERS = 16;

export async function benchAppends(world: World): Promise<Figure[]> {
  const { store, effort } = world;
  const logs = await world.logs(LOGS);
  await makeTablesByHand(world);
  const hand = byHand(world, logs);
  const figures: Figure[] = [];
  let streams = 0;
  const stream = () => `single-${++streams}`;
  // A login costs more than many appends, and a connection plans a statement anew the first times it runs it.
  for (const log of logs.flatMap((each) => Array.from({ length: PLANNED }, () => each))) {
    await store.append(recordOf(log), stream(), NO_STREAM, [nextEvent()]);
    await hand.append(log, stream(), nextEvent());
  }
  for (const callers of CALLERS) {
    const bare = await bareInsert(world, callers);
    const load = { callers, ms: effort.turnMs };
    const logOf = (n: number) => logs[n % LOGS]!;
    const speeds = await inTurns(world, {
      ours: () => speed(load, (n) => store.append(recordOf(logOf(n)), stream(), NO_STREAM, [nextEvent()])),
      hand: () => speed(load, (n) => hand.append(logOf(n), stream(), nextEvent())),
      bare: () => speed(load, () => bare.one(stream(), nextEvent())),
    });
    await bare.close();
    const ours = { what: `append to ${LOGS} logs, ${callers} callers`, ours: speeds.ours, unit: '/s' } as const;
    const rows = { what: 'the same rows by hand, with roles and RLS', value: speeds.hand };
    figures.push({ ...ours, limit: rows, target: { ratio: 0.85 } });
    figures.push({ ...ours, limit: { what: 'bare prepared INSERT', value: speeds.bare }, target: { ratio: 0.4 } });
    if (callers === PEERS_CALLERS) figures.push({ ...ours, target: { atLeast: PEERS_PER_SECOND } });
  }
  await hand.close();
  return figures;
}
