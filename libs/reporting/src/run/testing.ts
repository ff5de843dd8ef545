// Invented orders and documents, for the specs of report runs.
import { createHash } from 'node:crypto';
import type { FinishedDocument, RunOrder } from './run-store';

export const order = (runId: string, changes: Partial<RunOrder> = {}): RunOrder => ({
  runId,
  orderHash: 'h'.repeat(64),
  type: 'delarsrapport',
  period: '2024-H1',
  position: 17,
  ...changes,
});

export const document = (body: string, format: FinishedDocument['format'] = 'json'): FinishedDocument => ({
  format,
  body,
  sha256: createHash('sha256').update(body).digest('hex'),
});

/** Leases in seconds. */
export const [LONG, SHORT] = [60, 0.05];
/** Milliseconds: longer than a short lease. */
export const OVER = 120;
