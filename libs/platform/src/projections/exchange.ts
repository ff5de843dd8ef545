// The exchange: the only table through which anything leaves an association, written by its own projector.
import type { OutboxMessage, OutboxProjection, Recorded } from '@finsam/kernel';
import type { PoolClient } from 'pg';
import type { AssociationDatabase, Database } from '../databases/databases';
import { FoldError } from './row-writer';

export const NATION = 'national';

/** The number of the association with this slug; null if it is none of this installation. */
export type NumberOf = (slug: string) => Promise<number | null>;

export interface ExchangeMessage {
  readonly sender: number;
  readonly key: string;
  readonly body: unknown;
}

/** Hands over what the events say. Told again (a rebuild), it changes nothing. */
export async function sendThrough(
  client: PoolClient,
  association: number,
  outbox: OutboxProjection,
  events: readonly Recorded[],
  numberOf: NumberOf,
) {
  const known = new Set(outbox.events.map(({ type }) => type));
  const latest = new Map<string, OutboxMessage & { readonly position: number }>();
  for (const event of events.filter(({ type }) => known.has(type))) {
    try {
      for (const message of outbox.messages(event)) {
        const { receiver, kind, key } = message;
        latest.set(JSON.stringify([receiver, kind, key]), { ...message, position: event.position });
      }
    } catch (error) {
      throw new FoldError(event, 'exchange', error);
    }
  }
  const addressed: object[] = [];
  for (const message of latest.values()) {
    const { receiver } = message;
    const number = receiver === NATION ? NATION : await numberOf(receiver.slug);
    // Who has its books elsewhere is handed nothing by us.
    if (number !== null) addressed.push({ ...message, receiver: String(number) });
  }
  if (addressed.length === 0) return;
  await client.query(
    `insert into exchange.message (association_id, receiver, kind, key, position, body)
      select $1, receiver, kind, key, position, body
        from json_to_recordset($2) as m(receiver text, kind text, key text, position bigint, body json)
      on conflict (association_id, receiver, kind, key) do update set position = excluded.position, body = excluded.body
        where message.position <= excluded.position`,
    [association, JSON.stringify(addressed)],
  );
}

/** What has been handed to the nation of one kind, in a stable order. */
export async function readAsNation(national: Database, kind: string): Promise<ExchangeMessage[]> {
  const { rows } = await national.query<ExchangeMessage>(
    `select association_id as sender, key, body from exchange.message
      where receiver = $1 and kind = $2 order by association_id, key`,
    [NATION, kind],
  );
  return rows;
}

/** What other associations have handed to this one of one kind, in a stable order. The sender's number is certain. */
export async function readAsAssociation(db: AssociationDatabase, kind: string): Promise<ExchangeMessage[]> {
  const { rows } = await db.query<ExchangeMessage>(
    `select association_id as sender, key, body from exchange.message
      where receiver = $1 and kind = $2 order by association_id, key`,
    [String(db.association), kind],
  );
  return rows;
}
