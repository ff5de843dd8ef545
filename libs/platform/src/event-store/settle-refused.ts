// The door refused. If these very commands stand in the stream, it was a repeat, and the first answer is the answer.
import type { Database } from '../databases/databases';
import type { AppendRequest } from './append-call';
import {
  type Appended,
  CommandAlreadyRecorded,
  type LogRef,
  NO_STREAM,
  NoSuchLog,
  WrongExpectedRevision,
} from './event-store';
import { LOG_KINDS } from './stored-events';

/** `stale`: the stream was at another revision; `recorded`: one of the command ids stands in the log. */
export type Refusal = 'stale' | 'recorded';

interface StoredCommand {
  command_id: string;
  command_hash: string;
  ordinal: number;
  stream: string;
  data: string;
  revision: number;
  position: number;
  recorded_at: string;
}

/** Throws `WrongExpectedRevision`, `NoSuchLog`, or `CommandAlreadyRecorded` if an id was used for something else. */
export async function settleRefused(
  db: Database,
  log: LogRef,
  { stream, expectedRevision, events }: AppendRequest,
  refusal: Refusal,
): Promise<Appended> {
  const { rows } = await db.query<StoredCommand>({
    name: 'recorded-commands',
    text: `select command_id, meta ->> 'commandHash' as command_hash, ordinal, stream,
        data::text, revision, position, recorded_at
      from log.event where association_id = $1 and kind = $2 and command_id = any($3) order by event.position`,
    values: [log.owner, LOG_KINDS[log.kind], [...new Set(events.map(({ meta }) => meta.commandId))]],
  });
  const last = rows.at(-1);
  if (!last && refusal === 'stale') {
    throw new WrongExpectedRevision(stream, expectedRevision, await currentRevision(db, log, stream));
  }
  // In the order they were sent, and byte for byte: a sender may go on as if it had been the one to write them.
  const isRepeat =
    rows.length === events.length &&
    rows.every((row, i) => {
      const { data, meta } = events[i]!;
      const same = row.stream === stream && row.command_id === meta.commandId && row.command_hash === meta.commandHash;
      return same && row.ordinal === meta.ordinal && row.data === data;
    });
  if (!last || !isRepeat) throw new CommandAlreadyRecorded(stream);
  return { revision: last.revision, position: last.position, recordedAt: last.recorded_at };
}

async function currentRevision(db: Database, log: LogRef, stream: string): Promise<number> {
  const { rows } = await db.query<{ revision: number | null }>({
    name: 'current-revision',
    text: `select (select revision from log.event
        where association_id = $1 and kind = $2 and stream = $3 order by event.revision desc limit 1) as revision
      from log.head where association_id = $1 and kind = $2`,
    values: [log.owner, LOG_KINDS[log.kind], stream],
  });
  if (!rows[0]) throw new NoSuchLog(`${log.kind} of ${log.owner}`);
  return rows[0].revision ?? NO_STREAM;
}
