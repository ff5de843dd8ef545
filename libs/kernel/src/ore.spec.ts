import * as fc from 'fast-check';
import { addOre, negateOre, type Ore, ore, ORE_LIMIT, oreSchema, positiveOreSchema, sumOre, ZERO } from './ore';

const amounts = fc.integer({ min: -ORE_LIMIT, max: ORE_LIMIT }).map(ore);
const exact = (list: readonly Ore[]) => list.reduce((sum, amount) => sum + BigInt(amount), 0n);

describe('sums of öre', () => {
  it('are exact, in whatever order they are taken', () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 400 }), (list) => {
        const sum = sumOre(list);
        expect(BigInt(sum)).toBe(exact(list));
        expect(sumOre([...list].sort((a, b) => a - b))).toBe(sum);
      }),
    );
  });

  it('end in a plain zero when everything is taken back', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(Object.is(addOre(amount, negateOre(amount)), 0)).toBe(true);
        expect(negateOre(negateOre(amount))).toBe(amount);
      }),
    );
    expect(sumOre([])).toBe(ZERO);
  });

  it('never know a negative zero, which would print and compare otherwise', () => {
    for (const zero of [ore(-0), negateOre(ZERO), addOre(ore(-0), ore(-0)), sumOre([ore(-0)])]) {
      expect(Object.is(zero, 0)).toBe(true);
    }
  });

  it('stop before they lose an öre', () => {
    const largest = ore(Number.MAX_SAFE_INTEGER);
    expect(() => addOre(largest, ore(1))).toThrow(RangeError);
    expect(() => sumOre([negateOre(largest), ore(-1), ore(2)])).toThrow(RangeError);
    expect(sumOre([largest, ore(-1), ore(1)])).toBe(largest);
  });
});

it.each([0.5, 1.005, 0.1 + 0.2, NaN, Infinity, -Infinity, 2 ** 53, -(2 ** 53)])('%d is no number of öre', (amount) => {
  expect(() => ore(amount)).toThrow(RangeError);
});

describe('an amount from outside', () => {
  const accepts = (value: unknown) => oreSchema.safeParse(value).success;

  it('is a whole number within a hundred thousand million kronor, either way', () => {
    for (const amount of [0, 1, -1, ORE_LIMIT, -ORE_LIMIT]) expect(oreSchema.parse(amount)).toBe(amount);
    for (const amount of [ORE_LIMIT + 1, -ORE_LIMIT - 1, 1e15, 2 ** 53, 1e300]) expect(accepts(amount)).toBe(false);
  });

  it('is not a fraction, whatever its size', () => {
    fc.assert(
      fc.property(fc.double({ noInteger: true }), (fraction) => {
        expect(accepts(fraction)).toBe(false);
      }),
    );
    for (const fraction of [1.005, 0.1 + 0.2, 12.5, NaN, Infinity]) expect(accepts(fraction)).toBe(false);
  });

  it('is never guessed from a text or from anything else', () => {
    for (const text of ['12', '1,50', '1.50', '1 000', ' 12', '0x10', '1e3', '١٢', '−5', '']) {
      expect(accepts(text)).toBe(false);
    }
    for (const value of [null, undefined, true, [12], { amount: 12 }, 12n, new Number(12)]) {
      expect(accepts(value)).toBe(false);
    }
  });

  it('is not rounded by JSON into one that is accepted', () => {
    expect(accepts(JSON.parse('9007199254740993'))).toBe(false);
    expect(accepts(JSON.parse('10000000000000.001'))).toBe(false);
    expect(accepts(JSON.parse('1e15'))).toBe(false);
  });

  it('is greater than zero where the command already says the direction', () => {
    expect(positiveOreSchema.parse(1)).toBe(1);
    expect(positiveOreSchema.parse(ORE_LIMIT)).toBe(ORE_LIMIT);
    for (const amount of [0, -0, -1, 0.5, ORE_LIMIT + 1, '1', null]) {
      expect(positiveOreSchema.safeParse(amount).success).toBe(false);
    }
  });
});
