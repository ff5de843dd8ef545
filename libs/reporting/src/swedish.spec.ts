import fc from 'fast-check';
import { businessDate } from '@finsam/kernel';
import { roundedTo, swedishAmount, swedishDay, swedishKronor, swedishNumber, swedishPercent } from './swedish';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a number in Swedish', () => {
  it('parts its thousands with a space that no line breaks at, and has a true minus sign', () => {
    expect(swedishNumber(1_234_567)).toBe('1\u00a0234\u00a0567');
    expect(swedishNumber(-0)).toBe('0');
    expect(swedishNumber(-57_422)).toBe('\u221257\u00a0422');
    expect([0, 7, 999, 1_000, 100_000].map(swedishNumber).map(plain)).toEqual(['0', '7', '999', '1 000', '100 000']);
  });

  it('is whole', () => {
    expect(() => swedishNumber(1.5)).toThrow(RangeError);
    expect(() => swedishNumber(NaN)).toThrow(RangeError);
  });
});

describe('an amount', () => {
  it('is rounded half away from zero, in kr and in tkr', () => {
    const printed = [49, 50, 149, 150, -49, -50, -150].map((ore) => swedishAmount(ore, 'kr'));
    expect(printed).toEqual(['0', '1', '1', '2', '0', '\u22121', '\u22122']);
    expect([49_999, 50_000, 149_999, -50_000].map((ore) => roundedTo('tkr', ore))).toEqual([0, 1, 1, -1]);
  });

  it('is never minus zero', () => {
    for (const ore of [-0, -1, -49, -49_999]) {
      expect(Object.is(roundedTo('tkr', ore), 0)).toBe(true);
      expect(swedishAmount(ore, 'tkr')).toBe('0');
    }
  });

  it('keeps every öre when it must be exact', () => {
    expect([123_456_789, -5, -100, 0].map(swedishKronor).map(plain)).toEqual([
      '1 234 567,89',
      '\u22120,05',
      '\u22121,00',
      '0,00',
    ]);
  });

  it('is off by at most half a unit, and turns with its sign', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('kr' as const, 'tkr' as const), (ore, unit) => {
        const size = unit === 'kr' ? 100n : 100_000n;
        const off = BigInt(roundedTo(unit, ore)) * size - BigInt(ore);
        expect(2n * (off < 0n ? -off : off) <= size).toBe(true);
        expect(roundedTo(unit, -ore) + roundedTo(unit, ore)).toBe(0);
      }),
    );
  });
});

describe('a share', () => {
  it('is whole percent, half away from zero, whatever the signs', () => {
    const printed = [
      [1, 2],
      [1, 3],
      [7, 8],
      [-16, 100],
      [-5, -200],
      [5, -200],
      [0, 5],
    ].map(([of = 0, against = 0]) => plain(swedishPercent({ of, against })));
    expect(printed).toEqual(['50 %', '33 %', '88 %', '\u221216 %', '3 %', '\u22123 %', '0 %']);
  });

  it('stays exact for the largest amounts there are', () => {
    expect(plain(swedishPercent({ of: 8_999_999_999_999_999, against: 9_000_000_000_000_000 }))).toBe('100 %');
  });

  it('of nothing is no number', () => {
    expect(() => swedishPercent({ of: 1, against: 0 })).toThrow(RangeError);
  });
});

describe('a day', () => {
  it('is written out', () => {
    expect(swedishDay(businessDate('2024-08-31'))).toBe('31 augusti 2024');
    expect(swedishDay(businessDate('2024-01-01'))).toBe('1 januari 2024');
  });
});
