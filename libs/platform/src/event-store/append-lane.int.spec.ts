// What the lane adds to the door: few calls for many appends, and an answer where the connection gave none.
import type { AssociationId } from '@finsam/kernel';
import type { QueryConfig, QueryResultRow } from 'pg';
import { eventId } from '../commands/command-ids';
import type { Database } from '../databases/databases';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { AppendLane } from './append-lane';
import { storable } from './stored-events';
import { type EventToAppend, type LogRef, NO_STREAM, recordOf } from './event-store';

let db: TestDatabase;
let log: LogRef;
let own: Database;
let association: AssociationId;
let n = 0;
beforeAll(async () => (db = await testDatabase([], { associations: 30 })));
afterAll(() => db.close());
beforeEach(async () => {
  association = await db.register(`f-${++n}`);
  log = recordOf(association);
  own = db.databases.association(association);
});

function command(size = 1, data = '{}'): EventToAppend[] {
  const commandId = `c-${++n}`;
  return Array.from({ length: size }, (_, ordinal) => {
    const meta = { commandId, commandHash: 'h', ordinal, actor: 'a', correlationId: 'c' };
    return { id: eventId(association, 'record', commandId, ordinal), type: 'T', schemaVersion: 1, data, meta };
  });
}

const request = (stream: string, expectedRevision: number, events = command()) => ({
  stream,
  expectedRevision,
  events: storable(events),
});
const positions = async () => (await db.store.readLog(log, 0, 1_000)).map(({ position }) => position);
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

/** The real door, with something done to each call of it: `spoil` is given the number of the call and the call. */
function doorThat(
  spoil: (call: number, send: () => Promise<unknown>) => Promise<unknown>,
): Database & { calls: string[] } {
  const calls: string[] = [];
  const query = async <R extends QueryResultRow>(sent: string | QueryConfig, values?: unknown[]) => {
    const { name = '' } = sent as QueryConfig;
    const send = () => own.query<R>(sent, values);
    if (!name.startsWith('append')) return send();
    calls.push(name);
    return (await spoil(calls.length, send)) as Awaited<ReturnType<typeof send>>;
  };
  return { calls, query, transaction: own.transaction };
}
const asItIs = doorThat.bind(null, (_, send) => send());
const lineLost = () => new Error('Connection terminated unexpectedly');

it('sends what waits together: two hundred appends of one log in a few calls, each with its own answer', async () => {
  const door = asItIs();
  const lane = new AppendLane(door, log, () => undefined);
  const answers = await Promise.all(upTo(200).map((i) => lane.append(request(`s${i}`, NO_STREAM))));
  expect(door.calls).toEqual(['append-one', 'append']);
  expect(answers.map(({ position }) => position)).toEqual(upTo(200));
  expect(new Set(answers.map(({ revision }) => revision))).toEqual(new Set([0]));
  expect(await positions()).toEqual(upTo(200));
});

it('keeps the order of a stream: appends sent at once, each expecting the one before, all succeed', async () => {
  const lane = new AppendLane(asItIs(), log, () => undefined);
  const chain = upTo(20).flatMap((i) => [request('a', i - 2), request('b', i - 2), request(`c${i}`, NO_STREAM)]);
  const answers = await Promise.all(chain.map((one) => lane.append(one)));
  expect(answers.filter((_, i) => i % 3 === 0).map(({ revision }) => revision)).toEqual(upTo(20).map((i) => i - 1));
  expect(await positions()).toEqual(upTo(60));
});

it('never sends more in a call than it should hold, and one that is larger by itself', async () => {
  const door = asItIs();
  const lane = new AppendLane(door, log, () => undefined);
  const large = `{"a":"${'x'.repeat(250_000)}"}`;
  const sizes = [1, 1, 1, 1, 1, 1, 6, 1];
  await Promise.all(sizes.map((size, i) => lane.append(request(`s${i}`, NO_STREAM, command(size, large)))));
  // The first alone, then four that fit, then the rest until the large one, which goes alone.
  expect(door.calls).toHaveLength(4);
  expect(await positions()).toEqual(upTo(13));
});

describe('a connection that is lost', () => {
  const many = [1, 2, 3].map((i) => ({ stream: `s${i}`, expectedRevision: NO_STREAM }));
  const together = () => [
    request('first', NO_STREAM),
    ...many.map((one) => ({ ...one, events: storable(command(2)) })),
  ];

  it.each([
    ['before the server had it', false, 'one event', () => [request('s', NO_STREAM)]],
    ['after the server had committed', true, 'one event', () => [request('s', NO_STREAM)]],
    ['before the server had it', false, 'many streams', together],
    ['after the server had committed', true, 'many streams', together],
  ])('%s (committed: %s; %s): sent again, written once, answered as the first time', async (_, done, _what, make) => {
    const requests = make();
    const door = doorThat(async (call, send) => {
      // The first call holds one request; what came meanwhile goes together in the second.
      if (call !== (requests.length === 1 ? 1 : 2)) return send();
      if (done) await send();
      throw lineLost();
    });
    let told = 0;
    const lane = new AppendLane(door, log, () => (told += 1));
    const answers = await Promise.all(requests.map((one) => lane.append(one)));
    const count = requests.reduce((sum, { events }) => sum + events.length, 0);
    expect(await positions()).toEqual(upTo(count));
    const ends = requests.map((_, i) => requests.slice(0, i + 1).reduce((sum, { events }) => sum + events.length, 0));
    expect(answers.map(({ position }) => position)).toEqual(ends);
    expect(told).toBeGreaterThan(0);
  });

  it('answers with the error when the line stays dead, and serves the next', async () => {
    let dead = true;
    const door = doorThat((_, send) => (dead ? Promise.reject(lineLost()) : send()));
    const lane = new AppendLane(door, log, () => undefined, [1, 1, 1]);
    await expect(lane.append(request('s', NO_STREAM))).rejects.toThrow('Connection terminated');
    expect(door.calls).toHaveLength(4);
    dead = false;
    await expect(lane.append(request('t', NO_STREAM))).resolves.toMatchObject({ position: 1 });
  });
});
