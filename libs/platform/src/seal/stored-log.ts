// Reads a log as it stands in the table, byte for byte: what is sealed, verified and exported.
import type { Queries } from '../databases/databases';
import type { LogRef } from '../event-store/event-store';
import { LOG_KINDS } from '../event-store/stored-events';
import { RECORDED_AT_SQL, type StoredEvent } from './chain';

// Numbers that no log of ours has are to be named, not to end the reading: as floats they always have a form.
const STORED_COLUMNS = `position::float8 as position, stream, revision::float8 as revision, event_id as "eventId", type,
  schema_version as "schemaVersion", data::text, meta::text, command_id as "commandId", ordinal,
  ${RECORDED_AT_SQL} as "recordedAt"`;

/** At most `limit` events after a position, in order. */
export async function readStoredEvents(db: Queries, log: LogRef, after: number, limit: number): Promise<StoredEvent[]> {
  const { rows } = await db.query<StoredEvent>({
    name: 'read-stored-events',
    text: `select ${STORED_COLUMNS} from log.event
      where association_id = $1 and kind = $2 and position > $3 order by event.position limit $4`,
    values: [log.owner, LOG_KINDS[log.kind], after, limit],
  });
  return rows;
}
