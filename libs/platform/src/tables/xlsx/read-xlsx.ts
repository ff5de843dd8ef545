// A workbook with one sheet of values. What it might do besides, it may not bring.
import { refuseTable, type Table, TableRows } from '../table';
import { ZipParts } from '../zip/read-zip';
import { dateStyles } from './dates';
import { readSheet } from './sheet';
import { sharedStrings } from './strings';
import { needed, readWorkbook } from './workbook';

export function readXlsx(bytes: Buffer): Table {
  const parts = new ZipParts(bytes);
  const { sheets, from1904, strings, styles } = readWorkbook(parts);
  const context = { strings: sharedStrings(parts, strings), dateStyles: dateStyles(parts, styles), from1904 };
  const read = sheets.map(({ name, part }) => {
    const rows = new TableRows();
    readSheet(needed(parts, part), rows, context);
    return { name, rows: rows.all() };
  });
  // Spreadsheets like to add empty sheets. Two with something in them are one too many: which was meant?
  const filled = read.filter(({ rows }) => rows.length > 0);
  const [sheet] = filled.length > 0 ? filled : read;
  if (!sheet || filled.length > 1) throw refuseTable('table/sheets');
  return { sheet: sheet.name, readAs: 'XLSX', rows: sheet.rows };
}
