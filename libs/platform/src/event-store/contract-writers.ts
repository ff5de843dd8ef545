// The oracle of what a reader is given while many write, and the commands that the contract writes with.
import { eventId } from '../commands/command-ids';
import type { EventStore, EventToAppend, LogRef } from './event-store';

let commands = 0;

/** Events of one command that nobody has sent before. */
export function command(size = 1, data: (n: number) => string = (n) => `{"n":${n}}`): EventToAppend[] {
  const commandId = `command-${++commands}`;
  return Array.from({ length: size }, (_, ordinal) => ({
    id: eventId(1, 'record', commandId, ordinal),
    type: 'Counted',
    schemaVersion: 1,
    data: data(ordinal),
    meta: { commandId, commandHash: 'hash', ordinal, actor: 'tester', correlationId: 'c' },
  }));
}

export interface Followed {
  /** Positions in the log when all had been written. */
  readonly written: number[];
  /** What each reader was given, in the order it came. */
  readonly seen: number[][];
}

/** Sixteen writers of streams of their own, and two readers that catch up all the while: small pages, and large. */
export async function followSixteenWriters(store: EventStore, log: LogRef, each = 40): Promise<Followed> {
  let writing = true;
  const follow = async (limit: number) => {
    const seen: number[] = [];
    for (;;) {
      const last = !writing;
      const page = await store.readLog(log, seen.at(-1) ?? 0, limit);
      seen.push(...page.map(({ position }) => position));
      if (page.length === 0 && last) return seen;
    }
  };
  const readers = [follow(7), follow(500)];
  const write = async (w: number) => {
    for (let i = 0; i < each; i++) await store.append(log, `w${w}`, i - 1, command());
  };
  await Promise.all(Array.from({ length: 16 }, (_, w) => write(w)));
  writing = false;
  const seen = await Promise.all(readers);
  const written = (await store.readLog(log, 0, 16 * each + 1)).map(({ position }) => position);
  return { written, seen };
}
