// CSV that a Swedish Excel opens by a double click: a byte order mark, semicolons, decimal commas, CR LF.
import { markedAsText } from '../formula-signs';
import type { Cell, Table } from '../table';

export function toCsv({ rows }: Pick<Table, 'rows'>): Buffer {
  return Buffer.from('\ufeff' + rows.map((row) => `${row.map(cellText).join(';')}\r\n`).join(''));
}

/** A text that a spreadsheet would reckon with is marked as text; a number stays a number, also below zero. */
function cellText(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return quoted(markedAsText(cell.text));
    case 'number':
      return cell.text.replace('.', ',');
    case 'date':
      return cell.date;
    default:
      return '';
  }
}

const quoted = (text: string) => (/[";,\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
