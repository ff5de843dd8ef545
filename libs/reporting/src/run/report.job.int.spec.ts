import type { AssociationDatabase } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { reportGroups } from '../rendering/render';
import { sweepReports, workReport } from './report.job';
import { claimRun, enterOrder, findDocument, findRun } from './run-store';
import { LONG, order } from './testing';

jest.setTimeout(60_000);

let db: TestDatabase;
let here: AssociationDatabase;

beforeAll(async () => {
  db = await testDatabase(reportGroups);
  here = db.databases.association(await db.register('har'));
});
afterAll(() => db.close());

/** Works the run once without waiting for read models; the errors that were noted. */
async function work(id: string): Promise<string[]> {
  const errors: string[] = [];
  const options = { databases: db.databases, waitMs: 0, onError: ({ message }: Error) => errors.push(message) };
  await workReport(options, { association: here.association, id });
  return errors;
}

it('gives up a report that will be refused the next time, too, and says why', async () => {
  await enterOrder(here, order('run-refused', { position: 0 }));
  expect(await work('run-refused')).toEqual(['Förbundet är inte registrerat.']);
  const failed = { status: 'failed', attempt: 1, failure: 'Förbundet är inte registrerat.' };
  expect(await findRun(here, 'run-refused')).toMatchObject(failed);
  expect(await work('run-refused')).toEqual([]);
  expect(await findRun(here, 'run-refused')).toMatchObject(failed);
});

it('tries again while the read models have not come so far, and ends after the fifth time', async () => {
  await enterOrder(here, order('run-early', { position: 17 }));
  for (let attempt = 1; attempt < 5; attempt++) {
    expect(await work('run-early')).toEqual([expect.stringContaining('ännu inte framme vid position 17')]);
    expect(await findRun(here, 'run-early')).toMatchObject({ status: 'queued', attempt, failure: null });
  }
  await work('run-early');
  const failure = 'Rapporten kunde inte tas fram. Felet är antecknat i loggen.';
  expect(await findRun(here, 'run-early')).toMatchObject({ status: 'failed', attempt: 5, failure });
  expect(await findDocument(here, 'run-early', 'json')).toBeNull();
});

it('leaves alone what somebody else works on, and what nobody ordered', async () => {
  await enterOrder(here, order('run-held', { position: 0 }));
  await claimRun(here, 'run-held', LONG);
  expect(await work('run-held')).toEqual([]);
  expect(await findRun(here, 'run-held')).toMatchObject({ status: 'running', attempt: 1 });
  expect(await work('run-unheard')).toEqual([]);
});

it('sweeps up the runs that no wake-up reached, of all associations', async () => {
  const other = db.databases.association(await db.register('annorstades'));
  await enterOrder(here, order('run-swept', { position: 0 }));
  await enterOrder(other, order('run-swept', { position: 0 }));
  const sweep = () => sweepReports({ databases: db.databases, waitMs: 0, onError: () => undefined });
  expect(await sweep()).toBe(2);
  for (const association of [here, other]) {
    expect(await findRun(association, 'run-swept')).toMatchObject({ status: 'failed' });
  }
  expect(await sweep()).toBe(0);
});
