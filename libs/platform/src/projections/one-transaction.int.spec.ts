// What a process that is killed leaves behind hangs on what lies in one transaction, so that is asked of PostgreSQL
// itself: every row carries the number of the transaction that wrote it.
import {
  type AssociationId,
  defineEvent,
  type EventsOf,
  type FactProjection,
  type ProjectionGroup,
} from '@finsam/kernel';
import { z } from 'zod';
import { command } from '../event-store/contract-writers';
import { recordOf } from '../event-store/event-store';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { GroupRunner } from './group-runner';

const Counted = defineEvent('Counted', 1, z.strictObject({ n: z.number() }));
const counts: FactProjection<EventsOf<readonly [typeof Counted]>, { n: number }> = {
  kind: 'facts',
  table: { name: 'count_v1', columns: { n: 'bigint' } },
  events: [Counted],
  facts: ({ data }) => [{ n: data.n }],
};
const REBUILDS = 15;
const group: ProjectionGroup = { name: 'counts', projections: [counts] };

let db: TestDatabase;
let runner: GroupRunner;
let association: AssociationId;
let revision = -1;

beforeAll(async () => {
  db = await testDatabase([group]);
  runner = new GroupRunner(db.databases, [Counted], { batchSize: 5 });
  association = await db.register('en');
});
afterAll(() => db.close());

async function append(count: number): Promise<number> {
  const { position, revision: last } = await db.store.append(recordOf(association), 's', revision, command(count));
  revision = last;
  return position;
}

async function query<Row extends object>(text: string): Promise<Row[]> {
  return (await db.databases.association(association).query<Row>(text)).rows;
}

interface Live {
  readonly position: number;
  readonly transaction: string;
  readonly rows: number;
}

/** One statement, so that all of it is of one moment. */
const LIVE = `select position, xmin::text as transaction,
  (select count(*) from read.count_v1 t where t.generation = c.generation) as rows from ops.checkpoint c where live`;
const live = async () => (await query<Live>(LIVE))[0]!;

it('writes the rows of a batch and how far it has come in one transaction', async () => {
  const position = await append(3);
  await runner.runBatch(association, group);
  const checkpoint = await live();
  expect(checkpoint.position).toBe(position);
  const rows = await query('select xmin::text as transaction from read.count_v1');
  expect(rows).toEqual(Array(3).fill({ transaction: checkpoint.transaction }));
});

it('does not go back and leaves nothing out when it swaps in a rebuild, however much came meanwhile', async () => {
  let rebuilding = true;
  const seen: Live[] = [];
  const watch = async () => {
    while (rebuilding) seen.push(await live());
  };
  const grow = async () => {
    while (rebuilding) {
      await append(1);
      await runner.catchUp(association, group);
    }
  };
  const busy = [watch(), grow()];
  for (let n = 0; n < REBUILDS; n++) await runner.rebuild(association, group);
  rebuilding = false;
  await Promise.all(busy);
  // Each event gives one row.
  expect(seen.filter(({ position, rows }) => rows !== position)).toEqual([]);
  const positions = seen.map(({ position }) => position);
  expect(positions).toEqual([...positions].sort((a, b) => a - b));
});
