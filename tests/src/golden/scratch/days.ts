// The days that a column is about, by the calendar of the machine instead of our own.
import type { FigureColumn } from '@finsam/associations';
import type { BusinessDate, Period } from '@finsam/kernel';

const DAY_MS = 86_400_000;

export function daysOf(column: FigureColumn, report: Period): Period {
  const year = Number(report.to.slice(0, 4));
  const wholeYear = (of: number) => between(report, `${of}-01-01`, `${of}-12-31`);
  if (column.kind === 'plan') return wholeYear(year + column.yearsAhead - (column.period === 'previous-year' ? 1 : 0));
  const back = column.yearsBack ?? 0;
  switch (column.period) {
    case 'report':
      return between(report, earlier(report.from, back), earlier(report.to, back));
    case 'same-period-last-year':
      return between(report, earlier(report.from, 1), earlier(report.to, 1));
    case 'previous-year':
      return wholeYear(year - 1);
    case 'fiscal-year':
      return wholeYear(year - back);
  }
}

function between(period: Period, from: string, to: string): Period {
  return { ...period, from: from as BusinessDate, to: to as BusinessDate };
}

/** The same day so many years before; the last of a month stays the last of it. */
function earlier(day: string, years: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const isLast = new Date(Date.parse(day) + DAY_MS).getUTCDate() === 1;
  const last = new Date(Date.UTC(year - years, month, 0)).toISOString().slice(0, 10);
  const same = `${year - years}${day.slice(4)}`;
  return isLast || same > last ? last : same;
}
