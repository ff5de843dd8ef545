import type { AssociationDatabase } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { setTimeout as delay } from 'node:timers/promises';
import { claimRun, enterOrder, failRun, findRun, finishRun, listRuns, releaseRun, unclaimedRuns } from './run-store';
import { document, LONG, order, OVER, SHORT } from './testing';

jest.setTimeout(60_000);

let db: TestDatabase;
let here: AssociationDatabase;
let elsewhere: AssociationDatabase;

beforeAll(async () => {
  db = await testDatabase();
  here = db.databases.association(await db.register('har'));
  elsewhere = db.databases.association(await db.register('annorstades'));
});
afterAll(() => db.close());

describe('an order', () => {
  it('is one run, however often it is sent', async () => {
    const first = await enterOrder(here, order('run-order'));
    expect(first).toEqual({
      runId: 'run-order',
      type: 'delarsrapport',
      period: '2024-H1',
      position: 17,
      status: 'queued',
      attempt: 0,
      failure: null,
      orderedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      finishedAt: null,
    });
    // The log has grown since; the run still is about what it held at the first order.
    expect(await enterOrder(here, order('run-order', { position: 99 }))).toEqual(first);
    const sends = Array.from({ length: 12 }, () => enterOrder(here, order('run-many')));
    const runs = await Promise.all(sends);
    expect(new Set(runs.map((run) => run?.orderedAt)).size).toBe(1);
  });

  it('under the same key is refused when it asks for something else', async () => {
    await enterOrder(here, order('run-other'));
    expect(await enterOrder(here, order('run-other', { orderHash: 'x'.repeat(64), period: '2024' }))).toBeNull();
    expect((await findRun(here, 'run-other'))?.period).toBe('2024-H1');
  });

  it('is known to its own association only', async () => {
    await enterOrder(here, order('run-mine'));
    expect(await findRun(elsewhere, 'run-mine')).toBeNull();
    expect(await listRuns(elsewhere)).toEqual([]);
    expect(await claimRun(elsewhere, 'run-mine', LONG)).toBeNull();
    expect((await enterOrder(elsewhere, order('run-mine', { period: '2024', orderHash: 'y' })))?.period).toBe('2024');
    expect((await findRun(here, 'run-mine'))?.period).toBe('2024-H1');
  });

  it('is listed with the latest first', async () => {
    for (const runId of ['run-list-1', 'run-list-2', 'run-list-3']) await enterOrder(here, order(runId));
    const latest = (await listRuns(here, 3)).map(({ runId }) => runId);
    expect(latest).toEqual(['run-list-3', 'run-list-2', 'run-list-1']);
  });
});

it('tells the dispatcher which runs nobody works on, of all associations and by number only', async () => {
  const dispatcher = db.databases.dispatcher();
  for (const runId of ['run-held', 'run-lost', 'run-done', 'run-failed', 'run-back'])
    await enterOrder(here, order(runId));
  await claimRun(here, 'run-held', LONG);
  await claimRun(here, 'run-lost', SHORT);
  await finishRun(here, (await claimRun(here, 'run-done', SHORT))!, [document('{}')]);
  await failRun(here, (await claimRun(here, 'run-failed', SHORT))!, 'Det gick inte.');
  await releaseRun(here, (await claimRun(here, 'run-back', LONG))!);
  await enterOrder(elsewhere, order('run-far'));
  await delay(OVER);
  const runs = await unclaimedRuns(db.databases);
  const named = (runId: string) => runs.filter((run) => run.runId === runId);
  expect(named('run-far')).toEqual([{ association: elsewhere.association, runId: 'run-far' }]);
  expect(named('run-lost')).toEqual([{ association: here.association, runId: 'run-lost' }]);
  expect(named('run-back')).toHaveLength(1);
  for (const runId of ['run-held', 'run-done', 'run-failed']) expect(named(runId)).toEqual([]);
  await expect(dispatcher.query('select failure from report.run')).rejects.toThrow(/permission denied/);
  await expect(dispatcher.query('select period from report.run')).rejects.toThrow(/permission denied/);
});
