import { type AssociationId, type Command, DomainError } from '@finsam/kernel';
import { ZodError } from 'zod';
import { recordOf } from '../event-store/event-store';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { type CommandContext, CommandRunner } from './command-runner';
import { jarDecider, put } from './testing';

jest.setTimeout(60_000);

let db: TestDatabase;
let runner: CommandRunner;
let association: AssociationId;

beforeAll(async () => {
  db = await testDatabase();
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

const head = () => db.store.head(recordOf(association));

describe('a command that was decided on what the sender had read', () => {
  it('is refused when the stream has moved on since, and has no effect', async () => {
    await send(put('a'), 'command-1');
    await send(put('a'), 'command-2', { expectedRevision: 0 });
    const stale = send(put('a'), 'command-3', { expectedRevision: 0 });
    expect(await refusal(stale)).toEqual(['command/stale-revision', 412]);
    await expect(stale).rejects.toMatchObject({ details: { current: 1, expected: 0 } });
    expect(await refusal(send(put('a'), 'command-3', { expectedRevision: 7 }))).toEqual([
      'command/stale-revision',
      412,
    ]);
    expect(await head()).toBe(2);
  });

  it('is still the same command when it is repeated', async () => {
    await send(put('a'), 'command-1');
    const first = await send(put('a'), 'command-2', { expectedRevision: 0 });
    expect(await send(put('a'), 'command-2', { expectedRevision: 0 })).toEqual(first);
  });

  it('lets one of many through that had read the same', async () => {
    await send(put('a'), 'command-0');
    const sends = Array.from({ length: 10 }, (_, n) => send(put('a'), `command-${n + 1}`, { expectedRevision: 0 }));
    const outcomes = await Promise.allSettled(sends);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await head()).toBe(2);
  });
});

describe('what is wrong before it is decided', () => {
  it('is a command that nobody knows, or a body of another form', async () => {
    expect(await refusal(send({ type: 'Unheard', data: {} }, 'command-1'))).toEqual(['command/unknown', 404]);
    for (const data of [{}, { ...put('a').data, coins: '5' }, { ...put('a').data, association: 2 }, null]) {
      await expect(send({ type: 'PutCoins', data }, 'command-1')).rejects.toThrow(ZodError);
    }
    expect(await head()).toBe(0);
  });

  it('is our own mistake: an event that its schema refuses is not stored, and says so loudly', async () => {
    await expect(send(put('a', 0), 'command-1')).rejects.toThrow('broken assumption: CoinsPut is as its schema says');
    const mute = new CommandRunner(db.store, [{ ...jarDecider, events: [] }]);
    const context = { association, commandId: 'command-1', actor: 'nagon', correlationId: 'correlation-1' };
    await expect(mute.execute(put('a'), context)).rejects.toThrow(
      'broken assumption: test/jar lists the event CoinsPut',
    );
    expect(await head()).toBe(0);
    expect(() => new CommandRunner(db.store, [jarDecider, jarDecider])).toThrow('has exactly one decider');
  });
});
