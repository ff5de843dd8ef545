// What empty positions save. Pure.
import { type BusinessDate, daysInMonth, type Ore, shareOre, sumOre } from '@finsam/kernel';
import type { InsatsStaffing } from './staffing.projection';

interface Days {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/**
 * The cost that falls away from the first day to the last, which stand in one year: month by month, a part of a month
 * by its days. A vacancy without a last day goes on; one of a position that there is no longer saves nothing.
 */
export function vacancyCostOre({ positions, vacancies }: InsatsStaffing, { from, to }: Days): Ore {
  return sumOre(
    vacancies.flatMap((vacancy) => {
      const position = positions.find((one) => one.position === vacancy.position);
      if (!position) return [];
      const first = [from, vacancy.from, position.from].reduce((a, b) => (a > b ? a : b));
      const last = [to, vacancy.to ?? to, position.to ?? to].reduce((a, b) => (a < b ? a : b));
      return first > last ? [] : monthsBetween(first, last).map((month) => costOf(position.monthlyCostOre, month));
    }),
  );
}

interface PartOfMonth {
  readonly days: number;
  readonly of: number;
}

function costOf(monthlyCostOre: Ore, { days, of }: PartOfMonth): Ore {
  return shareOre(monthlyCostOre, days, of);
}

function monthsBetween(first: BusinessDate, last: BusinessDate): PartOfMonth[] {
  const [year, firstMonth, firstDay] = first.split('-').map(Number) as [number, number, number];
  const [, lastMonth, lastDay] = last.split('-').map(Number) as [number, number, number];
  return Array.from({ length: lastMonth - firstMonth + 1 }, (_, index) => {
    const of = daysInMonth(year, firstMonth + index);
    const begins = index === 0 ? firstDay : 1;
    const ends = firstMonth + index === lastMonth ? lastDay : of;
    return { days: ends - begins + 1, of };
  });
}
