// Runs in a thread of its own: reads one file after the other and says what came of each.
import { parentPort } from 'node:worker_threads';
import { DomainError } from '@finsam/kernel';
import { parseTable } from './parse-table';
import type { Table } from './table';

export type TableAnswer =
  { readonly table: Table } | { readonly refused: Pick<DomainError, 'code' | 'status' | 'message' | 'details'> };

function answerTo(bytes: Uint8Array): TableAnswer {
  try {
    return { table: parseTable(Buffer.from(bytes)) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, status, message, details } = error;
    return { refused: { code, status, message, details } };
  }
}

parentPort!.on('message', (bytes: Uint8Array) => parentPort!.postMessage(answerTo(bytes)));
