// Reads a file in a thread with a memory and a time of its own, so that no file can stop or end the process.
import { once } from 'node:events';
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

/** Threads that have read their file and wait for the next; they hold no process up. */
const idle: Worker[] = [];

function newThread(): Worker {
  return new Worker(FILE, {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    // Nothing of the process's surroundings is any business of a file.
    env: {},
    execArgv: EXTENSION === '.ts' ? LOADER : [],
  });
}

async function inThread(bytes: Buffer, deadlineMs: number): Promise<Table> {
  const thread = idle.pop() ?? newThread();
  const answer = await answerOf(thread, bytes, deadlineMs).catch(async (error: unknown) => {
    await thread.terminate();
    throw error;
  });
  thread.unref();
  idle.push(thread);
  if ('table' in answer) return answer.table;
  const { code, status, message, details } = answer.refused;
  throw new DomainError(code, status, message, details);
}

/** Rejects when the thread has had its time or its memory, and is of no more use. */
async function answerOf(thread: Worker, bytes: Buffer, deadlineMs: number): Promise<TableAnswer> {
  thread.ref();
  thread.postMessage(bytes);
  try {
    const [answer] = await once(thread, 'message', { signal: AbortSignal.timeout(deadlineMs) });
    return answer as TableAnswer;
  } catch (error) {
    const { name, code } = error as { name?: string; code?: string };
    throw name === 'AbortError' || code === 'ERR_WORKER_OUT_OF_MEMORY' ? refuseTable('table/too-heavy') : error;
  }
}
