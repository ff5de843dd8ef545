// A group over a log that is older than its program: boxes that were packed when weights were still in kilograms.
import {
  type AssociationId,
  defineEvent,
  type EventsOf,
  type ProjectionGroup,
  type StateProjection,
} from '@finsam/kernel';
import { z } from 'zod';
import { eventId } from '../commands/command-ids';
import { NO_STREAM, recordOf } from '../event-store/event-store';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { GroupRunner } from './group-runner';
import { withView } from './view';

const BoxPacked = defineEvent('BoxPacked', 2, z.strictObject({ box: z.string(), grams: z.number() }), {
  1: ({ kilograms, ...rest }: { kilograms: number }) => {
    if (kilograms < 0) throw new Error('nothing weighs less than nothing');
    return { ...rest, grams: kilograms * 1_000 };
  },
});
const boxes: StateProjection<EventsOf<readonly [typeof BoxPacked]>, { box: string; grams: number }> = {
  kind: 'state',
  table: { name: 'box_v1', columns: { box: 'text', grams: 'bigint' } },
  events: [BoxPacked],
  key: ({ data }) => data.box,
  evolve: (_, { data: { box, grams } }) => ({ box, grams }),
};
const group: ProjectionGroup = { name: 'boxes', projections: [boxes] };

let db: TestDatabase;
let n = 0;
beforeAll(async () => (db = await testDatabase([group])));
afterAll(() => db.close());

async function store(association: AssociationId, schemaVersion: number, data: object): Promise<void> {
  const commandId = `c${++n}`;
  const meta = { commandId, commandHash: 'h', ordinal: 0, actor: 'a', correlationId: 'c' };
  const id = eventId(association, 'record', commandId, 0);
  const event = { id, type: 'BoxPacked', schemaVersion, data: JSON.stringify(data), meta };
  await db.store.append(recordOf(association), `s${n}`, NO_STREAM, [event]);
}

const packed = (association: AssociationId) =>
  withView(db.databases.association(association), [group], {}, (view) =>
    view.from(boxes).select(['box', 'grams']).orderBy('box').execute(),
  );

it('folds old and new events as of one form, also when it is rebuilt', async () => {
  const association = await db.register('gammal');
  await store(association, 1, { box: 'a', kilograms: 2, colour: 'red' });
  await store(association, 2, { box: 'b', grams: 7 });
  const runner = new GroupRunner(db.databases, [BoxPacked]);
  await runner.catchUp(association, group);
  const expected = [
    { box: 'a', grams: 2_000 },
    { box: 'b', grams: 7 },
  ];
  expect(await packed(association)).toEqual(expected);
  await runner.rebuild(association, group);
  expect(await packed(association)).toEqual(expected);
});

it('stops before an old event that cannot be put in the new form, with its reason', async () => {
  const association = await db.register('trasig');
  await store(association, 1, { box: 'a', kilograms: 1 });
  await store(association, 1, { box: 'b', kilograms: -1 });
  expect(await new GroupRunner(db.databases, [BoxPacked]).catchUp(association, group)).toEqual({
    kind: 'stalled',
    position: 2,
    reason: 'boxes cannot fold BoxPacked at 2: nothing weighs less than nothing',
  });
  expect(await packed(association)).toEqual([{ box: 'a', grams: 1_000 }]);
});
