// Named places at which a process can be made to end as if it had been killed there: for tests of what a crash leaves.
// FINSAM_FAILPOINT=append-unsent:3 ends it at the third passage; without it a passage costs one comparison.
import { ConfigError } from './config';

/** By the process that comes by. Tests go through the list, so that a new one is tested by being entered here. */
export const FAILPOINTS = {
  api: [
    'append-unsent',
    // The log holds it, and nobody has been told.
    'append-unanswered',
    // The caller knows, the other processes do not yet.
    'append-unannounced',
  ],
  projector: ['rows-uncommitted', 'rows-committed', 'seal-unwritten'],
  worker: ['run-claimed', 'run-finished'],
  rebuild: ['rebuild-unswapped', 'rebuild-swapped'],
} as const;

export type Failpoint = (typeof FAILPOINTS)[keyof typeof FAILPOINTS][number];

const NAMES: readonly string[] = Object.values(FAILPOINTS).flat();

let armed: string | undefined;
let left = 0;

/** Throws `ConfigError`, for a test with a misspelt name would kill nothing and stay green. */
export function armFailpoint(given: string | undefined): void {
  const [, name, passage] = /^([a-z-]+):([1-9]\d{0,5})$/.exec(given ?? '') ?? [];
  if (given && !NAMES.includes(name ?? ''))
    throw new ConfigError(`FINSAM_FAILPOINT har formen namn:gång, där namnet är ett av: ${NAMES.join(', ')}.`);
  [armed, left] = [name, Number(passage)];
}

armFailpoint(process.env['FINSAM_FAILPOINT']);

export function failpoint(name: Failpoint): void {
  if (armed === undefined || name !== armed) return;
  left -= 1;
  // As nothing in the process can prevent or prepare for: no handler, no flush, no farewell to the database.
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}
