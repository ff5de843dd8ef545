// How much of a year a period is: what the riktpunkt is reckoned by.
import { type BusinessDate, daysInMonth, monthOf, type Period, yearOf } from '@finsam/kernel';

/** Whole numbers: eight of twelve months, or so many days of the year's. */
export interface ShareOfYear {
  readonly of: number;
  readonly against: number;
}

const MONTHS = 12;
const DAY_MS = 86_400_000;

/** Months where the period is of whole months, else days of the year in which it ends. */
export function shareOfYear({ from, to }: Pick<Period, 'from' | 'to'>): ShareOfYear {
  const lastOfMonth = Number(to.slice(8)) === daysInMonth(yearOf(to), monthOf(to));
  if (from.endsWith('-01') && lastOfMonth) {
    return { of: (yearOf(to) - yearOf(from)) * MONTHS + monthOf(to) - monthOf(from) + 1, against: MONTHS };
  }
  return { of: daysFrom(from, to), against: 337 + daysInMonth(yearOf(to), 2) };
}

/** Both ends included. */
function daysFrom(from: BusinessDate, to: BusinessDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
}
