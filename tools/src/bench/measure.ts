// How a speed is taken: all contestants in turns, each turn for the same time, the median of the rounds.

/** How much is done: `quick` only shows that everything runs. */
export interface Effort {
  readonly rounds: number;
  readonly turnMs: number;
  /** Events of the log that is read, caught up with and rebuilt. */
  readonly events: number;
  /** Commands sent over HTTP, one after the other. */
  readonly commands: number;
}

export const FULL: Effort = { rounds: 5, turnMs: 600, events: 200_000, commands: 500 };
export const QUICK: Effort = { rounds: 1, turnMs: 150, events: 10_000, commands: 30 };

/** Does something and tells how many a second it did. */
export type Contestant = () => Promise<number>;

/** What the contestants stand on. */
export interface Ground {
  readonly effort: Pick<Effort, 'rounds'>;
  /** Brings the server to rest: nothing dirty, nothing dead, fresh estimates. */
  settle(): Promise<unknown>;
  /** Before each turn, for contestants who would else pay for each other. */
  between?(): Promise<unknown>;
}

/**
 * Medians by contestant. They take turns, so that a disturbance of the machine falls on all, and each round begins with
 * another one. The round before the first does not count; `warm` says that it is not needed.
 */
export async function inTurns<Name extends string>(
  { effort, settle, between }: Ground,
  contestants: Readonly<Record<Name, Contestant>>,
  warm = false,
): Promise<Record<Name, number>> {
  const names = Object.keys(contestants) as Name[];
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]));
  await settle();
  if (!warm) for (const name of names) await contestants[name]();
  for (let round = 0; round < effort.rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length]!;
      await between?.();
      taken.get(name)!.push(await contestants[name]());
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(taken.get(name)!)])) as Record<Name, number>;
}

export interface Load {
  /** How many calls are out at the same time. */
  readonly callers: number;
  readonly ms: number;
  /** Things done by one call. */
  readonly each?: number;
}

/** Things a second while `callers` keep calling. The first fifth is not counted. */
export async function speed({ callers, ms, each = 1 }: Load, work: (n: number) => Promise<unknown>): Promise<number> {
  const begin = performance.now() + ms / 5;
  const end = begin + ms;
  let next = 0;
  let done = 0;
  let last = begin;
  const caller = async () => {
    for (let now = performance.now(); now < end;) {
      await work(next++);
      const before = now;
      now = performance.now();
      // Neither what began before the count nor what ended after it.
      if (before < begin || now > end) continue;
      done++;
      last = now;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return perSecond(done * each, last - begin);
}

/** Things a second of work that has an end. */
export async function speedOf(count: number, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return perSecond(count, performance.now() - start);
}

export function perSecond(count: number, ms: number): number {
  return count === 0 ? 0 : count / (ms / 1_000);
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The smallest of the numbers that this share of them does not exceed. */
export function percentile(share: number, numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}
