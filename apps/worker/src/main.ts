// Runs the worker alone, against a given database: how it runs in a container.
import { runProcess } from '@finsam/assembly';
import { startWorker } from './start-worker';

void runProcess('worker', async (installation, logger) => {
  const worker = startWorker(installation, logger);
  return () => worker.stop();
});
