// Reads a file in a thread with a memory and a time of its own, so that no file can stop or end the process.
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DomainError, refusals } from '@finsam/kernel';
import { refuseTable, type Table } from './table';
import type { TableAnswer } from './table-worker';

const DEADLINE_MS = 20_000;
const HEAP_MIB = 256;
/** As many files at once; more wait, and beyond that many the sender is asked to come back. */
const AT_ONCE = 2;
const WAITING_MAX = 20;

const refuse = refusals({
  'table/busy': { status: 409, text: 'Många filer läses in just nu. Försök igen om en stund.' },
});

let running = 0;
const waiting: (() => void)[] = [];

/** The table in a CSV or XLSX file. Throws a refusal for anything else, and for what takes too long. */
export async function readTable(bytes: Buffer, deadlineMs = DEADLINE_MS): Promise<Table> {
  if (running === AT_ONCE) {
    if (waiting.length === WAITING_MAX) throw refuse('table/busy');
    await new Promise<void>((turn) => waiting.push(turn));
  } else running++;
  try {
    return await inThread(bytes, deadlineMs);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

// Built, the thread's file is JavaScript beside this one. In specs both are TypeScript, which a thread learns to load.
const EXTENSION = extname(__filename);
const FILE = join(__dirname, `table-worker${EXTENSION}`);
const LOADER = ['--conditions', '@finsam/source', '--require', join(__dirname, '../testing/typescript-loader.cjs')];

function inThread(bytes: Buffer, deadlineMs: number): Promise<Table> {
  const worker = new Worker(FILE, {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    // Nothing of the process's surroundings is any business of a file.
    env: {},
    execArgv: EXTENSION === '.ts' ? LOADER : [],
  });
  return new Promise<Table>((done, fail) => {
    const timer = setTimeout(() => fail(refuseTable('table/too-heavy')), deadlineMs);
    worker.once('message', (answer: TableAnswer) => {
      if ('table' in answer) return done(answer.table);
      const { code, status, message, details } = answer.refused;
      fail(new DomainError(code, status, message, details));
    });
    worker.once('error', (error: Error & { code?: string }) => {
      fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refuseTable('table/too-heavy') : error);
    });
    worker.once('exit', () => {
      clearTimeout(timer);
      fail(new Error('the thread ended without an answer'));
    });
  }).finally(() => worker.terminate());
}
