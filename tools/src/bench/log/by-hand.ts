// The same as the store writes, by hand: the same head and event rows with the same keys, under the same row-level
// rules, written by the same roles; one prepared statement, no lane, no function, no checks of ours.
import type { AssociationId } from '@finsam/kernel';
import { type EventToAppend, roleName, urlFor } from '@finsam/platform';
import { Pool, type QueryConfig } from 'pg';
import { CONFIG, type World } from '../world';

/** Copies of the log's two tables, with their keys and their rules, that associations may write directly. */
export async function makeTablesByHand({ admin }: World): Promise<void> {
  const group = `"${roleName(CONFIG, 'association')}"`;
  await admin.query(`
    create schema if not exists by_hand;
    grant usage on schema by_hand to ${group};
    drop table if exists by_hand.head, by_hand.event;
    create table by_hand.head (like log.head including all);
    create table by_hand.event (like log.event including all);
    insert into by_hand.head (association_id, kind) select association_id, kind from log.head;
    call ops.isolate('by_hand.head');
    call ops.isolate('by_hand.event');
    grant select, insert, update on by_hand.head, by_hand.event to ${group}`);
  await admin.query('vacuum analyze by_hand.head');
}

/** Takes the position from the head and writes the event at it: two changes, one statement, one transaction. */
const APPEND = `
  with moved as (
    update by_hand.head set position = position + 1,
      recorded_at = greatest(recorded_at, date_trunc('milliseconds', clock_timestamp()))
      where association_id = $1 and kind = 1 returning position, recorded_at)
  insert into by_hand.event
    select $1, 1, position, $2, 0, $3, $4, $5, $6, $7, $8, $9, recorded_at from moved
    returning position, recorded_at`;

function appendByHand(log: AssociationId, stream: string, event: EventToAppend): QueryConfig {
  const { id, type, schemaVersion, data, meta } = event;
  const values = [log, stream, id, type, schemaVersion, data, JSON.stringify(meta), meta.commandId, meta.ordinal];
  return { name: 'append-by-hand', text: APPEND, values };
}

export interface ByHand {
  append(log: AssociationId, stream: string, event: EventToAppend): Promise<unknown>;
  close(): Promise<void>;
}

/** One connection for each log, as each association: a second one would only wait for the head's row. */
export function byHand({ adminUrl }: World, logs: readonly AssociationId[]): ByHand {
  const poolOf = (log: AssociationId) =>
    new Pool({ connectionString: urlFor(CONFIG, adminUrl, log), max: 1, idleTimeoutMillis: 0 });
  const pools = new Map(logs.map((log) => [log, poolOf(log)]));
  return {
    append: (log, stream, event) => pools.get(log)!.query(appendByHand(log, stream, event)),
    close: async () => void (await Promise.all([...pools.values()].map((pool) => pool.end()))),
  };
}

/** The same statement where nobody is kept from anything: one role whom no rule binds. */
export function byHandUnbound(pool: Pool): Pick<ByHand, 'append'> {
  return { append: (log, stream, event) => pool.query(appendByHand(log, stream, event)) };
}
