// Several processes have lanes of their own on one stream: what one remembers is behind as soon as another writes.
import { type AssociationId } from '@finsam/kernel';
import { recordOf } from '../../event-store/event-store';
import { type TestDatabase, testDatabase } from '../../testing/test-database';
import { WatchedStore } from '../../testing/watched-store';
import { CommandRunner } from '../command-runner';
import { label, outcome, putOn, sender, shelfDecider, takeOff } from './testing';

jest.setTimeout(60_000);

let db: TestDatabase;
let association: AssociationId;
let store: WatchedStore;
let here: CommandRunner;
let there: CommandRunner;
let send: ReturnType<typeof sender>;
let shelf: string;

beforeAll(async () => {
  db = await testDatabase();
  association = await db.register('hyllan');
  send = sender(association);
});
afterAll(() => db.close());

let shelves = 0;
beforeEach(async () => {
  shelf = `s${++shelves}`;
  store = new WatchedStore(db.store);
  here = new CommandRunner(store, [shelfDecider]);
  there = new CommandRunner(db.store, [shelfDecider]);
  // Here the stream is remembered from now on, with two things on the shelf.
  await send(here, putOn(shelf, 2), id('known'));
});

const id = (name: string | number) => `${shelf}-${name}`;
const commandsStored = async () =>
  (await db.store.readStream(recordOf(association), `shelf-${shelf}`)).map(({ meta }) => meta.commandId);

describe('what is remembered and has since been changed elsewhere', () => {
  it('refuses nothing that the stream as it stands allows', async () => {
    await send(there, putOn(shelf, 3), id('elsewhere'));
    expect(await outcome(send(here, takeOff(shelf, 5), id('take')))).toBe(6);
  });

  it('allows nothing that the stream as it stands refuses', async () => {
    await send(there, takeOff(shelf, 2), id('elsewhere'));
    expect(await outcome(send(here, takeOff(shelf), id('take')))).toBe('shelf/too-few');
  });

  it('does not take for done what has been undone', async () => {
    await send(here, label(shelf, 'lock'), id('lock'));
    await send(there, label(shelf, 'burkar'), id('elsewhere'));
    expect(await send(here, label(shelf, 'lock'), id('again'))).toMatchObject({ revision: 3, events: { length: 1 } });
  });

  it('says of nothing where the stream is now, and of which position', async () => {
    await send(there, putOn(shelf, 1), id('other'));
    const last = await send(there, label(shelf, 'lock'), id('elsewhere'));
    expect(await send(here, label(shelf, 'lock'), id('again'))).toEqual({ ...last, events: [] });
  });

  it('is not what If-Match is held against', async () => {
    const { revision } = await send(there, putOn(shelf), id('elsewhere'));
    const stale = send(here, putOn(shelf), id('stale'), { expectedRevision: 0 });
    await expect(stale).rejects.toMatchObject({ code: 'command/stale-revision', details: { current: 1, expected: 0 } });
    await send(there, putOn(shelf), id('more'));
    expect(await outcome(send(here, putOn(shelf), id('fresh'), { expectedRevision: revision + 1 }))).toBe(3);
  });

  it('does not hide a repeat of what another process did', async () => {
    const asked = [putOn(shelf, 3), takeOff(shelf, 5)];
    const [put, taken] = [await send(there, asked[0]!, id('put')), await send(there, asked[1]!, id('take'))];
    expect(await Promise.all([send(here, asked[0]!, id('put')), send(here, asked[1]!, id('take'))])).toEqual([
      put,
      taken,
    ]);
    expect(await outcome(send(here, putOn(shelf, 4), id('put')))).toBe('command/id-reused');
    expect(await outcome(send(here, putOn(shelf, 4), id('new')))).toBe(7);
  });

  it('is not taken to hold what came before a repeat of what another process did', async () => {
    await send(there, putOn(shelf, 5), id('elsewhere'));
    const first = await send(there, putOn(shelf, 1), id('same'));
    expect(await send(here, putOn(shelf, 1), id('same'))).toEqual(first);
    expect(await outcome(send(here, takeOff(shelf, 8), id('all')))).toBe(10);
  });

  it('does not mix up repeats that another process took in another order', async () => {
    const [b, a] = await Promise.all([send(there, putOn(shelf, 2), id('b')), send(there, putOn(shelf, 1), id('a'))]);
    const again = [send(here, putOn(shelf, 1), id('a')), send(here, putOn(shelf, 2), id('b'))];
    expect(await Promise.all(again)).toEqual([a, b]);
  });

  it('costs a conflict and the reading of the tail, and no more', async () => {
    await send(there, putOn(shelf), id('elsewhere'));
    const { appends, reads } = store;
    expect(await outcome(send(here, putOn(shelf), id('late')))).toBe(2);
    expect([store.appends - appends, store.reads - reads]).toEqual([2, 1]);
    const froms: unknown[] = [];
    const read = store.readStream.bind(store);
    store.readStream = (log, stream, from) => (froms.push(from), read(log, stream, from));
    await send(there, putOn(shelf), id('elsewhere-again'));
    await send(here, putOn(shelf), id('late-again'));
    expect(froms).toEqual([3]);
  });

  it('is folded anew once, however often others are faster after that', async () => {
    const froms: unknown[] = [];
    const read = store.readStream.bind(store);
    store.readStream = (log, stream, from) => (froms.push(from), read(log, stream, from));
    let faster = 0;
    store.before = async () => {
      if (faster < 3) await send(there, putOn(shelf), id(`faster-${++faster}`));
    };
    const outcomes = await Promise.all([0, 1, 2, 3].map((n) => outcome(send(here, putOn(shelf), id(n)))));
    expect([outcomes, froms]).toEqual([
      [4, 5, 6, 7],
      [0, 2, 3],
    ]);
  });

  it('lets nobody who asked later go before those that were too late', async () => {
    let later: Promise<number | string> | undefined;
    store.before = async () => {
      if (later) return;
      later = outcome(send(here, putOn(shelf), id('later')));
      await send(there, putOn(shelf), id('elsewhere'));
    };
    const outcomes = await Promise.all([0, 1, 2].map((n) => outcome(send(here, putOn(shelf), id(n)))));
    expect([...outcomes, await later]).toEqual([2, 3, 4, 5]);
  });

  it('gives way to a state folded anew when several had been decided on it', async () => {
    await send(there, takeOff(shelf, 1), id('elsewhere'));
    const asked = [takeOff(shelf), takeOff(shelf), putOn(shelf, 4), takeOff(shelf, 4), takeOff(shelf)];
    const outcomes = await Promise.all(asked.map((command, n) => outcome(send(here, command, id(n)))));
    expect(outcomes).toEqual([2, 'shelf/too-few', 3, 7, 'shelf/too-few']);
  });
});

it('loses and doubles nothing when two processes send a hundred commands each', async () => {
  const both = [here, there].flatMap((runner, r) =>
    Array.from({ length: 100 }, (_, n) => ({ commandId: id(`${r}-${n}`), runner })),
  );
  const outcomes = await Promise.all(
    both.map(({ runner, commandId }) => outcome(send(runner, putOn(shelf), commandId))),
  );
  const acked = both.filter((_, n) => typeof outcomes[n] === 'number').map(({ commandId }) => commandId);
  for (const told of outcomes) if (typeof told === 'string') expect(told).toBe('command/contended');
  const stored = await commandsStored();
  expect([...stored].sort()).toEqual([id('known'), ...acked].sort());
  // What each was told is where it stands.
  expect(outcomes.map((told, n) => typeof told === 'string' || stored[told] === both[n]!.commandId)).not.toContain(
    false,
  );
});

it('has one effect when two processes are sent the same commands at once, and all are answered alike', async () => {
  const sent = [here, there, here, there].flatMap((runner) =>
    Array.from({ length: 40 }, (_, n) => send(runner, putOn(shelf, n + 1), id(n))),
  );
  const outcomes = await Promise.all(sent.map((answer) => outcome(answer)));
  const stored = await commandsStored();
  expect(new Set(stored).size).toBe(stored.length);
  expect(
    outcomes.map((told, n) => told === 'command/contended' || stored[told as number] === id(n % 40)),
  ).not.toContain(false);
});

it('gives up, and says so, when somebody else is always faster', async () => {
  let faster = 0;
  store.before = async () => void (await send(there, putOn(shelf), id(`faster-${++faster}`)));
  const outcomes = await Promise.all([0, 1].map((n) => outcome(send(here, putOn(shelf), id(n)))));
  expect(outcomes).toEqual(['command/contended', 'command/contended']);
  store.before = () => undefined;
  expect(await outcome(send(here, takeOff(shelf, 2 + faster), id('then')))).toBe(faster + 2 + faster);
});
