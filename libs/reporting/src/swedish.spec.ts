import fc from 'fast-check';
import { businessDate } from '@finsam/kernel';
import {
  type Decimals,
  roundedTo,
  swedishAmount,
  swedishDay,
  swedishKronor,
  swedishNumber,
  swedishPercent,
  type Unit,
} from './swedish';

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

  it('has decimals where they are asked for, in kr, tkr and mkr', () => {
    const printed = (unit: Unit, decimals: Decimals, ...amounts: number[]) =>
      amounts.map((amount) => plain(swedishAmount(amount, unit, decimals)));
    expect(printed('kr', 2, 1_234_567_89, 5, -5, 0)).toEqual(['1 234 567,89', '0,05', '\u22120,05', '0,00']);
    expect(printed('kr', 1, 44, 45, -45, -4)).toEqual(['0,4', '0,5', '\u22120,5', '0,0']);
    expect(printed('tkr', 1, 1_234_567_89)).toEqual(['1 234,6']);
    expect(printed('mkr', 0, 50_000_000, 49_999_999)).toEqual(['1', '0']);
    expect(printed('mkr', 1, 15_105_000_00, -4_999_999, -5_000_000)).toEqual(['15,1', '0,0', '\u22120,1']);
    expect(printed('mkr', 2, 99_499_999, 99_500_000)).toEqual(['0,99', '1,00']);
  });

  it('is off by at most half a unit, and turns with its sign', () => {
    const sizes = { kr: 100n, tkr: 100_000n, mkr: 100_000_000n };
    const units = fc.constantFrom<Unit>('kr', 'tkr', 'mkr');
    fc.assert(
      fc.property(fc.maxSafeInteger(), units, fc.constantFrom<Decimals>(0, 1, 2), (ore, unit, decimals) => {
        const size = sizes[unit] / 10n ** BigInt(decimals);
        const off = BigInt(roundedTo(unit, ore, decimals)) * size - BigInt(ore);
        expect(2n * (off < 0n ? -off : off) <= size).toBe(true);
        expect(roundedTo(unit, -ore, decimals) + roundedTo(unit, ore, decimals)).toBe(0);
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

  it('has decimals where they are asked for', () => {
    expect(plain(swedishPercent({ of: 8, against: 12 }, 1))).toBe('66,7 %');
    expect(plain(swedishPercent({ of: -1, against: 300 }, 2))).toBe('\u22120,33 %');
    expect(plain(swedishPercent({ of: 1, against: 1 }, 1))).toBe('100,0 %');
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
