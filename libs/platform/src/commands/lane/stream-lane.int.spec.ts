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
let runner: CommandRunner;
let send: ReturnType<typeof sender>;
let shelf: string;

beforeAll(async () => {
  db = await testDatabase();
  association = await db.register('hyllan');
  send = sender(association);
});
afterAll(() => db.close());

let shelves = 0;
beforeEach(() => {
  shelf = `s${++shelves}`;
  store = new WatchedStore(db.store);
  runner = new CommandRunner(store, [shelfDecider]);
});

const id = (name: string | number) => `${shelf}-${name}`;
const stored = (name = shelf) => db.store.readStream(recordOf(association), `shelf-${name}`);
const commandsStored = async () => (await stored()).map(({ meta }) => meta.commandId);
const many = <T>(count: number, work: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)));
/** Lanes that still stand: none may once everybody is answered. */
const lanes = (of: CommandRunner) => (of as unknown as { lanes: Map<string, unknown> }).lanes.size;

describe('many commands on one stream at once', () => {
  it('all succeed, in the order they were asked, in a few appends', async () => {
    const answers = await many(200, (n) => send(runner, putOn(shelf, n + 1), id(n)));
    expect(answers.map(({ revision }) => revision)).toEqual(answers.map((_, n) => n));
    const events = await stored();
    expect(events.map(({ revision }) => revision)).toEqual(answers.map((_, n) => n));
    expect(events.map(({ position }) => position)).toEqual(answers.map(({ position }) => position));
    expect(await commandsStored()).toEqual(answers.map((_, n) => id(n)));
    expect(store.appends).toBeLessThanOrEqual(4);
    expect(lanes(runner)).toBe(0);
  });

  it('cost one round trip each when the stream is known, and no reading', async () => {
    await send(runner, putOn(shelf), id('first'));
    const { reads, appends } = store;
    for (let n = 0; n < 5; n++) await send(runner, putOn(shelf), id(n));
    expect([store.reads - reads, store.appends - appends]).toEqual([0, 5]);
  });

  it('are each decided on what the ones before them did', async () => {
    const asked = [
      takeOff(shelf),
      putOn(shelf, 3),
      takeOff(shelf, 2),
      takeOff(shelf, 2),
      takeOff(shelf),
      takeOff(shelf),
    ];
    const outcomes = await many(asked.length, (n) => outcome(send(runner, asked[n]!, id(n))));
    expect(outcomes).toEqual(['shelf/too-few', 0, 2, 'shelf/too-few', 3, 'shelf/too-few']);
    expect(store.appends).toBe(1);
    expect(await send(runner, label(shelf, ''), id('same'))).toMatchObject({ revision: 3, events: [] });
  });

  it('say of nothing at which position the stream stands, whatever was written beside it meanwhile', async () => {
    const { position } = await send(runner, putOn(shelf), id('first'));
    await send(runner, putOn(`${shelf}-beside`, 1), id('beside'));
    const [nothing, put] = await Promise.all([
      send(runner, label(shelf, ''), id('nothing')),
      send(runner, putOn(shelf), id('put')),
    ]);
    expect(nothing).toMatchObject({ revision: 0, position, events: [] });
    expect(put).toMatchObject({ revision: 1, position: position + 2 });
  });

  it('are not disturbed by those that are refused, malformed, wrongly made or unstorable', async () => {
    const asked = [
      putOn(shelf, 1),
      takeOff(shelf, 5),
      { type: 'PutOn', data: { shelf, count: 'one' } },
      putOn(shelf, -1),
      putOn(shelf, 2, 'half \ud800'),
      putOn(shelf, 3),
      putOn(shelf, 4, 'x'.repeat(300_000)),
      putOn(shelf, 5),
    ];
    const outcomes = await many(asked.length, (n) => outcome(send(runner, asked[n]!, id(n))));
    expect(outcomes).toEqual([0, 'shelf/too-few', 'ZodError', 'Error', 'UnstorableEvent', 1, 'UnstorableEvent', 2]);
    expect(await commandsStored()).toEqual([id(0), id(5), id(7)]);
    expect(await outcome(send(runner, takeOff(shelf, 10), id('rest')))).toBe('shelf/too-few');
    expect(await outcome(send(runner, takeOff(shelf, 9), id('all')))).toBe(11);
  });

  it('do not take along those that can still be recorded when a fold breaks down', async () => {
    const evolve: typeof shelfDecider.evolve = (state, event) => {
      if (event.type === 'PutOnShelf' && event.data.count === 13) throw new Error('thirteen');
      return shelfDecider.evolve(state, event);
    };
    const brittle = new CommandRunner(store, [{ ...shelfDecider, evolve }]);
    const outcomes = await many(3, (n) => outcome(send(brittle, putOn(shelf, 12 + n), id(n))));
    expect(outcomes).toEqual([0, 1, 'Error']);
    expect(await commandsStored()).toEqual([id(0), id(1)]);
  });

  it('fill more than one append when there is much in them', async () => {
    const largest = 'x'.repeat(250_000);
    await many(6, (n) => send(runner, putOn(shelf, n + 1, largest), id(n)));
    expect(await commandsStored()).toEqual([0, 1, 2, 3, 4, 5].map(id));
    expect(store.appends).toBe(3);
  });
});

describe('commands under one id', () => {
  it('have one effect and one answer when they wait together, and another content is refused', async () => {
    const asked = [putOn(shelf, 2), putOn(shelf, 9), putOn(shelf, 2), putOn(shelf, 2, 'other')];
    const answers = await Promise.allSettled([
      ...asked.map((command) => send(runner, command, id('one'))),
      send(runner, putOn(shelf, 1), id('two')),
      send(runner, putOn(shelf, 2), id('one'), { expectedRevision: 17 }),
    ]);
    const [first, other, again, noted, second, conditional] = answers;
    expect(first).toMatchObject({ status: 'fulfilled', value: { revision: 0 } });
    expect([again, conditional]).toEqual([first, first]);
    for (const refused of [other, noted]) expect(refused).toMatchObject({ reason: { code: 'command/id-reused' } });
    expect(second).toMatchObject({ status: 'fulfilled', value: { revision: 1 } });
    expect(await commandsStored()).toEqual([id('one'), id('two')]);
    expect(await Promise.allSettled([send(runner, putOn(shelf, 2), id('one'))])).toEqual([first]);
  });

  it('are decided on their own when the first of them was refused', async () => {
    const outcomes = [takeOff(shelf), putOn(shelf), takeOff(shelf)].map((command, n) =>
      outcome(send(runner, command, id(n % 2))),
    );
    expect(await Promise.all(outcomes)).toEqual(['shelf/too-few', 0, 1]);
  });

  it('are refused alone when the id stands in another stream', async () => {
    await send(runner, putOn(`${shelf}-other`), id(6));
    const { appends } = store;
    const outcomes = await many(8, (n) => outcome(send(runner, putOn(shelf), id(n))));
    expect(outcomes).toEqual([0, 1, 2, 3, 4, 5, 'command/id-reused', 6]);
    expect(await commandsStored()).toEqual([0, 1, 2, 3, 4, 5, 7].map(id));
    expect(store.appends - appends).toBe(1 + 8);
  });
});

describe('an append whose outcome is not told', () => {
  const lost = Object.assign(new Error('Connection terminated unexpectedly'), { name: 'Lost' });
  const loseOnce = (step: 'before' | 'after') => {
    store[step] = () => {
      store[step] = () => undefined;
      throw lost;
    };
  };

  it.each(['before', 'after'] as const)(
    'has its effect once when it is sent again: lost %s the commit',
    async (step) => {
      await send(runner, putOn(shelf, 2), id('known'));
      loseOnce(step);
      const asked = [putOn(shelf, 3), takeOff(shelf, 9), putOn(shelf, 4)];
      const outcomes = await many(3, (n) => outcome(send(runner, asked[n]!, id(n))));
      // Who was refused on what may not have happened is decided again: alone, if it did not.
      expect(outcomes).toEqual(['Lost', step === 'before' ? 'shelf/too-few' : 11, 'Lost']);
      const again = await many(3, (n) => outcome(send(runner, asked[n]!, id(n))));
      expect(again).toEqual(step === 'before' ? [1, 'shelf/too-few', 2] : [1, 11, 2]);
      expect(await commandsStored()).toEqual(
        step === 'before' ? ['known', 0, 2].map(id) : [...['known', 0, 2].map(id), ...Array(9).fill(id(1))],
      );
      expect(lanes(runner)).toBe(0);
    },
  );

  it('is told to those alone whose events were in it, and the lane goes on', async () => {
    await send(runner, putOn(shelf, 2), id('known'));
    loseOnce('after');
    const first = outcome(send(runner, putOn(shelf), id('a')));
    const repeat = outcome(send(runner, putOn(shelf), id('a')));
    await Promise.resolve();
    await Promise.resolve();
    const next = outcome(send(runner, putOn(shelf), id('b')));
    expect(await Promise.all([first, repeat, next])).toEqual(['Lost', 1, 2]);
  });

  it('leaves nothing remembered that may be behind', async () => {
    await send(runner, putOn(shelf, 2), id('known'));
    loseOnce('after');
    expect(await outcome(send(runner, takeOff(shelf, 1), id('alone')))).toBe('Lost');
    const { appends } = store;
    expect(await outcome(send(runner, takeOff(shelf, 1), id('alone')))).toBe(1);
    expect(store.appends - appends).toBe(0);
  });

  it('leaves nobody waiting when the stream cannot even be read', async () => {
    store.readStream = () => Promise.reject(lost);
    expect(await many(3, (n) => outcome(send(runner, putOn(shelf), id(n))))).toEqual(['Lost', 'Lost', 'Lost']);
    expect(lanes(runner)).toBe(0);
  });
});
