// A report from a file, JSON or a spreadsheet's: what it is its bytes say. Refused, it is told all that is wrong.
import { DomainError, ManyFaults, refusals } from '@finsam/kernel';
import { jsonPointer, parseSheets, refuseUnsafeJson } from '@finsam/platform/files';
import { readGrid } from '../grid/read-grid';
import { FIRST_WORD } from '../grid/words';
import { type ReportForm, reportFormSchema } from './report-form';

const refuse = refusals({
  'reconciliation/not-json': { status: 422, text: 'Filen är inte JSON i UTF-8.' },
  'reconciliation/not-a-report': { status: 422, text: 'Filen har inte formen av en rapport att granska.' },
});

export interface ReadReport {
  readonly report: ReportForm;
  /** How the file was read, for whoever wonders. */
  readonly readAs: string;
}

/** Throws a refusal, `ManyFaults` where several things are wrong. Time and memory follow the file: see `Threads`. */
export function readReportFile(bytes: Uint8Array): ReadReport {
  const text = withoutMark(bytes);
  if (isJson(text)) return { report: readJson(text), readAs: 'JSON' };
  const sheets = parseSheets(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), FIRST_WORD);
  return { report: readGrid(sheets), readAs: sheets[0]?.readAs ?? '' };
}

/** As `readReportFile`, for whoever knows what was sent. */
export const readReport = (content: string | Uint8Array): ReportForm => readReportFile(Buffer.from(content)).report;

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

const withoutMark = (bytes: Uint8Array): Uint8Array =>
  BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte) ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes;

/** An object or a list after white space; no other file that is read begins so. */
function isJson(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => ![0x20, 0x09, 0x0a, 0x0d].includes(byte));
  return first === 0x7b || first === 0x5b;
}

function readJson(bytes: Uint8Array): ReportForm {
  const { success, data, error } = reportFormSchema.safeParse(parsed(bytes));
  if (success) return data;
  const faults = error.issues.map(({ path, message }) => ({ pointer: jsonPointer(path), text: message }));
  throw new ManyFaults(refuse('reconciliation/not-a-report'), faults);
}

function parsed(bytes: Uint8Array): unknown {
  try {
    refuseUnsafeJson(bytes);
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch (error) {
    throw error instanceof DomainError ? error : refuse('reconciliation/not-json');
  }
}
