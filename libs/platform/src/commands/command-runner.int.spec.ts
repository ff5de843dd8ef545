import { type AssociationId, type Command, DomainError } from '@finsam/kernel';
import { recordOf } from '../event-store/event-store';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { commandHash, eventId } from './command-ids';
import { type CommandContext, CommandRunner } from './command-runner';
import { CoinsPut, jarDecider, put, share } from './testing';

jest.setTimeout(60_000);

let db: TestDatabase;
let runner: CommandRunner;
let association: AssociationId;

beforeAll(async () => {
  db = await testDatabase([], { associations: 16 });
  runner = new CommandRunner(db.store, [jarDecider]);
});
afterAll(() => db.close());

let registered = 0;
beforeEach(async () => (association = await db.register(`burk-${++registered}`)));

const send = (command: Command, commandId: string, more: Partial<CommandContext> = {}) =>
  runner.execute(command, { association, commandId, actor: 'nagon', correlationId: 'correlation-1', ...more });

/** How the command is refused: code and status. */
async function refusal(answer: Promise<unknown>): Promise<[code: string, status: number]> {
  const error: unknown = await answer.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DomainError)) throw error;
  return [error.code, error.status];
}

const stream = (jar: string) => db.store.readStream(recordOf(association), `jar-${jar}`);
const head = () => db.store.head(recordOf(association));

describe('a repeated command', () => {
  it('has its effect once and is answered as the first time, also when the stream has moved on', async () => {
    const first = await send(put('a', 5), 'command-1');
    expect(first).toEqual({ stream: 'jar-a', revision: 0, position: 1, events: [CoinsPut({ jar: 'a', coins: 5 })] });
    await send(put('b'), 'command-2');
    await send(put('a', 7), 'command-3');
    expect(await send(put('a', 5), 'command-1')).toEqual(first);
    expect(await head()).toBe(3);
  });

  it('is the same command when only the facts have changed since', async () => {
    const first = await send(put('a'), 'command-1');
    expect(await send(put('a', 1, false), 'command-1')).toEqual(first);
  });

  it('is answered with all of its events, by the last of them', async () => {
    await send(put('a', 9), 'command-1');
    const first = await send(share('a', 3), 'command-2');
    expect(first).toMatchObject({ revision: 3, position: 4, events: { length: 3 } });
    await send(put('a'), 'command-3');
    expect(await send(share('a', 3), 'command-2')).toEqual(first);
  });

  it('has one effect when it is sent thirty times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => send(put('a', 5), 'command-1')));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await head()).toBe(1);
  });

  it('is decided again when it had no effect the first time, for nothing was recorded', async () => {
    expect(await send(share('a', 0), 'command-1')).toEqual({ stream: 'jar-a', revision: -1, position: 0, events: [] });
    await send(put('a'), 'command-2');
    expect(await send(share('a', 0), 'command-1')).toMatchObject({ revision: 0, position: 1, events: [] });
  });
});

describe('an id that was used for something else', () => {
  const reused = ['command/id-reused', 422];

  it('is refused with another content, in the same stream', async () => {
    await send(put('a', 5), 'command-1');
    expect(await refusal(send(put('a', 6), 'command-1'))).toEqual(reused);
    expect(await refusal(send(share('a', 2), 'command-1'))).toEqual(reused);
    expect(await head()).toBe(1);
  });

  it('is refused in another stream', async () => {
    await send(put('a', 5), 'command-1');
    expect(await refusal(send(put('b', 5), 'command-1'))).toEqual(reused);
    expect(await stream('b')).toEqual([]);
    const both = await Promise.allSettled([send(put('c'), 'command-2'), send(put('d'), 'command-2')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await head()).toBe(2);
  });

  it('is free in another association, and after a refusal', async () => {
    expect(await refusal(send(put('a', 1, false), 'command-1'))).toEqual(['jar/not-allowed', 409]);
    expect(await head()).toBe(0);
    await send(put('a', 6), 'command-1');
    const neighbour = await db.register('granne');
    expect(await send(put('a', 7), 'command-1', { association: neighbour })).toMatchObject({
      revision: 0,
      position: 1,
    });
  });
});

it('lets thirty different commands on one stream through, or refuses them cleanly', async () => {
  const sends = Array.from({ length: 30 }, (_, n) => send(put('a', n + 1), `command-${n}`));
  const outcomes = await Promise.allSettled(sends);
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as DomainError] : []));
  for (const error of refused) expect([error.code, error.status]).toEqual(['command/contended', 409]);
  expect(await head()).toBe(30 - refused.length);
  // Sent again, those that were refused come through and those that had their effect have no second.
  for (let n = 0; n < 30; n++) await send(put('a', n + 1), `command-${n}`);
  const events = await stream('a');
  expect(events.map(({ revision }) => revision)).toEqual(Array.from({ length: 30 }, (_, n) => n));
  const sum = events.reduce((total, { data }) => total + (data as { coins: number }).coins, 0);
  expect(sum).toBe((30 * 31) / 2);
});

it('stores with each event who asked, why, and under which ids', async () => {
  await send(put('a', 5), 'command-1', { causationId: 'cause-1' });
  const command = put('a', 5);
  expect((await stream('a'))[0]).toMatchObject({
    type: 'CoinsPut',
    schemaVersion: 3,
    data: { jar: 'a', coins: 5 },
    meta: {
      commandId: 'command-1',
      commandHash: commandHash(command, 'jar-a'),
      ordinal: 0,
      actor: 'nagon',
      correlationId: 'correlation-1',
      causationId: 'cause-1',
    },
  });
  const { rows } = await db.databases
    .association(association)
    .query<{ event_id: string }>('select event_id from log.event where association_id = $1', [association]);
  expect(rows).toEqual([{ event_id: eventId(association, 'record', 'command-1', 0) }]);
});

describe('a stream whose first events are of an older version', () => {
  const old = { pot: 'a', money: 5 };
  const meta = { commandId: 'long-ago', commandHash: '', ordinal: 0, actor: 'a', correlationId: 'c' };
  beforeEach(async () => {
    const id = eventId(association, 'record', 'long-ago', 0);
    const command = { type: 'PutCoins', data: put('a', 5).data } as Command;
    const event = { id, type: 'CoinsPut', schemaVersion: 1, data: JSON.stringify(old) };
    const asked = { ...meta, commandHash: commandHash(command, 'jar-a') };
    await db.store.append(recordOf(association), 'jar-a', -1, [{ ...event, meta: asked }]);
  });

  it('is decided on in the newest form', async () => {
    expect(await send(share('a', 5), 'command-2')).toMatchObject({ events: Array(5).fill({ data: { share: 1 } }) });
    expect(await runner.stateOf(jarDecider, association, 'jar-a')).toEqual({ coins: 5 });
  });

  it('answers the repeat of a command of that time in the newest form', async () => {
    expect(await send(put('a', 5), 'long-ago')).toMatchObject({
      revision: 0,
      events: [CoinsPut({ jar: 'a', coins: 5 })],
    });
  });
});

it('tells the state of a stream to neighbours that decide on it', async () => {
  await send(put('a', 5), 'command-1');
  await send(put('a', 7), 'command-2');
  expect(await runner.stateOf(jarDecider, association, 'jar-a')).toEqual({ coins: 12 });
  expect(await runner.stateOf(jarDecider, association, 'jar-b')).toEqual({ coins: 0 });
});
