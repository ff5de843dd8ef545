// CSV as spreadsheets save it: the separator is told by the header line, the encoding by the bytes.
import { CsvError, parse } from 'csv-parse/sync';
import { withoutMark } from '../formula-signs';
import { refuseTable, type Table, TableRows } from '../table';
import { decodeText } from './csv-text';

const SEPARATORS = { ';': 'semikolon', ',': 'komma', '\t': 'tabb' };
type Separator = keyof typeof SEPARATORS;

/** Larger than a row of full cells is in practice, small enough to stop at a quote that never ends. */
const RECORD_MAX = 1_000_000;
/** Where the headings have ended. */
const HEAD_MAX = 65_536;

/** `firstWord`: see `parseSheets`. */
export function readCsv(bytes: Uint8Array, firstWord?: string): Table {
  const { text, encoding } = decodeText(bytes);
  const separator = separatorAfter(text, firstWord) ?? separatorOf(text);
  const rows = new TableRows();
  let row = 0;
  forEachRecord(text, separator, (record) => {
    row++;
    record.forEach((cell, column) => {
      if (cell !== '') rows.set(row, column + 1, { kind: 'text', text: withoutMark(cell) });
    });
  });
  return { readAs: `CSV i ${encoding} med ${SEPARATORS[separator]}`, rows: rows.all() };
}

function separatorAfter(text: string, firstWord = ''): Separator | undefined {
  const [, word = '', sign] = /^"?([^";,\t]{0,40})"?([;,\t])/.exec(text) ?? [];
  return firstWord !== '' && word.toLowerCase() === firstWord.toLowerCase() ? (sign as Separator) : undefined;
}

/** What stands most often between the headings. Headings without any are one column. */
function separatorOf(text: string): Separator {
  const [head = ''] = text
    .slice(0, HEAD_MAX)
    .replace(/"[^"]*"/g, '')
    .split(/[\r\n]/, 1);
  const counts = (Object.keys(SEPARATORS) as Separator[]).map((sign) => [sign, head.split(sign).length - 1] as const);
  const [[first, most], [, next]] = counts.toSorted(([, a], [, b]) => b - a) as [[Separator, number], [string, number]];
  if (most === next && most > 0) throw refuseTable('table/no-separator');
  return first;
}

function forEachRecord(text: string, delimiter: Separator, work: (record: readonly string[]) => void): void {
  try {
    parse(text, {
      delimiter,
      // A carriage return alone ends a line only where nothing else does; elsewhere it is a sign in a cell.
      record_delimiter: text.includes('\n') ? ['\r\n', '\n'] : '\r',
      relax_column_count: true,
      max_record_size: RECORD_MAX,
      // Nothing is kept: a file of empty lines costs time, not memory.
      on_record: (record: string[]) => {
        work(record);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw refuseTable('table/too-long');
    throw refuseTable('table/quotes', { row: Number(error['records'] ?? 0) + 1 });
  }
}
