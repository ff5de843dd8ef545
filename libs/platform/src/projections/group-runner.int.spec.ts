import {
  type AssociationId,
  defineEvent,
  type EventsOf,
  type FactProjection,
  type ProjectionGroup,
  type Recorded,
  type StateProjection,
} from '@finsam/kernel';
import { rowsAfter } from '@finsam/kernel/testing';
import * as fc from 'fast-check';
import { z } from 'zod';
import { eventId } from '../commands/command-ids';
import { NO_STREAM, recordOf } from '../event-store/event-store';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { GroupRunner } from './group-runner';
import { Projector, readLags } from './projector';
import { withView } from './view';

// A small world of its own: things that gain weight, are renamed and vanish.
const Weighed = defineEvent('Weighed', 1, z.strictObject({ thing: z.string(), grams: z.number() }));
const Vanished = defineEvent('Vanished', 1, z.strictObject({ thing: z.string() }));
const Unrelated = defineEvent('Unrelated', 1, z.strictObject({}));
const catalogue = [Weighed, Vanished, Unrelated];
type ThingEvent = EventsOf<readonly [typeof Weighed, typeof Vanished]>;

const weighings: FactProjection<EventsOf<readonly [typeof Weighed]>, { thing: string; grams: number }> = {
  kind: 'facts',
  table: { name: 'weighing_v1', columns: { thing: 'text', grams: 'bigint' } },
  events: [Weighed],
  facts: ({ data }) => [
    { thing: data.thing, grams: data.grams },
    ...(data.grams > 5 ? [{ thing: `${data.thing}!`, grams: 1 }] : []),
  ],
};
const things: StateProjection<ThingEvent, { thing: string; total: number; note: string | null }> = {
  kind: 'state',
  table: { name: 'thing_v1', columns: { thing: 'text', total: 'bigint', note: 'text' }, nullable: ['note'] },
  events: [Weighed, Vanished],
  key: ({ data }) => data.thing,
  evolve: (row, event) => {
    if (event.type === 'Vanished') return null;
    if (event.data.grams === 13) throw new Error('thirteen cannot be weighed');
    // Weighing nothing changes nothing: the standing row may be kept as it is.
    if (row && event.data.grams === 0) return row;
    return { thing: event.data.thing, total: (row?.total ?? 0) + event.data.grams, note: row ? 'again' : null };
  },
};
const group: ProjectionGroup = { name: 'things', projections: [weighings, things] };

describe('the projection runner', () => {
  let db: TestDatabase;
  let n = 0;
  beforeAll(async () => (db = await testDatabase([group], { associations: 240 })));
  afterAll(() => db.close());

  type Happening = { type: string; data: object };
  async function append(association: AssociationId, happenings: readonly Happening[], version = 1): Promise<void> {
    const log = recordOf(association);
    for (const { type, data } of happenings) {
      const commandId = `c${++n}`;
      const meta = { commandId, commandHash: 'h', ordinal: 0, actor: 'a', correlationId: 'c' };
      const event = {
        id: eventId(association, 'record', commandId, 0),
        type,
        schemaVersion: version,
        data: JSON.stringify(data),
        meta,
      };
      await db.store.append(log, `s${n}`, NO_STREAM, [event]);
    }
  }

  /** Rows of both tables at a position, in an order that both sides can be put in. */
  async function stored(association: AssociationId, at?: number) {
    return withView(
      db.databases.association(association),
      [group],
      { ...(at !== undefined && { at }) },
      async (view) => ({
        weighings: sorted(await view.from(weighings).select(['thing', 'grams']).execute()),
        things: sorted(await view.from(things).select(['thing', 'total', 'note']).execute()),
      }),
    );
  }
  const fromScratch = (events: readonly Recorded[]) => ({
    weighings: sorted(rowsAfter(weighings, events)),
    things: sorted(rowsAfter(things, events)),
  });
  const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();

  const thing = fc.constantFrom('a', 'b', 'c');
  const happening = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        type: fc.constant('Weighed'),
        data: fc.record({ thing, grams: fc.constantFrom(0, 1, 7, 12) }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('Vanished'), data: fc.record({ thing }) }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('Unrelated'), data: fc.constant({}) }) },
  );

  it('answers at 100 random positions what a fold from scratch answers, also after a rebuild', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 15, maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(100, 1_000_000),
        async (history, batchSize, batchBytes) => {
          const association = await db.register(`random-${++n}`);
          await append(association, history);
          const runner = new GroupRunner(db.databases, catalogue, { batchSize, batchBytes });
          await runner.catchUp(association, group);
          const events = await db.store.readLog(recordOf(association), 0, 1_000);
          const positions = fc.sample(fc.integer({ min: 0, max: events.length }), 5);
          for (const at of positions) expect(await stored(association, at)).toEqual(fromScratch(events.slice(0, at)));
          await runner.rebuild(association, group);
          for (const at of positions) expect(await stored(association, at)).toEqual(fromScratch(events.slice(0, at)));
          compared += positions.length;
        },
      ),
      { numRuns: 20 },
    );
    expect(compared).toBe(100);
  }, 30_000);

  it('takes no more events in a batch than fill its bytes, and always one', async () => {
    const association = await db.register(`bytes-${++n}`);
    await append(
      association,
      Array.from({ length: 6 }, () => weighed('a', 1)),
    );
    const runner = new GroupRunner(db.databases, catalogue, { batchBytes: 1 });
    for (let position = 1; position <= 6; position++) {
      expect(await runner.runBatch(association, group)).toEqual({ kind: 'moved', events: 1, position, more: true });
    }
    expect(await runner.runBatch(association, group)).toEqual({ kind: 'idle' });
  });

  it('stops before an event it cannot fold, and goes on when the fold is mended', async () => {
    const association = await db.register(`poison-${++n}`);
    await append(association, [weighed('a', 1), weighed('a', 13), weighed('b', 2)]);
    const runner = new GroupRunner(db.databases, catalogue);
    expect(await runner.catchUp(association, group)).toMatchObject({ kind: 'stalled', position: 2 });
    expect((await stored(association)).things).toEqual(['{"thing":"a","total":1,"note":null}']);
    const lag = (await readLags(db.databases, [group])).find((row) => row.association === association);
    expect(lag).toMatchObject({
      behind: 2,
      position: 1,
      head: 3,
      stalledAt: 2,
      stalledReason: expect.stringContaining('thirteen'),
    });
    expect(await runner.catchUp(association, group)).toMatchObject({ kind: 'stalled' });

    const mended: ProjectionGroup = { name: 'things', projections: [weighings, { ...things, evolve: () => null }] };
    await runner.rebuild(association, mended);
    expect(await stored(association)).toMatchObject({ things: [], weighings: { length: 4 } });
    expect(await runner.catchUp(association, group)).toEqual({ kind: 'idle' });
  });

  it.each([
    ['of a type that this program does not know', 'Unheard', 1],
    ['of a newer version than this program knows', 'Unrelated', 2],
  ])('stops at an event %s', async (_, type, version) => {
    const association = await db.register(`unknown-${++n}`);
    await append(association, [weighed('a', 1)]);
    await append(association, [{ type, data: {} }], version);
    const runner = new GroupRunner(db.databases, catalogue);
    expect(await runner.catchUp(association, group)).toMatchObject({ kind: 'stalled', position: 2 });
  });

  it('leaves nothing of a batch that fails half-way', async () => {
    const association = await db.register(`half-${++n}`);
    await append(association, [weighed('a', 1), weighed('b', 13)]);
    const broken: ProjectionGroup = { name: 'things', projections: [weighings, things] };
    await new GroupRunner(db.databases, catalogue, { batchSize: 2 }).catchUp(association, broken);
    expect((await stored(association)).weighings).toHaveLength(1);
  });

  it('gives each event one effect when two projectors race for the same logs', async () => {
    const association = await db.register(`race-${++n}`);
    await append(
      association,
      Array.from({ length: 60 }, () => weighed('a', 1)),
    );
    const runners = [1, 2, 3].map(() => new GroupRunner(db.databases, catalogue, { batchSize: 3 }));
    const drain = async (runner: GroupRunner) => {
      for (let i = 0; i < 60; i++) await runner.runBatch(association, group);
    };
    await Promise.all(runners.map(drain));
    expect((await stored(association)).things).toEqual(['{"thing":"a","total":60,"note":"again"}']);
  });

  it('wakes by itself when a log grows', async () => {
    const association = await db.register(`wake-${++n}`);
    const projector = new Projector({
      databases: db.databases,
      signal: db.signal,
      groups: [group],
      catalogue,
      pollMs: 60_000,
    });
    await projector.start();
    await append(association, [weighed('a', 2)]);
    const seen = await withView(db.databases.association(association), [group], { atLeast: 1 }, (view) =>
      view.from(things).select('total').execute(),
    );
    expect(seen).toEqual([{ total: 2 }]);
    await projector.stop();
  });

  it('finds by its poll what no signal told it', async () => {
    const association = await db.register(`poll-${++n}`);
    const deaf = { listen: () => () => undefined } as unknown as typeof db.signal;
    const projector = new Projector({ databases: db.databases, signal: deaf, groups: [group], catalogue, pollMs: 20 });
    await projector.start();
    await append(association, [weighed('a', 2)]);
    const rows = withView(db.databases.association(association), [group], { atLeast: 1 }, (view) =>
      view.from(things).select('total').execute(),
    );
    await expect(rows).resolves.toEqual([{ total: 2 }]);
    await projector.stop();
  });

  it('lets no association that cannot be folded hold up the others', async () => {
    const [broken, sound] = [await db.register(`broken-${++n}`), await db.register(`sound-${n}`)];
    for (const one of [broken, sound]) await append(one, [weighed('a', 2)]);
    const association = (id: AssociationId) => {
      if (id === broken) throw new Error('no way in');
      return db.databases.association(id);
    };
    const databases = Object.create(db.databases, { association: { value: association } }) as typeof db.databases;
    const errors: string[] = [];
    const projector = new Projector({
      databases,
      signal: db.signal,
      groups: [group],
      catalogue,
      concurrency: 1,
      pollMs: 60_000,
      onError: ({ message }) => errors.push(message),
    });
    await projector.start();
    const rows = withView(db.databases.association(sound), [group], { atLeast: 1 }, (view) =>
      view.from(things).select('total').execute(),
    );
    await expect(rows).resolves.toEqual([{ total: 2 }]);
    await projector.stop();
    expect(new Set(errors)).toEqual(new Set(['no way in']));
  });

  function weighed(name: string, grams: number) {
    return { type: 'Weighed', data: { thing: name, grams } };
  }
});
