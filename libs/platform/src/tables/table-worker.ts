// Runs in a thread of its own: reads the one file it was given, says what came of it, and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '@finsam/kernel';
import { parseTable } from './parse-table';
import type { Table } from './table';

export type TableAnswer =
  { readonly table: Table } | { readonly refused: Pick<DomainError, 'code' | 'status' | 'message' | 'details'> };

function answer(): TableAnswer {
  try {
    return { table: parseTable(Buffer.from(workerData as Uint8Array)) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, status, message, details } = error;
    return { refused: { code, status, message, details } };
  }
}

parentPort!.postMessage(answer());
