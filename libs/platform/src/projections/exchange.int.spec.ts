import {
  type AssociationId,
  defineEvent,
  type EventsOf,
  type OutboxProjection,
  type ProjectionGroup,
} from '@finsam/kernel';
import { z } from 'zod';
import { command } from '../event-store/contract-writers';
import { recordOf } from '../event-store/event-store';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { readAsAssociation } from './exchange';
import { GroupRunner } from './group-runner';

const Counted = defineEvent('Counted', 1, z.strictObject({ n: z.number() }));
const RECEIVERS = ['mottagaren', 'national', 'ingen-har'];
const outbox: OutboxProjection<EventsOf<readonly [typeof Counted]>> = {
  events: [Counted],
  messages: ({ data: { n } }) =>
    RECEIVERS.map((slug) => ({ receiver: { slug }, kind: 'brev', key: `brev-${n}`, body: { n } })),
};
const group: ProjectionGroup = { name: 'letters', projections: [], outbox: [outbox] };

let db: TestDatabase;
let runner: GroupRunner;
let [sender, receiver, stranger]: AssociationId[] = [];

beforeAll(async () => {
  db = await testDatabase([group]);
  runner = new GroupRunner(db.databases, [Counted]);
  [stranger, sender, receiver] = [
    await db.register('annan'),
    await db.register('avsandaren'),
    await db.register('mottagaren'),
  ];
  await db.store.append(recordOf(sender), 's', -1, command(2));
  await runner.catchUp(sender, group);
});
afterAll(() => db.close());

const inbox = (association = receiver!, kind = 'brev') =>
  readAsAssociation(db.databases.association(association), kind);

it('hands a message to the one it is addressed to, from a sender that is certain, and to nobody else', async () => {
  const letters = await inbox();
  expect(letters.map(({ sender: from, key }) => [from, key])).toEqual([
    [sender, 'brev-0'],
    [sender, 'brev-1'],
  ]);
  expect(letters[0]!.body).toEqual({ n: 0 });
  for (const other of [stranger!, sender!]) expect(await inbox(other)).toEqual([]);
  expect(await inbox(receiver, 'annat')).toEqual([]);
});

it('does not take an association for the nation because it is called so, nor send to who is not here', async () => {
  const { rows } = await db.databases.association(sender!).query('select receiver from exchange.message');
  expect(rows.map((row) => (row as { receiver: string }).receiver)).toEqual([String(receiver), String(receiver)]);
});

it('says the same when it is told again', async () => {
  const before = await inbox();
  await runner.rebuild(sender!, group);
  expect(await inbox()).toEqual(before);
});

it('lets nobody put a letter in another’s name', async () => {
  const forged = db.databases.association(stranger!).query(
    `insert into exchange.message (association_id, receiver, kind, key, position, body)
      values ($1, $2, 'brev', 'x', 1, '{}')`,
    [sender, String(receiver)],
  );
  await expect(forged).rejects.toThrow(/row-level security/);
});
