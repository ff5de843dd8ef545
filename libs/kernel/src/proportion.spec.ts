import fc from 'fast-check';
import { ORE_LIMIT, ore } from './ore';
import { proportionOre } from './proportion';

it('rounds to the nearest öre, half away from zero', () => {
  expect(proportionOre(ore(100), 1, 3)).toBe(33);
  expect(proportionOre(ore(200), 1, 3)).toBe(67);
  expect(proportionOre(ore(5), 1, 2)).toBe(3);
  expect(proportionOre(ore(-5), 1, 2)).toBe(-3);
  expect(proportionOre(ore(5), -1, -2)).toBe(3);
  expect(proportionOre(ore(-5), 1, -2)).toBe(3);
  expect(Object.is(proportionOre(ore(-1), 1, 3), 0)).toBe(true);
});

it('is exact where a product is larger than a number can hold', () => {
  expect(proportionOre(ore(ORE_LIMIT), ORE_LIMIT - 1, ORE_LIMIT)).toBe(ORE_LIMIT - 1);
});

it('is the whole for all parts, nothing for none, and months add up to the year', () => {
  fc.assert(
    fc.property(fc.integer({ min: -ORE_LIMIT, max: ORE_LIMIT }), (amount) => {
      const upTo = (month: number) => proportionOre(ore(amount), month, 12);
      const months = Array.from({ length: 12 }, (_, index) => upTo(index + 1) - upTo(index));
      expect([upTo(0), upTo(12)]).toEqual([0, ore(amount)]);
      expect(months.reduce((sum, month) => sum + month, 0)).toBe(ore(amount));
      for (const month of months) expect(Math.abs(month * 12 - amount)).toBeLessThanOrEqual(12);
    }),
  );
});
