// Calendar months, for what is reckoned month by month. `2024-03` is also the code of a period.
import { z } from 'zod';
import { type BusinessDate, dateOf } from './business-date';

/** A calendar month as `YYYY-MM`. Such strings sort as months do. */
export type Month = string & z.$brand<'Month'>;

export const monthSchema = z
  .string()
  .regex(/^(199\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])$/, { error: 'inte en månad på formen ÅÅÅÅ-MM' })
  .brand<'Month'>();

/** Throws for a text that is no month; for texts from outside use `monthSchema`. */
export function month(text: string): Month {
  return monthSchema.parse(text);
}

export function calendarMonthOf(date: BusinessDate): Month {
  return date.slice(0, 7) as Month;
}

/** A month so many months later. */
export function monthAfter(start: Month, months = 1): Month {
  const index = Number(start.slice(0, 4)) * 12 + Number(start.slice(5)) - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}` as Month;
}

/** Every month from the first to the last, both included; none when the last comes before the first. */
export function monthsThrough(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let current = first; current <= last; current = monthAfter(current)) months.push(current);
  return months;
}

export function firstDayOf(of: Month): BusinessDate {
  return dateOf(Number(of.slice(0, 4)), Number(of.slice(5)), 1);
}

export function lastDayOf(of: Month): BusinessDate {
  return dateOf(Number(of.slice(0, 4)), Number(of.slice(5)), 31);
}
