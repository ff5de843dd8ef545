import { ore, parsePeriod } from '@finsam/kernel';
import { withinPeriod } from './imported-figures';

const amount = (account: number, month: number, amountOre: number) => ({
  account,
  month,
  activity: null,
  amountOre: ore(amountOre),
});
const monthly = [amount(1910, 0, 500), amount(1910, 3, 70), amount(4510, 3, 30), amount(4510, 12, 9)];
const told = (...of: Parameters<typeof withinPeriod>) => withinPeriod(...of).map(({ amountOre }) => amountOre);

it('takes of a flow what was moved in the period, of a balance all that led to its last day', () => {
  expect(told(monthly, 'flow', parsePeriod('2023-H1'))).toEqual([70, 30]);
  expect(told(monthly, 'balance', parsePeriod('2023-H1'))).toEqual([500, 70, 30]);
  expect(told(monthly, 'flow', parsePeriod('2023'))).toEqual([70, 30, 9]);
});

it('has nothing to say of half a year that is known only as a whole', () => {
  const whole = [amount(1910, 0, 500), amount(4510, 12, 9)];
  expect(told(whole, 'flow', parsePeriod('2023-H1'))).toEqual([]);
  expect(told(whole, 'balance', parsePeriod('2023'))).toEqual([500, 9]);
});
