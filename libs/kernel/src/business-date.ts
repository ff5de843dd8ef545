// Business dates: the day something happened, without clock or time zone.
import { z } from 'zod';

/** A calendar day as `YYYY-MM-DD`. Such strings sort as days do. */
export type BusinessDate = string & z.$brand<'BusinessDate'>;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists in the calendar, in the years 1900–2199. */
export function isBusinessDate(text: string): text is BusinessDate {
  const match = PATTERN.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

/** Throws `RangeError` for a text that is no day; for texts from outside use `businessDateSchema`. */
export function businessDate(text: string): BusinessDate {
  if (!isBusinessDate(text)) throw new RangeError(`not a calendar day: ${text}`);
  return text;
}

export const businessDateSchema = z
  .string()
  .refine((text) => isBusinessDate(text), { error: 'inte ett datum på formen ÅÅÅÅ-MM-DD' })
  .meta({ format: 'date' })
  .brand<'BusinessDate'>();

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** 1–12. */
export function monthOf(date: BusinessDate): number {
  return Number(date.slice(5, 7));
}

export function yearOf(date: BusinessDate): number {
  return Number(date.slice(0, 4));
}

/** The day from its parts; `day` is cut to the month's last day, so `dateOf(2023, 2, 31)` is 2023-02-28. */
export function dateOf(year: number, month: number, day: number): BusinessDate {
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return businessDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(Math.min(day, daysInMonth(year, month)), 2)}`);
}
