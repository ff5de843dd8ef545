// The least that can be asked for: the same bytes into one table with one key, by nobody in particular.
import type { EventToAppend } from '@finsam/platform';
import { Pool } from 'pg';
import type { World } from '../world';

export interface BareInsert {
  one(stream: string, event: EventToAppend): Promise<unknown>;
  /** All in one statement of many rows. */
  many(stream: string, events: readonly EventToAppend[]): Promise<unknown>;
  /** All in one parameter, which the server takes apart. */
  manyAsJson(stream: string, events: readonly EventToAppend[]): Promise<unknown>;
  close(): Promise<void>;
}

/** More connections than this only wait for each other. */
const CONNECTIONS_MAX = 16;
const INTO = 'insert into public.bare (stream, data, meta)';

export async function bareInsert({ admin, adminUrl }: World, callers: number): Promise<BareInsert> {
  await admin.query(
    'create table if not exists public.bare (id bigserial primary key, stream text, data json, meta json)',
  );
  const pool = new Pool({ connectionString: adminUrl, max: Math.min(callers, CONNECTIONS_MAX) });
  const valuesOf = (stream: string, { data, meta }: EventToAppend) => [stream, data, JSON.stringify(meta)];
  return {
    one: (stream, event) =>
      pool.query({ name: 'bare', text: `${INTO} values ($1, $2, $3)`, values: valuesOf(stream, event) }),
    many: (stream, events) =>
      pool.query({
        name: `bare-${events.length}`,
        text: `${INTO} values ${events.map((_, i) => `($${3 * i + 1}, $${3 * i + 2}, $${3 * i + 3})`).join(', ')}`,
        values: events.flatMap((event) => valuesOf(stream, event)),
      }),
    manyAsJson: (stream, events) =>
      pool.query({
        name: 'bare-json',
        text: `${INTO} select $1, d::json, m::json from json_to_recordset($2) as e(d text, m text)`,
        values: [stream, JSON.stringify(events.map(({ data, meta }) => ({ d: data, m: JSON.stringify(meta) })))],
      }),
    close: () => pool.end(),
  };
}
