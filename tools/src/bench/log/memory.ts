// Memory while a million events are folded anew, in a process that does nothing else.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Figure } from '../figure';
import { FULL } from '../measure';
import type { World } from '../world';
import { sow } from './events';

const MILLION = 1_000_000;
const GROWTH_MB = 150;

/** What the process tells when it has rebuilt. */
export interface Rebuilt {
  readonly beforeMb: number;
  readonly peakMb: number;
  readonly seconds: number;
}

export async function benchMemory(world: World): Promise<Figure[]> {
  const events = world.effort === FULL ? MILLION : world.effort.events;
  const log = await sow(world, await world.log('million'), events);
  await world.settle();
  const child = fork(join(__dirname, 'rebuild-process.js'), [world.adminUrl, String(log)]);
  const told = once(child, 'message') as Promise<[Rebuilt]>;
  const ended = once(child, 'exit');
  const first = await Promise.race([told, ended.then(() => null)]);
  await ended;
  if (!first) throw new Error('the rebuilding process ended without a word');
  const [{ beforeMb, peakMb, seconds }] = first;
  const what = `rebuild of ${events} events`;
  return [
    { what: `${what}: memory at most`, ours: peakMb, unit: 'MB' },
    { what: `${what}: memory grown by`, ours: peakMb - beforeMb, unit: 'MB', target: { below: GROWTH_MB } },
    { what: `${what} in a process of its own`, ours: events / seconds, unit: '/s' },
  ];
}
