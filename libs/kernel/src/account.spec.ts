import { accountRangeSchema, accountSchema, isWithin } from './account';

it('is a number of four digits', () => {
  for (const account of [1000, 1910, 9999]) expect(accountSchema.parse(account)).toBe(account);
  for (const other of [999, 10_000, 1910.5, '1910', null]) expect(accountSchema.safeParse(other).success).toBe(false);
});

it('lies within a range with its ends, and within none of none', () => {
  const ranges = [
    [3500, 3599],
    [8410, 8410],
  ] as const;
  expect([3499, 3500, 3599, 3600, 8410, 8411].map((account) => isWithin(ranges, account))).toEqual([
    false,
    true,
    true,
    false,
    true,
    false,
  ]);
  expect(isWithin([], 3500)).toBe(false);
});

it('is no range when it ends before it begins', () => {
  expect(accountRangeSchema.safeParse([3599, 3500]).success).toBe(false);
  expect(accountRangeSchema.safeParse([3500, 3500]).success).toBe(true);
});
