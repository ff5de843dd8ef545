// Between the events of the port and the rows of the log.
import type { EventMeta, Recorded } from '@finsam/kernel';
import type { Queries } from '../databases/databases';
import { EVENT_BYTES_MAX, type EventToAppend, type LogRef, UnstorableEvent } from './event-store';

export const LOG_KINDS = { record: 1, audit: 2, installation: 3, national: 4 } as const;

/** The kind's name, from its number in the tables. */
export function logKind(number: number): LogRef['kind'] {
  const [name] = Object.entries(LOG_KINDS).find(([, known]) => known === number)!;
  return name as LogRef['kind'];
}

export interface EventRow {
  position: number;
  stream: string;
  revision: number;
  type: string;
  schema_version: number;
  data: string;
  meta: string;
  recorded_at: string;
}

export const EVENT_COLUMNS = 'position, stream, revision, type, schema_version, data::text, meta::text, recorded_at';

export function toRecorded(row: EventRow): Recorded {
  return {
    type: row.type,
    data: JSON.parse(row.data) as unknown,
    schemaVersion: row.schema_version,
    stream: row.stream,
    revision: row.revision,
    position: row.position,
    recordedAt: row.recorded_at,
    meta: JSON.parse(row.meta) as EventMeta,
  };
}

/** Reads a log on a connection that the caller already holds, so that a fold sees what its transaction sees. */
export async function readLogOn(client: Queries, log: LogRef, after: number, limit: number): Promise<Recorded[]> {
  const { rows } = await client.query<EventRow>({
    name: 'read-log',
    text: `select ${EVENT_COLUMNS} from log.event
      where association_id = $1 and kind = $2 and position > $3 order by event.position limit $4`,
    values: [log.owner, LOG_KINDS[log.kind], after, limit],
  });
  return rows.map(toRecorded);
}

/** As far as one bite goes: so many events, and no more of them once they hold so many bytes as they are stored. */
export interface BatchBounds {
  readonly events: number;
  readonly bytes: number;
}

/** As `readLogOn`, within bounds; `more` if there may be events beyond them. Always one event, if there is one. */
export async function readBatchOn(
  client: Queries,
  log: LogRef,
  after: number,
  bounds: BatchBounds,
): Promise<{ events: Recorded[]; more: boolean }> {
  const { rows } = await client.query<EventRow & { bytes: number }>({
    name: 'read-batch',
    text: `select ${EVENT_COLUMNS}, bytes from (
        select event.*, sum(pg_column_size(data)) over (order by event.position) as bytes from log.event
          where association_id = $1 and kind = $2 and position > $3 order by event.position limit $4
      ) event where bytes - pg_column_size(data) < $5 order by event.position`,
    values: [log.owner, LOG_KINDS[log.kind], after, bounds.events, bounds.bytes],
  });
  const more = rows.length === bounds.events || Number(rows.at(-1)?.bytes ?? 0) >= bounds.bytes;
  return { events: rows.map(toRecorded), more };
}

// An escape of NUL, of a high half that no low half follows, or of a low half that no high half precedes.
const NUL_OR_HALF_PAIR =
  /\\u(?:0000|d[89ab][0-9a-f]{2}(?!\\ud[c-f][0-9a-f]{2}))|(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}/i;

/** An event that will come back byte for byte, with its metadata as they will be stored. */
export interface StorableEvent extends EventToAppend {
  readonly metaText: string;
}

/** Throws `UnstorableEvent` for what would not come back as it is. */
export function storable(events: readonly EventToAppend[]): StorableEvent[] {
  if (events.length === 0) throw new UnstorableEvent('an append needs at least one event');
  return events.map((event) => {
    const { type, data, meta } = event;
    const metaText = JSON.stringify(meta);
    const size = Buffer.byteLength(data);
    if (size > EVENT_BYTES_MAX) throw new UnstorableEvent(`${type} has ${size} bytes, more than ${EVENT_BYTES_MAX}`);
    for (const text of [data, metaText]) {
      if (!text.isWellFormed() || escapesBadly(text)) {
        throw new UnstorableEvent(`${type} holds NUL or half a surrogate pair`);
      }
    }
    if (!isObject(data)) throw new UnstorableEvent(`${type} holds no JSON object, or something around it`);
    return { ...event, metaText };
  });
}

/** Exactly one object and nothing around it, so that its text can stand inside another's. */
function isObject(data: string): boolean {
  if (!data.startsWith('{') || !data.endsWith('}')) return false;
  try {
    JSON.parse(data);
    return true;
  } catch {
    return false;
  }
}

function escapesBadly(text: string): boolean {
  // `\\\\u0000` is a backslash and letters, not the escape of NUL: drop escaped backslashes before looking.
  return text.includes('\\u') && NUL_OR_HALF_PAIR.test(text.replaceAll('\\\\', ''));
}
