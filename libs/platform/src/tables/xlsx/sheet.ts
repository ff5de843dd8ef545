// The cells of one sheet: values only, from where they stand, whatever the sheet says of its own size.
import { type Cell, COLUMNS_MAX, EMPTY, refuseTable, type TableRows } from '../table';
import { dateCell } from './dates';
import { exactDecimal } from './decimals';
import { escapedText } from './strings';
import type { CellStyles } from './styles';
import { readXml } from './xml';

export interface SheetContext {
  readonly strings: readonly string[];
  readonly styles: CellStyles;
  readonly from1904: boolean;
}

const ROW = 'worksheet/sheetData/row';
const CELL = `${ROW}/c`;
const INLINE = [`${CELL}/is/t`, `${CELL}/is/r/t`];

export function readSheet(bytes: Buffer, rows: TableRows, context: SheetContext): void {
  const hidden: [number, number][] = [];
  const merged: string[] = [];
  const at = { row: 0, column: 0, hiddenRow: false };
  let cell = emptyCell();
  readXml(bytes, {
    open: (path, attributes) => {
      const isHidden = attributes['hidden'] === '1' || attributes['hidden'] === 'true';
      if (path === 'worksheet/cols/col' && isHidden)
        hidden.push([Number(attributes['min']), Number(attributes['max'])]);
      else if (path === ROW) {
        at.row = placeOf(attributes['r'], at.row);
        at.column = 0;
        at.hiddenRow = isHidden;
      } else if (path === CELL) {
        moveTo(at, attributes['r']);
        cell = { ...emptyCell(), type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0) };
      } else if (path === `${CELL}/f`) cell.formula = true;
      else if (path === 'worksheet/mergeCells/mergeCell') merged.push(attributes['ref'] ?? '');
    },
    text: (path, text) => {
      if (path === `${CELL}/v`) cell.value += text;
      else if (INLINE.includes(path)) cell.inline += text;
    },
    close: (path) => {
      if (path !== CELL) return;
      const value = valueOf(cell, context);
      const isHidden = at.hiddenRow || hidden.some(([from, to]) => at.column >= from && at.column <= to);
      rows.set(at.row, at.column, isHidden && value.kind !== 'empty' ? { kind: 'refused', why: 'hidden' } : value);
    },
  });
  for (const range of merged) refuseMerged(range, rows);
}

const emptyCell = () => ({ type: 'n', style: 0, value: '', inline: '', formula: false });

const broken = () => refuseTable('table/broken', { what: 'en cell står på en plats som inte finns' });

/** Rows and cells may leave out where they stand, and then follow the one before. They never go back. */
function placeOf(said: string | undefined, last: number): number {
  const place = said === undefined ? last + 1 : /^\d{1,7}$/.test(said) ? Number(said) : 0;
  if (place <= last || place > 1_048_576) throw broken();
  return place;
}

function moveTo(at: { row: number; column: number }, said: string | undefined): void {
  if (said === undefined) return void at.column++;
  const { column, row } = reference(said) ?? { column: 0, row: 0 };
  if (row !== at.row || column <= at.column) throw broken();
  at.column = column;
}

function reference(text: string): { column: number; row: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text) ?? [];
  if (letters === undefined) return undefined;
  const column = [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);
  return { column, row: Number(digits) };
}

type RawCell = ReturnType<typeof emptyCell>;

function valueOf({ type, style, value, inline, formula }: RawCell, context: SheetContext): Cell {
  if (formula || type === 'str') return { kind: 'refused', why: 'formula' };
  switch (type) {
    case 's':
      return textCell(value === '' ? '' : sharedString(value, context.strings));
    case 'inlineStr':
      return textCell(escapedText(inline));
    case 'b':
      return { kind: 'refused', why: 'truth' };
    case 'e':
      return { kind: 'refused', why: 'error' };
    case 'd':
      return /^\d{4}-\d\d-\d\d$/.test(value) ? { kind: 'date', date: value } : { kind: 'refused', why: 'time' };
    case 'n':
      return value === '' ? EMPTY : numberCell(value, style, context);
    default:
      throw refuseTable('table/broken', { what: 'en cell är av okänt slag' });
  }
}

const textCell = (text: string): Cell => (text === '' ? EMPTY : { kind: 'text', text });

function sharedString(value: string, strings: readonly string[]): string {
  const text = /^\d{1,7}$/.test(value) ? strings[Number(value)] : undefined;
  if (text === undefined) throw refuseTable('table/broken', { what: 'en text saknas' });
  return text;
}

function numberCell(value: string, style: number, { styles, from1904 }: SheetContext): Cell {
  const text = exactDecimal(value);
  if (text === undefined) throw refuseTable('table/broken', { what: 'ett tal är inget tal' });
  if (styles.dates.has(style)) return dateCell(Number(text), from1904);
  return { kind: 'number', text, ...(styles.percents.has(style) && { percent: true as const }) };
}

/** Of merged cells only the first has a value, so nobody can tell which column or row it was meant for. */
function refuseMerged(range: string, rows: TableRows): void {
  const [from, to = from] = range.split(':').map(reference);
  if (!from || !to) throw broken();
  const last = rows.all().length;
  for (let row = from.row; row <= Math.min(to.row, last); row++) {
    for (let column = from.column; column <= Math.min(to.column, COLUMNS_MAX); column++) {
      const isFilled = rows.at(row, column).kind !== 'empty';
      if (isFilled) rows.set(row, column, { kind: 'refused', why: 'merged' });
    }
  }
}
