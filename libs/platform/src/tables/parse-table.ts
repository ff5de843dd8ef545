// Which format a file has is told by its first bytes, and then by reading it: names and content types say anything.
import { readCsv } from './csv/read-csv';
import { refuseTable, type Table } from './table';
import { readSheets } from './xlsx/read-xlsx';

const STARTS = {
  zip: [0x50, 0x4b, 0x03, 0x04],
  /** Workbooks with a password, and those from before 2007. */
  ole: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
};
/** Formats that could pass for text, and an empty zip. */
const FOREIGN = [/^%PDF-/, /^\s*</, /^\{\\rtf/, /^PK/, /^GIF8/];

/** Throws a refusal for whatever is no table of values. Reading takes memory and time: see `readTable`. */
export function parseTable(bytes: Buffer): Table {
  const sheets = parseSheets(bytes);
  // Spreadsheets like to add empty sheets. Two with something in them are one too many: which was meant?
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const [sheet] = filled.length > 0 ? filled : sheets;
  if (!sheet || filled.length > 1) throw refuseTable('table/sheets');
  return sheet;
}

/**
 * Every sheet of a workbook in its order, or the one table of a CSV file. `firstWord`: what such a file begins with;
 * the sign after it then separates the columns, where a comma in a title could mislead. Throws as `parseTable`.
 */
export function parseSheets(bytes: Buffer, firstWord?: string): readonly Table[] {
  const startsWith = (start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);
  if (startsWith(STARTS.zip)) return readSheets(bytes);
  if (startsWith(STARTS.ole)) throw refuseTable('table/locked');
  const head = bytes.toString('latin1', 0, 100);
  if (FOREIGN.some((start) => start.test(head))) throw refuseTable('table/unknown-format');
  return [readCsv(bytes, firstWord)];
}
