import type { AssociationDatabase } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { setTimeout as delay } from 'node:timers/promises';
import { claimRun, enterOrder, failRun, findDocument, findRun, finishRun, releaseRun, type Run } from './run-store';
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

async function claimed(runId: string, leaseSeconds: number): Promise<Run> {
  await enterOrder(here, order(runId));
  const run = await claimRun(here, runId, leaseSeconds);
  expect(run?.status).toBe('running');
  return run!;
}

it('is taken by one worker of many', async () => {
  await enterOrder(here, order('run-race'));
  const claims = await Promise.all(Array.from({ length: 12 }, () => claimRun(here, 'run-race', LONG)));
  expect(claims.filter((run) => run !== null).map((run) => run.attempt)).toEqual([1]);
  expect(await claimRun(here, 'run-race', LONG)).toBeNull();
  expect(await claimRun(here, 'run-nobody-ordered', LONG)).toBeNull();
});

it('is finished once, with all of its documents', async () => {
  const run = await claimed('run-done', LONG);
  const [json, html] = [document('{"å":1}'), document('<p>', 'html')];
  expect(await finishRun(here, run, [json, html])).toBe(true);
  expect(await findRun(here, 'run-done')).toMatchObject({
    status: 'done',
    attempt: 1,
    finishedAt: expect.any(String),
  });
  expect([await findDocument(here, 'run-done', 'json'), await findDocument(here, 'run-done', 'html')]).toEqual([
    json,
    html,
  ]);
  expect(await findDocument(elsewhere, 'run-done', 'json')).toBeNull();
  expect(await finishRun(here, run, [document('{}')])).toBe(false);
  expect(await claimRun(here, 'run-done', LONG)).toBeNull();
  expect(await findDocument(here, 'run-done', 'json')).toEqual(json);
});

it('is not finished when one of its documents cannot be stored', async () => {
  const run = await claimed('run-half', LONG);
  await expect(finishRun(here, run, [document('{}'), document('{}')])).rejects.toThrow();
  expect((await findRun(here, 'run-half'))?.status).toBe('running');
  expect(await findDocument(here, 'run-half', 'json')).toBeNull();
});

it('passes to another worker when the first has not come back, and the first comes too late', async () => {
  const first = await claimed('run-late', SHORT);
  await delay(OVER);
  const second = (await claimRun(here, 'run-late', LONG))!;
  expect(second.attempt).toBe(2);
  expect(await finishRun(here, first, [document('"first"')])).toBe(false);
  expect(await findDocument(here, 'run-late', 'json')).toBeNull();
  await failRun(here, first, 'kom för sent');
  await releaseRun(here, first);
  expect(await findRun(here, 'run-late')).toMatchObject({ status: 'running', attempt: 2, failure: null });
  expect(await finishRun(here, second, [document('"second"')])).toBe(true);
  expect(await finishRun(here, first, [document('"first"')])).toBe(false);
  expect((await findDocument(here, 'run-late', 'json'))?.body).toBe('"second"');
});

it('may still be finished by a slow worker that nobody has taken it from', async () => {
  const run = await claimed('run-slow', SHORT);
  await delay(OVER);
  expect(await finishRun(here, run, [document('{}')])).toBe(true);
});

it('is taken again when it was given back, and never when it has failed', async () => {
  const run = await claimed('run-again', LONG);
  await releaseRun(here, run);
  expect((await findRun(here, 'run-again'))?.status).toBe('queued');
  const again = (await claimRun(here, 'run-again', LONG))!;
  expect(again.attempt).toBe(2);
  await failRun(here, again, 'Förbundet har ingen uppställning.');
  expect(await findRun(here, 'run-again')).toMatchObject({
    status: 'failed',
    failure: 'Förbundet har ingen uppställning.',
  });
  await releaseRun(here, again);
  expect(await claimRun(here, 'run-again', LONG)).toBeNull();
  expect(await finishRun(here, again, [document('{}')])).toBe(false);
});
