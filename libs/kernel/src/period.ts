// Reporting periods. A period is a code that people write, and the days it covers, both ends included.
import { z } from 'zod';
import { type BusinessDate, dateOf, daysInMonth, isBusinessDate, monthOf, yearOf } from './business-date';

/** A fiscal year that commands and events can name. */
export const yearSchema = z.number().int().min(1990).max(2199);

export type PeriodKind = 'year' | 'half-year' | 'tertial' | 'month' | 'year-to-date' | 'rolling-year';

/** Inclusive at both ends. The fiscal year of a samordningsförbund is the calendar year. */
export interface Period {
  /** `2024` · `2024-H1` · `2024-T2` · `2024-03` · `2024-01-01..2024-08-31` · `2024-06-R12` */
  readonly code: string;
  readonly kind: PeriodKind;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

const MONTHS = [
  'januari', 'februari', 'mars', 'april', 'maj', 'juni',
  'juli', 'augusti', 'september', 'oktober', 'november', 'december',
]; // prettier-ignore

/** Reads a period code; null when the text is none. A year to date starts on 1 January of its own year. */
export function tryParsePeriod(code: string): Period | null {
  const plain = /^(\d{4})(?:-(?:H([12])|T([123])|(\d{2})(-R12)?))?$/.exec(code);
  if (plain) return ofParts(code, plain);
  const range = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(code);
  const [from, to] = [range?.[1] ?? '', range?.[2] ?? ''];
  if (!isBusinessDate(from) || !isBusinessDate(to)) return null;
  if (from !== `${to.slice(0, 4)}-01-01`) return null;
  return { code, kind: 'year-to-date', from, to };
}

function ofParts(code: string, match: RegExpExecArray): Period | null {
  const year = Number(match[1]);
  if (year < 1901 || year > 2199) return null;
  const months = (kind: PeriodKind, first: number, last: number): Period => ({
    code,
    kind,
    from: dateOf(year, first, 1),
    to: dateOf(year, last, 31),
  });
  if (match[2]) return match[2] === '1' ? months('half-year', 1, 6) : months('half-year', 7, 12);
  if (match[3]) return months('tertial', Number(match[3]) * 4 - 3, Number(match[3]) * 4);
  if (!match[4]) return months('year', 1, 12);
  const month = Number(match[4]);
  if (month < 1 || month > 12) return null;
  if (!match[5]) return months('month', month, month);
  const from = month === 12 ? dateOf(year, 1, 1) : dateOf(year - 1, month + 1, 1);
  return { code, kind: 'rolling-year', from, to: dateOf(year, month, 31) };
}

/** Throws `RangeError` for a text that is no period; for texts from outside use `periodSchema`. */
export function parsePeriod(code: string): Period {
  const period = tryParsePeriod(code);
  if (!period) throw new RangeError(`not a period: ${code}`);
  return period;
}

// No association is older, and a year before can always be compared with.
const FIRST_YEAR = 1990;

/** A period code from outside; yields the code, so that it can be stored and sent on as it was written. */
export const periodCodeSchema = z
  .string()
  .refine((code) => Number(tryParsePeriod(code)?.to.slice(0, 4)) >= FIRST_YEAR, {
    error: 'inte en period, till exempel 2024, 2024-H1, 2024-T2, 2024-03, 2024-01-01..2024-08-31 eller 2024-06-R12',
  });

export function periodContains(period: Period, date: BusinessDate): boolean {
  return period.from <= date && date <= period.to;
}

/** The fiscal year in which the period ends. */
export function fiscalYearOf(period: Period): number {
  return yearOf(period.to);
}

/** The year to date up to the period's last day: what a balance sheet and a driftredovisning build on. */
export function yearToDate(period: Period): Period {
  const from = dateOf(fiscalYearOf(period), 1, 1);
  return { code: `${from}..${period.to}`, kind: 'year-to-date', from, to: period.to };
}

/** The same days one year earlier; 29 February becomes 28 February, and a month's end stays a month's end. */
export function samePeriodLastYear(period: Period): Period {
  return samePeriodYearsBack(period, 1);
}

/** The same days so many years earlier, by the rule of one year: 28 February is a month's end only where it is one. */
export function samePeriodYearsBack(period: Period, years: number): Period {
  const back = (date: BusinessDate): BusinessDate => {
    const [year, month, day] = date.split('-').map(Number) as [number, number, number];
    return dateOf(year - years, month, day === daysInMonth(year, month) ? 31 : day);
  };
  const [from, to] = [back(period.from), back(period.to)];
  const code = period.kind === 'year-to-date' ? `${from}..${to}` : `${yearOf(to)}${period.code.slice(4)}`;
  return { code, kind: period.kind, from, to };
}

/** The period as a person would write it: `januari–juni 2024`. */
export function periodLabel(period: Period): string {
  const name = (date: BusinessDate) => MONTHS[monthOf(date) - 1];
  const [first, last] = [period.from.slice(0, 4), period.to.slice(0, 4)];
  const wholeMonths =
    period.from.endsWith('-01') && Number(period.to.slice(8)) === daysInMonth(Number(last), monthOf(period.to));
  if (!wholeMonths) return `${period.from} – ${period.to}`;
  if (period.kind === 'year') return `helåret ${last}`;
  if (first !== last) return `${name(period.from)} ${first}–${name(period.to)} ${last}`;
  if (name(period.from) === name(period.to)) return `${name(period.to)} ${last}`;
  return `${name(period.from)}–${name(period.to)} ${last}`;
}
