// The chain: each event's link is a hash over the link before it and over every column of the event.
//
// A seal keeps the link of each event it covers, so the columns of log.seal are
//   association_id integer, kind smallint, position bigint, links bytea   (primary key: the first three)
//   check (octet_length(links) > 0 and octet_length(links) % 32 = 0)
// `links` is 32 bytes per event, the last 32 being the hash of the log at `position`; the row begins after the row
// before it. Nothing else stands in the row: what no hash covers could be changed unseen. A log also needs its `log_id`
// (uuid, chosen once, moved with an export); the association's number is not hashed.
import { hash } from 'node:crypto';

/** What a log is, wherever it is kept. */
export interface LogIdentity {
  /** UUID in lower case. */
  readonly logId: string;
  /** `record`, `audit`, `installation` or `national`. */
  readonly kind: string;
}

/** A row of log.event, as exact text. */
export interface StoredEvent {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: string;
  readonly meta: string;
  readonly commandId: string;
  readonly ordinal: number;
  /** `RECORDED_AT_SQL`: whole microseconds since 1970, the same text whatever the session's time zone is. */
  readonly recordedAt: string;
}

/** -infinity, as the head of an empty log has it, comes out as `-Infinity`. */
export const RECORDED_AT_SQL = 'trunc(extract(epoch from recorded_at) * 1000000)::text';

export const HASH_BYTES = 32;

/** What a log of no events hashes to. The first word names this layout; another layout must have another. */
export function genesis({ logId, kind }: LogIdentity): Buffer {
  return sha256(lengthPrefixed(['finsam-log-1', logId, kind]));
}

/** The link of an event after the link before it (or after the genesis). */
export function link(previous: Buffer, event: StoredEvent): Buffer {
  const fields = fieldsOf(event);
  makeRoom(fields);
  scratch.set(previous, 0);
  return sha256(scratch.subarray(0, writeFields(scratch, HASH_BYTES, fields)));
}

/** Each text as its length in bytes (four, big-endian) and its UTF-8, so that no two lists give the same bytes. */
export function lengthPrefixed(texts: readonly string[]): Buffer {
  const bytes = Buffer.allocUnsafe(texts.reduce((sum, text) => sum + 4 + Buffer.byteLength(text), 0));
  writeFields(bytes, 0, texts);
  return bytes;
}

function sha256(bytes: Buffer): Buffer {
  // By way of text: a buffer from the pool costs less than the one of its own that `hash` would make.
  return Buffer.from(hash('sha256', bytes, 'hex'), 'hex');
}

function fieldsOf(event: StoredEvent): string[] {
  return [
    String(event.position),
    event.stream,
    String(event.revision),
    event.eventId,
    event.type,
    String(event.schemaVersion),
    event.data,
    event.meta,
    event.commandId,
    String(event.ordinal),
    event.recordedAt,
  ];
}

// One buffer for all events: a million allocations of a kilobyte would cost more than the hashing.
let scratch = Buffer.allocUnsafeSlow(64 * 1024);

function makeRoom(fields: readonly string[]): void {
  let needed = HASH_BYTES;
  // A UTF-16 unit is at most three bytes of UTF-8.
  for (const field of fields) needed += 4 + 3 * field.length;
  if (needed > scratch.length) scratch = Buffer.allocUnsafeSlow(2 * needed);
}

function writeFields(into: Buffer, start: number, fields: readonly string[]): number {
  let at = start;
  for (const field of fields) {
    const length = into.write(field, at + 4);
    into.writeUInt32BE(length, at);
    at += 4 + length;
  }
  return at;
}
