// A store as one would write it first: positions from a sequence, read in their order. It shows that the oracle of the
// contract is awake: a number is taken before the commit, so a reader that has seen a later one never sees it.
import { setTimeout as delay } from 'node:timers/promises';
import { associationId, type Recorded } from '@finsam/kernel';
import { Pool } from 'pg';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { followSixteenWriters } from './contract-writers';
import { type EventStore, type LogRef, recordOf } from './event-store';

let db: TestDatabase;
let pool: Pool;
const log: LogRef = recordOf(associationId(1));

beforeAll(async () => {
  db = await testDatabase();
  pool = new Pool({ connectionString: db.url, max: 18 });
  await pool.query(`create table public.naive (
    position bigserial primary key, stream text not null, revision bigint not null, data json not null)`);
});

afterAll(async () => {
  await pool.end();
  await db.close();
});

/** `held`: how long the n-th transaction stays open between taking its number and its commit. */
function naiveStore(held: (n: number) => number): EventStore {
  let appends = 0;
  const beyond = async () => {
    throw new Error('the oracle asks for nothing else');
  };
  return {
    append: async (_, stream, expected, events) => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        let position = 0;
        for (const [i, { data }] of events.entries()) {
          const { rows } = await client.query<{ position: string }>(
            'insert into public.naive (stream, revision, data) values ($1, $2, $3) returning position',
            [stream, expected + 1 + i, data],
          );
          position = Number(rows[0]!.position);
        }
        await delay(held(appends++));
        await client.query('commit');
        return { revision: expected + events.length, position, recordedAt: '' };
      } finally {
        client.release();
      }
    },
    readLog: async (_, after, limit) => {
      const { rows } = await pool.query<{ position: string }>(
        'select position from public.naive where position > $1 order by position limit $2',
        [after, limit],
      );
      return rows.map(({ position }) => ({ position: Number(position) }) as Recorded);
    },
    readStream: beyond,
    readCommand: beyond,
    positionBefore: beyond,
    head: beyond,
    watch: () => () => undefined,
  };
}

it('is found out by the oracle of the contract when positions come from a sequence', async () => {
  // Every other transaction is a slow one: those after it are visible long before.
  const { written, seen } = await followSixteenWriters(
    naiveStore((n) => (n % 2 === 0 ? 20 : 0)),
    log,
    5,
  );
  expect(written).toHaveLength(80);
  for (const positions of seen) {
    expect(positions.length).toBeLessThan(written.length);
    // What it was given came in order: nothing tells the reader that some were left out.
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  }
});
