import * as fc from 'fast-check';
import { businessDate } from './business-date';
import { firstDayOf, lastDayOf, month, monthAfter, calendarMonthOf, monthSchema, monthsThrough } from './month';

const months = fc
  .tuple(fc.integer({ min: 1990, max: 2150 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => month(`${year}-${String(number).padStart(2, '0')}`));

it('is a year and a number of a month', () => {
  for (const good of ['1990-01', '2024-12', '2199-09']) expect(monthSchema.safeParse(good).success).toBe(true);
  for (const bad of ['1989-12', '2024-13', '2024-00', '2024-1', '2024-01-01', '', 202401, ' 2024-01']) {
    expect(monthSchema.safeParse(bad).success).toBe(false);
  }
  expect(() => month('2024')).toThrow();
});

it('follows the one before, over the end of a year', () => {
  expect([monthAfter(month('2024-12')), monthAfter(month('2024-01'), -1)]).toEqual(['2025-01', '2023-12']);
  expect(monthsThrough(month('2023-11'), month('2024-02'))).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
  expect(monthsThrough(month('2024-02'), month('2024-01'))).toEqual([]);
});

it('has a first and a last day', () => {
  expect([firstDayOf(month('2024-02')), lastDayOf(month('2024-02'))]).toEqual(['2024-02-01', '2024-02-29']);
  expect(calendarMonthOf(businessDate('2024-02-29'))).toBe('2024-02');
});

it('comes after another as its text does', () => {
  fc.assert(
    fc.property(months, fc.integer({ min: 1, max: 600 }), (first, count) => {
      const last = monthAfter(first, count);
      expect(last > first).toBe(true);
      expect(monthsThrough(first, last)).toHaveLength(count + 1);
      expect(monthAfter(last, -count)).toBe(first);
    }),
  );
});
