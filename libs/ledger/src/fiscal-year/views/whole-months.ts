// A span of days in one year, as the whole months in it and the days of months that are cut off.
import { type BusinessDate, dateOf, daysInMonth, monthOf, yearOf } from '@finsam/kernel';

export interface Days {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

export interface Months {
  readonly year: number;
  /** 1–12; none if the last comes before the first. */
  readonly first: number;
  readonly last: number;
  /** At most the beginning and the end. */
  readonly rest: readonly Days[];
}

/** The span's part of each year. */
export function wholeMonths({ from, to }: Days): Months[] {
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, n) => yearOf(from) + n);
  return years.map((year) => {
    const [begins, ends] = [dateOf(year, 1, 1), dateOf(year, 12, 31)];
    return inYear(year, { from: from > begins ? from : begins, to: to < ends ? to : ends });
  });
}

const dayOf = (date: BusinessDate) => Number(date.slice(8));

function inYear(year: number, { from, to }: Days): Months {
  const [first, last] = [monthOf(from), monthOf(to)];
  const starts = dayOf(from) === 1;
  const stops = dayOf(to) === daysInMonth(year, last);
  if (first === last && !(starts && stops)) return { year, first: 1, last: 0, rest: [{ from, to }] };
  return {
    year,
    first: starts ? first : first + 1,
    last: stops ? last : last - 1,
    rest: [
      ...(starts ? [] : [{ from, to: dateOf(year, first, 31) }]),
      ...(stops ? [] : [{ from: dateOf(year, last, 1), to }]),
    ],
  };
}
