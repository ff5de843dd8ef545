import { dateOf } from '@finsam/kernel';
import * as fc from 'fast-check';
import { type Days, wholeMonths } from './whole-months';
import { day } from '../../testing';

const days = (from: string, to: string): Days => ({ from: day(from), to: day(to) });

it.each<[string, Days, ReturnType<typeof wholeMonths>]>([
  ['a year', days('2024-01-01', '2024-12-31'), [{ year: 2024, first: 1, last: 12, rest: [] }]],
  ['February of a leap year', days('2024-02-01', '2024-02-29'), [{ year: 2024, first: 2, last: 2, rest: [] }]],
  [
    'a month that a leap day is missing from',
    days('2024-01-01', '2024-02-28'),
    [{ year: 2024, first: 1, last: 1, rest: [days('2024-02-01', '2024-02-28')] }],
  ],
  [
    'days within one month',
    days('2024-05-02', '2024-05-30'),
    [{ year: 2024, first: 1, last: 0, rest: [days('2024-05-02', '2024-05-30')] }],
  ],
  [
    'twelve months over a new year',
    days('2023-07-01', '2024-06-30'),
    [
      { year: 2023, first: 7, last: 12, rest: [] },
      { year: 2024, first: 1, last: 6, rest: [] },
    ],
  ],
])('takes %s apart', (_, span, expected) => {
  expect(wholeMonths(span)).toEqual(expected);
});

it('covers every day of any span once', () => {
  const date = fc
    .record({
      year: fc.constantFrom(2022, 2023, 2024),
      month: fc.integer({ min: 1, max: 12 }),
      on: fc.integer({ min: 1, max: 31 }),
    })
    .map(({ year, month, on }) => dateOf(year, month, on));
  fc.assert(
    fc.property(date, date, (one, other) => {
      const span = one < other ? { from: one, to: other } : { from: other, to: one };
      const parts = wholeMonths(span).flatMap(({ year, first, last, rest }) => [
        ...rest,
        ...(first <= last ? [{ from: dateOf(year, first, 1), to: dateOf(year, last, 31) }] : []),
      ]);
      const covered = parts.flatMap(({ from, to }) => daysBetween(from, to)).sort();
      expect(covered).toEqual(daysBetween(span.from, span.to));
    }),
    { numRuns: 200 },
  );
});

function daysBetween(from: string, to: string): string[] {
  const list: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
    list.push(new Date(at).toISOString().slice(0, 10));
  return list;
}
