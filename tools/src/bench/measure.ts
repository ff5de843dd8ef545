// How a speed is taken: ours and the limit in turns, the median of the rounds.
import type { EventDefinition, ProjectionGroup } from '@finsam/kernel';
import type { Databases, PostgresEventStore } from '@finsam/platform';

export interface World {
  readonly databases: Databases;
  readonly store: PostgresEventStore;
  readonly adminUrl: string;
  readonly groups: readonly ProjectionGroup[];
  readonly catalogue: readonly EventDefinition[];
}

export interface Measure {
  readonly what: string;
  readonly perSecond: number;
  readonly limit: string;
  readonly limitPerSecond: number;
}

export const ROUNDS = 5;

/** Runs `work` and returns how many things it did a second. */
export async function rate(count: number, work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return count / ((performance.now() - start) / 1_000);
}

/** Both take turns, so that a disturbance of the machine falls on both. */
export async function inTurns(ours: () => Promise<number>, limit: () => Promise<number>) {
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    mine.push(await ours());
    theirs.push(await limit());
  }
  return { perSecond: median(mine), limitPerSecond: median(theirs) };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** `count` calls of `work`, at most `callers` at the same time. */
export async function withCallers(
  callers: number,
  count: number,
  work: (n: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: callers }, lane));
}
