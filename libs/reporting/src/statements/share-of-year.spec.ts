import { parsePeriod } from '@finsam/kernel';
import { shareOfYear } from './share-of-year';

it.each([
  ['2024-01-01..2024-08-31', 8, 12],
  ['2024', 12, 12],
  ['2024-T2', 4, 12],
  ['2024-02', 1, 12],
  ['2024-06-R12', 12, 12],
  ['2024-01-01..2024-02-28', 59, 366],
  ['2023-01-01..2023-02-28', 2, 12],
  ['2023-01-01..2023-12-30', 364, 365],
])('%s is %i of %i of a year', (period, of, against) => {
  expect(shareOfYear(parsePeriod(period))).toEqual({ of, against });
});
