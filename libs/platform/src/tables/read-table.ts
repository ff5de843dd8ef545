// Reads a file in a thread with a memory and a time of its own, so that no file can stop or end the process.
import { extname, join } from 'node:path';
import { refusals } from '@finsam/kernel';
import { Threads } from '../threads/threads';
import { refuseTable, type Table } from './table';

const refuse = refusals({
  'table/busy': { status: 409, text: 'Många filer läses in just nu. Försök igen om en stund.' },
});

const threads = new Threads<Uint8Array, Table>(
  join(__dirname, `table-worker${extname(__filename)}`),
  { heapMib: 256, deadlineMs: 20_000, atOnce: 2, waitingMax: 20 },
  { busy: () => refuse('table/busy'), tooHeavy: () => refuseTable('table/too-heavy') },
);

/** The table in a CSV or XLSX file. Throws a refusal for anything else, and for what takes too long. */
export function readTable(bytes: Buffer, deadlineMs?: number): Promise<Table> {
  return threads.ask(bytes, deadlineMs);
}
