// The worker process: does what takes time. The queue wakes it; the sweeper finds what no wake-up reached.
import type { Installation } from '@finsam/assembly';
import { openWorker } from '@finsam/platform';
import { REPORT_QUEUE, type ReportJobOptions, sweepReports, workReport } from '@finsam/reporting';
import type { Logger } from 'pino';

const SWEEP_MS = 5_000;

export interface RunningWorker {
  /** Ends after the runs in hand. */
  stop(): Promise<void>;
}

export function startWorker({ config, databases }: Installation, logger: Logger): RunningWorker {
  const options: ReportJobOptions = {
    databases,
    onError: (error, { association, id }) => logger.error({ err: error, association, run: id }, 'report run failed'),
  };
  const worker = openWorker(
    REPORT_QUEUE,
    config,
    databases,
    (wakeup) => workReport(options, wakeup),
    (error) => logger.warn({ err: error }, 'queue'),
  );
  let sweeping: Promise<void> = Promise.resolve();
  let stopped = false;
  const sweep = () => {
    if (stopped) return;
    sweeping = sweepReports(options, () => !stopped).then(
      () => undefined,
      (error: unknown) => logger.warn({ err: error }, 'sweep failed'),
    );
    void sweeping.then(() => {
      if (!stopped) timer = setTimeout(sweep, SWEEP_MS);
    });
  };
  // Not at once: a run just ordered is about to be woken by its own wake-up.
  let timer = setTimeout(sweep, SWEEP_MS / 5);
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await Promise.all([sweeping, worker.close()]);
    },
  };
}
