// Days in a workbook are numbers; only a cell's style tells that a day is meant.
import { type Cell } from '../table';
import type { ZipParts } from '../zip/read-zip';
import { readXml } from './xml';

const DAY_MS = 86_400_000;
const FROM_1900 = Date.UTC(1899, 11, 30);
const FROM_1904 = Date.UTC(1904, 0, 1);
/** The 29 February 1900 that there never was; days before it are one off, and no concern of ours. */
const FIRST_DAY = 61;
const LAST_DAY = 2_958_465;

/** Which cell styles show a number as a day or a time. */
export function dateStyles(parts: ZipParts, part: string | undefined): ReadonlySet<number> {
  const bytes = part === undefined ? undefined : parts.read(part);
  const formats = new Map<number, string>();
  const styles = new Set<number>();
  let style = 0;
  const open = (path: string, { numFmtId, formatCode = '' }: Readonly<Record<string, string>>) => {
    if (path === 'styleSheet/numFmts/numFmt') formats.set(Number(numFmtId), formatCode);
    if (path !== 'styleSheet/cellXfs/xf') return;
    const format = Number(numFmtId);
    if (isBuiltInDate(format) || showsDay(formats.get(format) ?? '')) styles.add(style);
    style++;
  };
  if (bytes) readXml(bytes, { open });
  return styles;
}

const isBuiltInDate = (format: number) =>
  (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 58);

/** A format with a day, month, year, hour or second outside quotes, brackets and escapes. */
function showsDay(format: string): boolean {
  return /[dmyhs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, ''));
}

export function dateCell(serial: number, from1904: boolean): Cell {
  const first = from1904 ? 0 : FIRST_DAY;
  if (!Number.isInteger(serial) || serial < first || serial > LAST_DAY) return { kind: 'refused', why: 'time' };
  const day = new Date((from1904 ? FROM_1904 : FROM_1900) + serial * DAY_MS);
  return { kind: 'date', date: day.toISOString().slice(0, 10) };
}

/** The number of a day in a workbook that counts from 1900. */
export const serialOf = (date: string): number => (Date.parse(date) - FROM_1900) / DAY_MS;
