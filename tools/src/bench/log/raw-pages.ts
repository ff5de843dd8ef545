// A log read through the same driver with nothing of ours between: pages after a position, no role, no rules.
import { Pool, TypeOverrides } from 'pg';
import type { World } from '../world';

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

/** Positions as numbers, as the store reads them; instants and days as the text they come as. */
export const NUMBERS_AS_OURS = new TypeOverrides();
NUMBERS_AS_OURS.setTypeParser(INT8, Number);
NUMBERS_AS_OURS.setTypeParser(DATE, (text) => text);
NUMBERS_AS_OURS.setTypeParser(TIMESTAMPTZ, (text) => text);

export interface RawEvent {
  readonly position: number;
  readonly data: string;
  readonly meta: string;
}

/** One connection, whose commits do not wait for the disk: it writes what can be made again. */
export function rawPool({ adminUrl }: World): Pool {
  const options = '-c synchronous_commit=off';
  return new Pool({ connectionString: adminUrl, max: 1, types: NUMBERS_AS_OURS, options });
}

/** The whole row of each event, its body as text. */
export async function rawPage(pool: Pool, log: number, after: number, limit: number): Promise<RawEvent[]> {
  const { rows } = await pool.query<RawEvent>({
    name: 'raw-page',
    text: `select position, stream, revision, type, schema_version, data::text, meta::text, recorded_at
      from log.event where association_id = $1 and kind = 1 and position > $2 order by event.position limit $3`,
    values: [log, after, limit],
  });
  return rows;
}
