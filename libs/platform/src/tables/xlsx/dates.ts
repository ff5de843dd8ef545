// Days in a workbook are numbers, counted from a first one.
import { type Cell } from '../table';

const DAY_MS = 86_400_000;
const FROM_1900 = Date.UTC(1899, 11, 30);
const FROM_1904 = Date.UTC(1904, 0, 1);
/** The 29 February 1900 that there never was; days before it are one off, and no concern of ours. */
const FIRST_DAY = 61;
const LAST_DAY = 2_958_465;

export function dateCell(serial: number, from1904: boolean): Cell {
  const first = from1904 ? 0 : FIRST_DAY;
  if (!Number.isInteger(serial) || serial < first || serial > LAST_DAY) return { kind: 'refused', why: 'time' };
  const day = new Date((from1904 ? FROM_1904 : FROM_1900) + serial * DAY_MS);
  return { kind: 'date', date: day.toISOString().slice(0, 10) };
}

/** The number of a day in a workbook that counts from 1900. */
export const serialOf = (date: string): number => (Date.parse(date) - FROM_1900) / DAY_MS;
