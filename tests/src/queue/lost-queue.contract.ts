// What report runs keep to when the queue loses everything, or is not there at all.
import { DONE_ONCE, keys, type OpenPlant, type QueueUnderTest } from './queue-under-test';

export function lostQueueContract(queue: QueueUnderTest, open: OpenPlant): void {
  it('does every run though the queue was emptied as soon as they were ordered', async () => {
    const plant = await open();
    for (const key of keys(10)) await plant.order(key);
    await queue.empty(plant);
    await plant.startWorker();
    const runs = await plant.finishedRuns();
    expect(runs).toHaveLength(10);
    expect(runs).toEqual(runs.map(({ id }) => ({ id, ...DONE_ONCE })));
  });

  it('leaves the emptied queue fit to wake workers again', async () => {
    const plant = await open();
    await plant.startWithoutSweeper();
    await plant.order('before-it');
    await plant.finishedRuns();
    await queue.empty(plant);
    const id = await plant.order('after-it-all');
    expect((await plant.finishedRuns()).at(-1)).toEqual({ id, ...DONE_ONCE });
  });

  it('accepts an order though the queue was gone before the first of all, and has it done', async () => {
    const plant = await open();
    await queue.takeAway(plant);
    const id = await plant.order('gone-at-first');
    await plant.startWorker();
    expect(await plant.finishedRuns()).toEqual([{ id, ...DONE_ONCE }]);
  });

  it('accepts orders though the queue has gone, and has them done by a worker that lost it too', async () => {
    const plant = await open();
    await plant.startWorker();
    await plant.order('while-it-was-there');
    await plant.finishedRuns();
    await queue.takeAway(plant);
    for (const key of keys(3)) await plant.order(key);
    const runs = await plant.finishedRuns();
    expect(runs).toEqual(runs.map(({ id }) => ({ id, ...DONE_ONCE })));
  });

  it.each(['after they had used it', 'before they first asked for it'])(
    'has service and worker find the queue again that went %s',
    async (when) => {
      const plant = await open();
      if (when.startsWith('before')) await queue.takeAway(plant);
      await plant.startWithoutSweeper();
      await plant.order('the-first-of-all');
      if (when.startsWith('after')) {
        await plant.finishedRuns();
        await queue.takeAway(plant);
      }
      await plant.order('while-it-was-gone');
      await queue.bringBack(plant);
      const done = async () => (await plant.runs()).filter(({ status }) => status === 'done').length;
      const before = await done();
      let orders = 0;
      // The first ones may come before the connections have healed.
      await plant.until('an order wakes the worker', async () => {
        await plant.order(`now-it-is-back-${++orders}`);
        return (await done()) > before;
      });
      expect(orders).toBeGreaterThan(0);
    },
  );

  it('lets worker and service stop while the queue is gone', async () => {
    const plant = await open();
    const worker = await plant.startWorker();
    await plant.order('while-it-was-there');
    await plant.finishedRuns();
    await queue.takeAway(plant);
    await plant.order('while-it-was-gone');
    const stopped = Promise.all([worker.stop(), plant.close()]).then(() => 'stopped');
    expect(await stopped).toBe('stopped');
  });
}
