import { businessDate } from '@finsam/kernel';
import { endOfSwedishDay, swedishDay } from './swedish-day';

it.each([
  ['2024-12-31T22:59:59Z', '2024-12-31'],
  ['2024-12-31T23:00:00Z', '2025-01-01'],
  ['2024-06-30T21:59:59Z', '2024-06-30'],
  ['2024-06-30T22:00:00Z', '2024-07-01'],
  // The clocks change at 01 UTC on 31 March and 27 October 2024.
  ['2024-03-30T22:30:00Z', '2024-03-30'],
  ['2024-03-31T22:30:00Z', '2024-04-01'],
  ['2024-10-26T22:30:00Z', '2024-10-27'],
  ['2024-10-27T22:30:00Z', '2024-10-27'],
  // 25 October 2026 is a Sunday; 29 March, too.
  ['2026-03-28T22:30:00Z', '2026-03-28'],
  ['2026-03-29T22:30:00Z', '2026-03-30'],
])('at %s it is %s in Sweden', (instant, day) => expect(swedishDay(new Date(instant))).toBe(day));

it.each([
  ['2023-12-31', '2023-12-31T23:00:00.000Z'],
  ['2024-06-30', '2024-06-30T22:00:00.000Z'],
  ['2024-03-30', '2024-03-30T23:00:00.000Z'],
  ['2024-03-31', '2024-03-31T22:00:00.000Z'],
  ['2024-10-26', '2024-10-26T22:00:00.000Z'],
  ['2024-10-27', '2024-10-27T23:00:00.000Z'],
])('%s is over at %s in Sweden', (day, instant) => {
  const end = endOfSwedishDay(businessDate(day));
  expect([end.toISOString(), swedishDay(new Date(end.getTime() - 1))]).toEqual([instant, day]);
  expect(swedishDay(end) > day).toBe(true);
});
