// One call of the log's door: what is sent, what comes back, and what its errors mean.
import { DatabaseError } from 'pg';
import type { Database } from '../databases/databases';
import { type Appended, type LogRef, NoSuchLog } from './event-store';
import { LOG_KINDS, type StorableEvent } from './stored-events';

export interface AppendRequest {
  readonly stream: string;
  readonly expectedRevision: number;
  readonly events: readonly StorableEvent[];
}

/** `stale`: the stream was not at the expected revision. */
export type AppendOutcome = Appended | 'stale';

/** Sends the requests, each of another stream, in one round trip that is one transaction. */
export async function callAppend(
  db: Database,
  log: LogRef,
  requests: readonly AppendRequest[],
): Promise<AppendOutcome[]> {
  const [request] = requests;
  if (requests.length === 1 && request!.events.length === 1) return [await appendOne(db, log, request!)];
  const { rows } = await db.query<{
    revision: number | null;
    position: number | null;
    recorded_at: string;
  }>({
    name: 'append',
    text: 'select revision, "position", recorded_at from log.append($1, $2, $3)',
    values: [LOG_KINDS[log.kind], JSON.stringify(requests.map(requestOf)), `[${requests.flatMap(eventsOf).join(',')}]`],
  });
  return rows.map(({ revision, position, recorded_at: recordedAt }) =>
    revision === null || position === null ? 'stale' : { revision, position, recordedAt },
  );
}

async function appendOne(db: Database, log: LogRef, request: AppendRequest): Promise<AppendOutcome> {
  const { stream, expectedRevision } = request;
  const { id, type, schemaVersion, data, meta, metaText } = request.events[0]!;
  try {
    const { rows } = await db.query<{ position: number | null; recorded_at: string }>({
      name: 'append-one',
      text: 'select "position", recorded_at from log.append_one($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
      values: [
        LOG_KINDS[log.kind],
        stream,
        expectedRevision,
        id,
        type,
        schemaVersion,
        data,
        metaText,
        meta.commandId,
        meta.ordinal,
      ],
    });
    const { position, recorded_at: recordedAt } = rows[0]!;
    if (position === null) return 'stale';
    return { revision: expectedRevision + 1, position, recordedAt };
  } catch (error) {
    const { code, constraint } = error as Partial<DatabaseError>;
    if (code === '23505' && constraint === 'event_stream_key') return 'stale';
    throw error;
  }
}

const requestOf = ({ stream, expectedRevision, events }: AppendRequest) => ({
  s: stream,
  x: expectedRevision,
  size: events.length,
});

/** Data and metadata go in as they are: PostgreSQL reads them once, and keeps their text to the byte. */
function eventsOf({ events }: AppendRequest, request: number): string[] {
  return events.map(({ id, type, schemaVersion, data, meta, metaText }, i) => {
    const rest = JSON.stringify({
      r: request + 1,
      n: i + 1,
      i: id,
      t: type,
      v: schemaVersion,
      c: meta.commandId,
      o: meta.ordinal,
    });
    return `${rest.slice(0, -1)},"d":${data},"m":${metaText}}`;
  });
}

export function isCommandRecorded(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '23505' && error.constraint === 'event_command_key';
}

// node-postgres has no class for these.
const LOST = /connection (terminated|error|became|ended)|timeout (expired|exceeded)|not queryable/i;
const codeOf = (error: unknown) => String((error as { code?: unknown }).code);

/** The server never answered: whether the transaction was committed is not known. */
export function isUnknownOutcome(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return /^E[A-Z]+$/.test(codeOf(error)) || LOST.test((error as Error).message);
  // Class 28: we were not let in at all.
  if (error.code?.startsWith('28')) return false;
  return error.severity === 'FATAL' || error.severity === 'PANIC' || /^(08|57P)/.test(error.code ?? '');
}

export function translated(error: unknown, log: LogRef): unknown {
  return error instanceof DatabaseError && error.code === 'FS002'
    ? new NoSuchLog(`${log.kind} of ${log.owner}`)
    : error;
}
