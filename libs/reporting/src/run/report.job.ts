// Works report runs. Woken by the queue, and by a sweeper for runs that no wake-up reached or whose worker died.
import { associationId, DomainError } from '@finsam/kernel';
import { type Databases, failpoint, type Wakeup } from '@finsam/platform';
import { finishedDocuments, reportDocument } from '../rendering/render';
import { claimRun, failRun, finishRun, releaseRun, unclaimedRuns } from './run-store';

export const REPORT_QUEUE = 'reports';

const LEASE_SECONDS = 60;
const ATTEMPTS_MAX = 5;
const FAILED = 'Rapporten kunde inte tas fram. Felet är antecknat i loggen.';

export interface ReportJobOptions {
  readonly databases: Databases;
  /** How long a run may wait for the read models to reach its position, in milliseconds. */
  readonly waitMs?: number;
  readonly onError: (error: Error, wakeup: Wakeup) => void;
}

/** Does the run if it is there to be done; a wake-up for a finished or taken run does nothing. */
export async function workReport(
  { databases, waitMs = 20_000, onError }: ReportJobOptions,
  wakeup: Wakeup,
): Promise<void> {
  const db = databases.association(associationId(wakeup.association));
  const run = await claimRun(db, wakeup.id, LEASE_SECONDS);
  if (!run) return;
  failpoint('run-claimed');
  // No attempt before it came to an end: each may have taken its worker along.
  if (run.attempt > ATTEMPTS_MAX) return failRun(db, run, FAILED);
  try {
    await finishRun(db, run, finishedDocuments(await reportDocument(db, run, waitMs)));
    failpoint('run-finished');
  } catch (error) {
    onError(error as Error, wakeup);
    // A refusal will be the same next time, unless it only was that the read models had not come so far.
    const final = error instanceof DomainError && error.code !== 'view/not-yet';
    if (final) await failRun(db, run, error.message);
    else if (run.attempt >= ATTEMPTS_MAX) await failRun(db, run, FAILED);
    else await releaseRun(db, run);
  }
}

/**
 * Works what nobody works on, here and now, whatever has become of the queue. Returns how many runs it took up.
 * `goesOn` is asked before each run.
 */
export async function sweepReports(options: ReportJobOptions, goesOn = () => true): Promise<number> {
  let taken = 0;
  for (const { association, runId } of await unclaimedRuns(options.databases)) {
    if (!goesOn()) break;
    await workReport(options, { association, id: runId });
    taken += 1;
  }
  return taken;
}
