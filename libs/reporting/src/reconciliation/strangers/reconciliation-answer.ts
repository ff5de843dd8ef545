// What is answered to a report: its findings as JSON, text or a page, and never more of them than a person reads.
import type { Finding } from '../finding';
import { reconcile } from '../reconcile';
import { reconciliationText } from '../reconciliation-text';
import { readReportFile } from '../typed/read-report';
import { reconciliationPage } from './reconciliation-page';

export const ANSWER_FORMATS = ['json', 'text', 'html'] as const;
export type AnswerFormat = (typeof ANSWER_FORMATS)[number];

export interface AskedOfFile {
  readonly bytes: Uint8Array;
  readonly format: AnswerFormat;
}

/** A report with more errors than this is typed wrongly, or means harm. */
const FINDINGS_MAX = 500;

const TYPES: Readonly<Record<AnswerFormat, string>> = {
  json: 'application/json; charset=utf-8',
  text: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

/** Pure. Throws what is wrong with the file. */
export function reconciliationAnswer({ bytes, format }: AskedOfFile) {
  const { report, readAs } = readReportFile(bytes);
  const all = reconcile(report);
  const told = all.slice(0, FINDINGS_MAX);
  return { contentType: TYPES[format], body: bodies[format](report.title, told, all.length - told.length, readAs) };
}

type Body = (title: string, findings: readonly Finding[], left: number, readAs: string) => string;

const bodies: Readonly<Record<AnswerFormat, Body>> = {
  json: (title, findings, left, readAs) => JSON.stringify({ title, readAs, findings, ...(left > 0 && { left }) }),
  text: (title, findings, left) =>
    reconciliationText(title, findings) + (left > 0 ? `\n${left} till visas inte här.\n` : ''),
  html: reconciliationPage,
};
