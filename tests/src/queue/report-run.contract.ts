// What report runs keep to, whichever queue wakes the workers.
import { claimRun, failRun, finishedDocuments, finishRun, releaseRun, reportDocument } from '@finsam/reporting';
import type { ReportPlant } from './report-plant';
import { DONE_ONCE, keys, type OpenPlant, THE_ORDER } from './queue-under-test';
import { aCost } from './small-association';

export function reportRunContract(open: OpenPlant): void {
  it('makes one document, in both its forms, of one order', async () => {
    const plant = await open();
    await plant.startWithoutSweeper();
    const id = await plant.order('one-order');
    expect(await plant.finishedRuns()).toEqual([{ id, ...DONE_ONCE }]);
  });

  it('takes the same order under the same key for the same run, before and after it is done', async () => {
    const plant = await open();
    const ids = await Promise.all([plant.order('twice-ordered'), plant.order('twice-ordered')]);
    await plant.startWorker();
    await plant.finishedRuns();
    ids.push(await plant.order('twice-ordered'));
    expect(new Set(ids).size).toBe(1);
    expect(await plant.runs()).toEqual([{ id: ids[0], ...DONE_ONCE }]);
    const other = await plant.send('reports', { ...THE_ORDER, period: '2025' }, 'twice-ordered');
    expect(other).toMatchObject({ status: 422, body: { type: 'urn:finsambok:report/key-reused' } });
  });

  it('does each of thirty runs that are ordered at once exactly once', async () => {
    const plant = await open();
    await plant.startWorker();
    const ids = await Promise.all(keys(30).map((key) => plant.order(key)));
    const runs = await plant.finishedRuns();
    expect(runs.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(runs).toEqual(runs.map(({ id }) => ({ id, ...DONE_ONCE })));
  });

  it('does each run exactly once when two workers work at once', async () => {
    const plant = await open();
    await Promise.all([plant.startWorker(), plant.startWorker()]);
    const ids = await Promise.all(keys(20).map((key) => plant.order(key)));
    const runs = await plant.finishedRuns();
    expect(runs).toHaveLength(new Set(ids).size);
    expect(runs).toEqual(runs.map(({ id }) => ({ id, ...DONE_ONCE })));
  });

  it('has a run taken over whose worker is stuck, and stores the document once when both come to an end', async () => {
    const plant = await open();
    const id = await orderThatWaits(plant, 'taken-over');
    const first = await plant.startWorker();
    await plant.until('the first works', async () => (await plant.runs())[0]?.attempt === 1);
    await loseLease(plant);
    const second = await plant.startWorker();
    await plant.until('the second works', async () => (await plant.runs())[0]?.attempt === 2);
    await plant.startProjector();
    await Promise.all([first.stop(), second.stop()]);
    expect(await plant.runs()).toEqual([{ id, ...DONE_ONCE, attempt: 2 }]);
  });

  it('refuses whatever an attempt says about its end when another has taken over', async () => {
    const plant = await open();
    const id = await plant.order('late-finish');
    const first = (await claimRun(plant.db, id, 60))!;
    expect(await claimRun(plant.db, id, 60)).toBeNull();
    await loseLease(plant);
    const second = (await claimRun(plant.db, id, 60))!;
    const late = [{ format: 'json' as const, body: 'late', sha256: 'late' }];
    expect(await finishRun(plant.db, first, late)).toBe(false);
    await failRun(plant.db, first, 'sent');
    await releaseRun(plant.db, first);
    expect(await plant.runs()).toEqual([{ id, status: 'running', attempt: 2, failure: null, documents: '' }]);
    const documents = finishedDocuments(await reportDocument(plant.db, second));
    expect(await finishRun(plant.db, second, documents)).toBe(true);
    expect(await finishRun(plant.db, first, late)).toBe(false);
    await plant.startWorker();
    expect(await plant.finishedRuns()).toEqual([{ id, ...DONE_ONCE, attempt: 2 }]);
  });

  it('gives up a run that has ended every worker that took it, and says so in Swedish', async () => {
    const plant = await open();
    const id = await plant.order('poisonous');
    for (let attempt = 1; attempt <= 5; attempt++) {
      await claimRun(plant.db, id, 60);
      await loseLease(plant);
    }
    await plant.startWorker();
    const failure = 'Rapporten kunde inte tas fram. Felet är antecknat i loggen.';
    expect(await plant.finishedRuns()).toEqual([{ id, status: 'failed', attempt: 6, failure, documents: '' }]);
  });

  it('fails a run that never can be done, at once and with a Swedish reason', async () => {
    const plant = await open({ layouts: false });
    await plant.startWorker();
    const id = await plant.order('no-layouts');
    const failure = 'Förbundet har inte antagit någon uppställning, så det finns inget att skriva ut.';
    expect(await plant.finishedRuns()).toEqual([{ id, status: 'failed', attempt: 1, failure, documents: '' }]);
  });

  it('stops after the runs in hand, however many wait', async () => {
    const plant = await open();
    for (const key of keys(12)) await orderThatWaits(plant, key);
    const worker = await plant.startWorker();
    const inHand = async () => (await plant.runs()).filter(({ status }) => status === 'running').length;
    // Two that the queue woke it for, and one that it swept up.
    await plant.until('it has its hands full', async () => (await inHand()) === 3);
    const stopped = worker.stop();
    await plant.startProjector();
    await stopped;
    const statuses = (await plant.runs()).map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(3).fill('done'), ...Array(9).fill('queued')]);
  });
}

/** An order at a position that the read models have not come to, and will not before the projector is started. */
async function orderThatWaits(plant: ReportPlant, key: string): Promise<string> {
  await plant.stopProjector();
  await plant.send('fiscal-years/2025/costs', aCost(100), `${key}-cost`);
  return plant.order(key);
}

async function loseLease({ db }: ReportPlant): Promise<void> {
  await db.query(
    `update report.run set lease_until = clock_timestamp() - interval '1 second' where status = 'running'`,
  );
}
