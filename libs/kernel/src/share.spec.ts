import * as fc from 'fast-check';
import { ore, ORE_LIMIT, sumOre } from './ore';
import { exactOre, roundOre, shareOre, splitOre, timesExact } from './share';

const amounts = fc.integer({ min: -ORE_LIMIT, max: ORE_LIMIT }).map(ore);
const weights = fc
  .array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 40 })
  .filter((list) => list.some((weight) => weight > 0));

describe('a share', () => {
  it('is rounded to the öre, a half away from zero', () => {
    expect([shareOre(ore(1), 1, 2), shareOre(ore(-1), 1, 2), shareOre(ore(3), 1, 3)]).toEqual([1, -1, 1]);
    expect([shareOre(ore(149), 1, 100), shareOre(ore(150), 1, 100), shareOre(ore(0), 1, 2)]).toEqual([1, 2, 0]);
  });

  it('is exact where the product is more than a number holds', () => {
    expect(shareOre(ore(ORE_LIMIT), 9_999_999, 10_000_000)).toBe(ORE_LIMIT - 1_000_000);
  });

  it('is never further from the exact than half a unit, and never a negative zero', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 1_000_000 }), (amount, unit) => {
        const rounded = roundOre(exactOre(amount), unit);
        expect(Math.abs(rounded % unit)).toBe(0);
        expect(2 * Math.abs(rounded - amount)).toBeLessThanOrEqual(unit);
        expect(Object.is(rounded, -0)).toBe(false);
      }),
    );
  });

  it('keeps what was not rounded: ten percent a year on the exact amounts', () => {
    const threeYears = [1, 2, 3].reduce((exact) => timesExact(exact, 11, 10), exactOre(ore(78_000_00)));
    expect(roundOre(threeYears, 1_000_00)).toBe(104_000_00);
  });
});

describe('a split', () => {
  it('gives what is left to the largest remainders, the first of equals first', () => {
    expect(splitOre(ore(100), [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitOre(ore(10), [1, 2, 4])).toEqual([1, 3, 6]);
    expect(splitOre(ore(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(splitOre(ore(5), [0, 1])).toEqual([0, 5]);
  });

  it('sums to the whole, each part within an öre of its own', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, list) => {
        const parts = splitOre(amount, list);
        expect(sumOre(parts)).toBe(amount);
        const sum = list.reduce((total, weight) => total + weight, 0);
        parts.forEach((part, i) => {
          const off = BigInt(part) * BigInt(sum) - BigInt(amount) * BigInt(list[i]!);
          expect(off < BigInt(sum) && -off < BigInt(sum)).toBe(true);
        });
      }),
    );
  });
});
