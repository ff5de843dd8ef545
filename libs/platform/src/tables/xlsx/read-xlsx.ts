// A workbook of sheets with values. What it might do besides, it may not bring.
import { type Table, TableRows } from '../table';
import { ZipParts } from '../zip/read-zip';
import { readSheet } from './sheet';
import { sharedStrings } from './strings';
import { cellStyles } from './styles';
import { needed, readWorkbook } from './workbook';

export function readSheets(bytes: Buffer): readonly Table[] {
  const parts = new ZipParts(bytes);
  const { sheets, from1904, strings, styles } = readWorkbook(parts);
  const context = { strings: sharedStrings(parts, strings), styles: cellStyles(parts, styles), from1904 };
  return sheets.map(({ name, part }) => {
    const rows = new TableRows();
    readSheet(needed(parts, part), rows, context);
    return { sheet: name, readAs: 'XLSX', rows: rows.all() };
  });
}
