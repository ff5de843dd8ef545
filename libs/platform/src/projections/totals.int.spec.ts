import {
  type AssociationId,
  defineEvent,
  type EventsOf,
  type FactProjection,
  type ProjectionGroup,
} from '@finsam/kernel';
import * as fc from 'fast-check';
import { Client } from 'pg';
import { z } from 'zod';
import { eventId } from '../commands/command-ids';
import { migrate } from '../databases/migrate';
import { NO_STREAM, recordOf } from '../event-store/event-store';
import { countedQueries } from '../testing/counted-queries';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { GroupRunner } from './group-runner';
import { type View, withView } from './view';

jest.setTimeout(120_000);

// What a boat landed: kilos by harbour and kind, each month of a year.
const weight = z.strictObject({
  year: z.number(),
  month: z.number(),
  harbour: z.string(),
  kind: z.string().nullable(),
  kilos: z.number(),
});
const Landed = defineEvent('Landed', 1, z.strictObject({ catches: z.array(weight) }));
const Sailed = defineEvent('Sailed', 1, z.strictObject({}));
const catalogue = [Landed, Sailed];
type Catch = z.output<typeof weight>;

const catches: FactProjection<EventsOf<readonly [typeof Landed]>, Catch> = {
  kind: 'facts',
  table: {
    name: 'catch_v1',
    columns: { year: 'integer', month: 'integer', harbour: 'text', kind: 'text', kilos: 'bigint' },
    nullable: ['kind'],
  },
  totals: {
    name: 'catch_total_v1',
    part: 'year',
    by: ['harbour', 'kind'],
    slot: 'month',
    slots: 3,
    amount: 'kilos',
    blockEvents: 4,
  },
  events: [Landed],
  facts: ({ data }) => data.catches,
};
const group: ProjectionGroup = { name: 'fishing', projections: [catches] };
const YEARS = [2023, 2024];

let db: TestDatabase;
let n = 0;
beforeAll(async () => (db = await testDatabase([group], { associations: 80 })));
afterAll(() => db.close());

/** What a test opened, closed also when it fails. */
const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

async function append(association: AssociationId, landings: readonly (readonly Catch[] | null)[]): Promise<void> {
  for (const landing of landings) {
    const commandId = `c${++n}`;
    const meta = { commandId, commandHash: 'h', ordinal: 0, actor: 'a', correlationId: 'c' };
    const event = {
      id: eventId(association, 'record', commandId, 0),
      type: landing ? 'Landed' : 'Sailed',
      schemaVersion: 1,
      data: JSON.stringify(landing ? { catches: landing } : {}),
      meta,
    };
    await db.store.append(recordOf(association), `s${n}`, NO_STREAM, [event]);
  }
}

function look<T>(association: AssociationId, at: number | undefined, work: (view: View) => Promise<T>): Promise<T> {
  return withView(db.databases.association(association), [group], at === undefined ? {} : { at }, work);
}

/** By what they are of; a month in which nothing was landed is null. */
type Sums = Record<string, (number | null)[]>;

async function kept(view: View, year: number): Promise<Sums> {
  const totals = await view.totals(catches, year);
  return Object.fromEntries(totals.map(({ by, sums }) => [JSON.stringify([by.harbour, by.kind]), [...sums]]));
}

/** The plainest sum of the facts that hold at the view's position. */
async function added(view: View, year: number): Promise<Sums> {
  const rows = await view.from(catches).selectAll().where('year', '=', year).execute();
  const sums: Sums = {};
  for (const { harbour, kind, month, kilos } of rows) {
    const of = (sums[JSON.stringify([harbour, kind])] ??= [null, null, null]);
    of[month] = (of[month] ?? 0) + kilos;
  }
  return sums;
}

async function expectEverywhere(association: AssociationId, positions: readonly (number | undefined)[]) {
  for (const at of positions) {
    await look(association, at, async (view) => {
      for (const year of YEARS) expect([view.at, await kept(view, year)]).toEqual([view.at, await added(view, year)]);
    });
  }
}

const landed: fc.Arbitrary<Catch> = fc.record({
  year: fc.constantFrom(...YEARS),
  month: fc.integer({ min: 0, max: 2 }),
  harbour: fc.constantFrom('vik', 'udd'),
  kind: fc.constantFrom(null, 'sill', ''),
  kilos: fc.constantFrom(-7, 0, 7, 100),
});
const landing = fc.oneof(
  { weight: 4, arbitrary: fc.array(landed, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);

it('is the sum of the facts at every position, in whatever batches, one by one, and built again', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(landing, { minLength: 1, maxLength: 22 }),
      fc.array(landing, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 9 }),
      async (first, then, batchSize) => {
        const association = await db.register(`sums-${++n}`);
        const runner = new GroupRunner(db.databases, catalogue, { batchSize });
        await append(association, first);
        await runner.catchUp(association, group);
        const all = (count: number) => [undefined, ...Array.from({ length: count + 1 }, (_, at) => at)];
        await expectEverywhere(association, all(first.length));
        await runner.rebuild(association, group);
        for (const one of then) {
          await append(association, [one]);
          // Another process, as after a restart.
          await new GroupRunner(db.databases, catalogue).runBatch(association, group);
        }
        const length = first.length + then.length;
        await expectEverywhere(association, all(length));
        await runner.rebuild(association, group);
        await expectEverywhere(association, all(length));
        compared += 2 * length;
      },
    ),
    { numRuns: 25 },
  );
  expect(compared).toBeGreaterThan(100);
});

it('leaves no sum behind when a batch fails, and counts nothing twice when it is tried again', async () => {
  const association = await db.register(`again-${++n}`);
  const one: Catch = { year: 2024, month: 1, harbour: 'vik', kind: null, kilos: 5 };
  await append(association, [[one], [one], [one]]);
  const broken = new Error('the disk is full');
  const outbox = [{ events: [Landed], messages: () => [] }];
  const failing = Object.create(db.databases) as typeof db.databases;
  failing.association = (id) => ({
    ...db.databases.association(id),
    derivedTransaction: (work) =>
      db.databases.association(id).derivedTransaction(async (client) => {
        await work(client);
        throw broken;
      }),
  });
  const runner = new GroupRunner(failing, catalogue);
  await expect(runner.runBatch(association, { ...group, outbox })).rejects.toBe(broken);
  await new GroupRunner(db.databases, catalogue).catchUp(association, group);
  expect(await look(association, undefined, (view) => kept(view, 2024))).toEqual({ '["vik",null]': [null, 15, null] });
});

it('keeps as many rows as a rebuild in one batch does, and none of the generations before', async () => {
  const association = await db.register(`rows-${++n}`);
  await append(association, fc.sample(landing, { numRuns: 18, seed: 1 }));
  await new GroupRunner(db.databases, catalogue, { batchSize: 1 }).catchUp(association, group);
  const admin = new Client({ connectionString: db.url });
  await admin.connect();
  opened.push(() => admin.end());
  const stored = async () => {
    const { rows } = await admin.query<{ row: string }>(
      `select (to_jsonb(t) - 'generation')::text as row from read.catch_total_v1 t
        where association_id = $1 order by row`,
      [association],
    );
    return rows;
  };
  const before = await stored();
  await new GroupRunner(db.databases, catalogue).rebuild(association, group);
  expect(await stored()).toEqual(before);
  expect(new Set(before.map(({ row }) => (JSON.parse(row) as { block: number }).block)).size).toBeGreaterThan(2);
});

it('is shown to no other association, and changed by none', async () => {
  const [own, other] = [await db.register(`own-${++n}`), await db.register(`other-${n}`)];
  await append(own, [[{ year: 2024, month: 0, harbour: 'vik', kind: null, kilos: 1 }]]);
  await new GroupRunner(db.databases, catalogue).catchUp(own, group);
  const [foreign, table] = [db.databases.association(other), 'read.catch_total_v1'];
  expect((await foreign.query(`select * from ${table}`)).rows).toEqual([]);
  expect((await foreign.query(`update ${table} set sum_0 = 7`)).rowCount).toBe(0);
  await expect(foreign.query(`update ${table} set year = 7`)).rejects.toThrow(/permission denied/);
  await expect(foreign.query(`delete from ${table}`)).rejects.toThrow(/permission denied/);
});

it('comes to a database that had the facts without it, and the group is folded again', async () => {
  const bare: ProjectionGroup = { name: 'fishing', projections: [{ ...catches, totals: undefined as never }] };
  const older = await testDatabase([bare]);
  opened.push(() => older.close());
  const association = await older.register('aldre');
  const event = {
    id: eventId(association, 'record', 'c', 0),
    type: 'Landed',
    schemaVersion: 1,
    data: JSON.stringify({ catches: [{ year: 2024, month: 2, harbour: 'udd', kind: 'sill', kilos: 3 }] }),
    meta: { commandId: 'c', commandHash: 'h', ordinal: 0, actor: 'a', correlationId: 'c' },
  };
  await older.store.append(recordOf(association), 's', NO_STREAM, [event]);
  await new GroupRunner(older.databases, catalogue).catchUp(association, bare);
  expect(await migrate(older.config, older.url, [group])).toEqual({ applied: [], readTables: ['catch_total_v1'] });
  await new GroupRunner(older.databases, catalogue).catchUp(association, group);
  const seen = () =>
    withView(older.databases.association(association), [group], {}, async (view) => [
      await kept(view, 2024),
      await added(view, 2024),
    ]);
  const once = { '["udd","sill"]': [null, null, 3] };
  expect(await seen()).toEqual([once, once]);
  // And begins again when another table of its group is made anew.
  const table = { ...catches.table, name: 'landing_v1' };
  const wider: ProjectionGroup = {
    ...group,
    projections: [catches, { ...catches, table, totals: undefined as never }],
  };
  await migrate(older.config, older.url, [wider]);
  expect(await seen()).toEqual([{}, {}]);
  await new GroupRunner(older.databases, catalogue).catchUp(association, wider);
  expect(await seen()).toEqual([once, once]);
});

it('asks once at the head and at a block’s end, twice elsewhere, and remembers what a view has read', async () => {
  const association = await db.register(`once-${++n}`);
  await append(association, fc.sample(landing, { numRuns: 9, seed: 2 }));
  await new GroupRunner(db.databases, catalogue).catchUp(association, group);
  const counted = countedQueries(db.databases.association(association));
  const asked = async (at: number) => {
    await withView(counted.db, [group], { at }, async (view) => {
      counted.count();
      const first = await view.once('2024', () => view.totals(catches, 2024));
      expect(await view.once('2024', () => view.totals(catches, 2024))).toBe(first);
    });
    return counted.count();
  };
  expect([await asked(9), await asked(8), await asked(7)]).toEqual([1, 1, 2]);
});
