// Single appends to one log, each to a stream of its own: they queue for the log's head, and go together.
import { NO_STREAM, recordOf } from '@finsam/platform';
import type { Figure } from '../figure';
import { inTurns, speed } from '../measure';
import type { World } from '../world';
import { CALLERS } from './appends';
import { bareInsert } from './bare-insert';
import { nextEvent } from './events';

/** With so many, what is sent together must make up for the queue. */
const MANY = 64;

export async function benchHotLog(world: World): Promise<Figure[]> {
  const { store, effort } = world;
  const log = recordOf(await world.log('hot'));
  const figures: Figure[] = [];
  let streams = 0;
  const stream = () => `hot-${++streams}`;
  for (const callers of CALLERS) {
    const bare = await bareInsert(world, callers);
    const load = { callers, ms: effort.turnMs };
    const speeds = await inTurns(world, {
      ours: () => speed(load, () => store.append(log, stream(), NO_STREAM, [nextEvent()])),
      bare: () => speed(load, () => bare.one(stream(), nextEvent())),
    });
    await bare.close();
    figures.push({
      what: `append to one hot log, ${callers} callers`,
      ours: speeds.ours,
      unit: '/s',
      limit: { what: 'bare prepared INSERT', value: speeds.bare },
      ...(callers === MANY && { target: { ratio: 1 } }),
    });
  }
  return figures;
}
