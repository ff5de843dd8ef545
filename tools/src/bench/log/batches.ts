// Appends of a hundred events: the wait for the disk is shared, so what a row costs decides.
import { NO_STREAM, recordOf } from '@finsam/platform';
import type { Figure } from '../figure';
import { inTurns, speed } from '../measure';
import type { World } from '../world';
import { bareInsert } from './bare-insert';
import { nextEvent } from './events';

const SIZE = 100;

export async function benchBatches(world: World): Promise<Figure[]> {
  const { store, effort } = world;
  const figures: Figure[] = [];
  let streams = 0;
  const stream = () => `batch-${++streams}`;
  const batch = () => Array.from({ length: SIZE }, nextEvent);
  for (const callers of [1, 8]) {
    const logs = await world.logs(callers);
    const bare = await bareInsert(world, callers);
    const load = { callers, ms: effort.turnMs, each: SIZE };
    const speeds = await inTurns(world, {
      ours: () => speed(load, (n) => store.append(recordOf(logs[n % callers]!), stream(), NO_STREAM, batch())),
      many: () => speed(load, () => bare.many(stream(), batch())),
      json: () => speed(load, () => bare.manyAsJson(stream(), batch())),
    });
    await bare.close();
    const ours = { what: `batches of ${SIZE}, ${callers} callers`, ours: speeds.ours, unit: '/s' } as const;
    figures.push({ ...ours, limit: { what: 'raw multi-row INSERT', value: speeds.many }, target: { ratio: 0.5 } });
    figures.push({ ...ours, limit: { what: 'raw INSERT from one JSON parameter', value: speeds.json } });
  }
  return figures;
}
