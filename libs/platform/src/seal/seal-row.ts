// A seal: the links of the events that one batch covers. The sealer adds rows; nothing changes one.
import { genesis, HASH_BYTES, link, type LogIdentity, type StoredEvent } from './chain';

/** A row of log.seal. */
export interface SealRow {
  /** Of the last event that the row covers. */
  readonly position: number;
  /** 32 bytes per event, in order. */
  readonly links: Buffer;
}

/** How far a log is sealed, and the hash of it up to there. */
export interface Sealed {
  readonly position: number;
  readonly hash: Buffer;
}

/** A row of this many events is 32 KB: small beside its events, and few rows to read. */
export const SEAL_EVENTS_MAX = 1_000;

/** Where the sealing of a log begins. */
export function unsealed(identity: LogIdentity): Sealed {
  return { position: 0, hash: genesis(identity) };
}

export function sealedBy(row: SealRow): Sealed {
  return { position: row.position, hash: hashAt(row, row.position) };
}

/** The row to insert for the events that follow what is sealed, or undefined if there are none. */
export function sealUpTo(before: Sealed, events: readonly StoredEvent[]): SealRow | undefined {
  if (events.length === 0) return undefined;
  const links = Buffer.allocUnsafeSlow(events.length * HASH_BYTES);
  let previous = before.hash;
  for (const [index, event] of events.entries()) {
    // A seal over a gap would vouch for a log that is already broken.
    if (event.position !== before.position + index + 1) {
      throw new Error(`event ${event.position} does not follow ${before.position + index}: not sealed`);
    }
    previous = link(previous, event);
    previous.copy(links, index * HASH_BYTES);
  }
  return { position: before.position + events.length, links };
}

/** The hash of the log up to a position that the row covers. */
export function hashAt(row: SealRow, position: number): Buffer {
  const end = row.links.length - (row.position - position) * HASH_BYTES;
  if (end < HASH_BYTES || end > row.links.length) {
    throw new Error(`the seal at ${row.position} does not cover ${position}`);
  }
  return row.links.subarray(end - HASH_BYTES, end);
}
