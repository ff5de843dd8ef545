// The log in PostgreSQL: one row per event, positions from the log's head row, `log.append` the only door.
import type { AssociationId, EventMeta, Recorded } from '@finsam/kernel';
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import type { Databases } from '../databases/databases';
import {
  type Appended,
  CommandAlreadyRecorded,
  EVENT_BYTES_MAX,
  type EventStore,
  type EventToAppend,
  type LogRef,
  NoSuchLog,
  UnstorableEvent,
  WrongExpectedRevision,
} from './event-store';
import type { LogSignal } from './log-signal';

const KINDS = { record: 1, audit: 2, installation: 3, national: 4 } as const;

interface EventRow {
  position: number;
  stream: string;
  revision: number;
  type: string;
  schema_version: number;
  data: string;
  meta: string;
  recorded_at: string;
}

const COLUMNS = 'position, stream, revision, type, schema_version, data::text, meta::text, recorded_at';

export class PostgresEventStore implements EventStore {
  constructor(
    private readonly databases: Databases,
    private readonly signal: LogSignal,
  ) {}

  async append(
    log: LogRef,
    stream: string,
    expectedRevision: number,
    events: readonly EventToAppend[],
  ): Promise<Appended> {
    if (events.length === 0) throw new UnstorableEvent('an append needs at least one event');
    for (const event of events) refuseUnstorable(event);
    // One statement is one transaction and one round trip.
    const query = {
      name: 'append',
      text: 'select revision, "position", recorded_at from log.append($1, $2, $3, $4, $5)',
      values: [log.owner, KINDS[log.kind], stream, expectedRevision, JSON.stringify(events.map(toParameter))],
    };
    try {
      const { rows } = await this.pool(log).query<{ revision: number; position: number; recorded_at: string }>(query);
      const row = rows[0]!;
      this.signal.appended(log.owner);
      return { revision: row.revision, position: row.position, recordedAt: row.recorded_at };
    } catch (error) {
      throw translated(error, stream, expectedRevision);
    }
  }

  async readStream(log: LogRef, stream: string, fromRevision = 0): Promise<Recorded[]> {
    const { rows } = await this.pool(log).query<EventRow>({
      name: 'read-stream',
      text: `select ${COLUMNS} from log.event
        where association_id = $1 and kind = $2 and stream = $3 and revision >= $4 order by event.revision`,
      values: [log.owner, KINDS[log.kind], stream, fromRevision],
    });
    return rows.map(toRecorded);
  }

  async readCommand(log: LogRef, commandId: string): Promise<Recorded[]> {
    const { rows } = await this.pool(log).query<EventRow>({
      name: 'read-command',
      text: `select ${COLUMNS} from log.event
        where association_id = $1 and kind = $2 and command_id = $3 order by ordinal`,
      values: [log.owner, KINDS[log.kind], commandId],
    });
    return rows.map(toRecorded);
  }

  readLog(log: LogRef, after: number, limit: number): Promise<Recorded[]> {
    return readLogOn(this.pool(log), log, after, limit);
  }

  async head(log: LogRef): Promise<number> {
    const { rows } = await this.pool(log).query<{ position: number }>({
      name: 'head',
      text: 'select position from log.head where association_id = $1 and kind = $2',
      values: [log.owner, KINDS[log.kind]],
    });
    if (!rows[0]) throw new NoSuchLog(`${log.kind} of ${log.owner}`);
    return rows[0].position;
  }

  watch(onAppended: (owner: number) => void): () => void {
    return this.signal.listen(onAppended);
  }

  private pool(log: LogRef): Pool {
    // The installation's own logs get a role of their own with part 2; until then they share the tenants' door.
    return this.databases.association(log.owner as AssociationId).pool;
  }
}

/** Reads a log on a connection that the caller already holds, so that a fold sees what its transaction sees. */
export async function readLogOn(
  client: Pool | PoolClient,
  log: LogRef,
  after: number,
  limit: number,
): Promise<Recorded[]> {
  const { rows } = await client.query<EventRow>({
    name: 'read-log',
    text: `select ${COLUMNS} from log.event
      where association_id = $1 and kind = $2 and position > $3 order by event.position limit $4`,
    values: [log.owner, KINDS[log.kind], after, limit],
  });
  return rows.map(toRecorded);
}

function toParameter(event: EventToAppend) {
  const { id, type, schemaVersion, data, meta } = event;
  return {
    id,
    type,
    schemaVersion,
    data,
    meta: JSON.stringify(meta),
    commandId: meta.commandId,
    ordinal: meta.ordinal,
  };
}

function toRecorded(row: EventRow): Recorded {
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

// An escape of NUL, of a high half that no low half follows, or of a low half that no high half precedes.
const NUL_OR_HALF_PAIR =
  /\\u(?:0000|d[89ab][0-9a-f]{2}(?!\\ud[c-f][0-9a-f]{2}))|(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}/i;

function refuseUnstorable(event: EventToAppend): void {
  const size = Buffer.byteLength(event.data);
  if (size > EVENT_BYTES_MAX)
    throw new UnstorableEvent(`${event.type} has ${size} bytes, more than ${EVENT_BYTES_MAX}`);
  for (const text of [event.data, JSON.stringify(event.meta)]) {
    // `\\\\u0000` is a backslash and letters, not the escape of NUL: drop escaped backslashes before looking.
    if (!text.isWellFormed() || NUL_OR_HALF_PAIR.test(text.replaceAll('\\\\', ''))) {
      throw new UnstorableEvent(`${event.type} holds NUL or half a surrogate pair`);
    }
  }
}

function translated(error: unknown, stream: string, expected: number): unknown {
  if (!(error instanceof DatabaseError)) return error;
  if (error.code === 'FS001') return new WrongExpectedRevision(stream, expected, Number(error.detail));
  if (error.code === 'FS002') return new NoSuchLog(stream);
  if (error.code === '23505' && error.constraint === 'event_command_key') return new CommandAlreadyRecorded(stream);
  if (error.code === '23505' && error.constraint === 'event_stream_key')
    return new WrongExpectedRevision(stream, expected, NaN);
  return error;
}
