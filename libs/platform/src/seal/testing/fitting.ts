// What an attack is made with. Whoever writes the tables past the program can make every head, number and hash fit;
// what nobody has without the secret is the key.
import { HASH_BYTES, type StoredEvent } from '../chain';
import { headOf, type LogCopy, linksOf } from './example-log';

/** Of the log that is attacked. */
export const SIZE = 12;
export const BATCHES = [1, 4, 2, 5];

export interface Attack {
  readonly copy: LogCopy;
  /** Positions, each of which must be named; none before the first of them may be. */
  readonly at: readonly number[];
}

/** The numbers pick what is attacked. Undefined: they pick what would change nothing. */
export type Attacker = (log: LogCopy, n: number, m: number) => Attack | undefined;

export const pick = (n: number, of: number) => n % of;

/** Positions without gaps, revisions one by one in each stream, time that goes forward, a head that fits. */
export function madeToFit(log: LogCopy, events: readonly StoredEvent[]): LogCopy {
  const revisions = new Map<string, number>();
  const fitting: StoredEvent[] = [];
  for (const event of events) {
    const revision = (revisions.get(event.stream) ?? -1) + 1;
    revisions.set(event.stream, revision);
    const before = fitting.at(-1)?.recordedAt ?? '';
    const recordedAt = event.recordedAt < before ? before : event.recordedAt;
    fitting.push({ ...event, position: fitting.length + 1, revision, recordedAt });
  }
  return { ...log, events: fitting, head: headOf(fitting) };
}

/** With seals over what is there now: all that the tables hold agrees. */
export function resealed(log: LogCopy): LogCopy {
  const links = linksOf(log.identity, log.events);
  return { ...log, seals: links.length === 0 ? [] : [{ position: log.events.length, links }] };
}

/** The seal rows up to a position, the last one cut to it. */
export function sealsUpTo(log: LogCopy, position: number): LogCopy {
  const links = linksIn(log).subarray(0, position * HASH_BYTES);
  return { ...log, seals: links.length === 0 ? [] : [{ position, links }] };
}

export function linksIn(log: LogCopy): Buffer {
  return Buffer.concat(log.seals.map((row) => row.links));
}
