import { DomainError } from '@finsam/kernel';
import * as fc from 'fast-check';
import { amountText } from '../writing/write-sie';
import { accountOf, amountOf, dateFrom, integerOf } from './values';

const refused = (act: () => unknown) => {
  try {
    return act();
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.details['line']];
    throw error;
  }
};

it('reads an amount to the öre, without a float', () => {
  const read = ['1234.5', '1234.50', '-1234.05', '0', '0.00', '007', '0.1', '0.29', '1.15'].map((of) =>
    amountOf(of, 1),
  );
  expect(read).toEqual([123450, 123450, -123405, 0, 0, 700, 10, 29, 115]);
  expect(amountOf('100000000000.00', 1)).toBe(10_000_000_000_000);
});

it('writes any amount so that it reads back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000_000_000, max: 10_000_000_000_000 }), (size) => {
      expect(amountOf(amountText(size), 1)).toBe(size);
    }),
  );
});

it.each([
  '1.234',
  '1 234,50',
  '1,50',
  '-0',
  '-0.00',
  '+1',
  '1e3',
  '1.',
  '.5',
  '',
  ' 12',
  '0x10',
  '١٢',
  '--1',
  '1-',
  '100000000000.01',
  '99999999999999.99',
  'NaN',
  'Infinity',
])('refuses the amount "%s" with its line', (text) => {
  expect(refused(() => amountOf(text, 9))).toEqual(['sie/not-an-amount', 9]);
});

it('refuses a day that is not in the calendar, an account of other than four digits and what is no number', () => {
  for (const text of ['20230229', '20241301', '2024-01-01', '240101', '', '18991231']) {
    expect([text, refused(() => dateFrom(text, 9))]).toEqual([text, ['sie/not-a-date', 9]]);
  }
  expect(dateFrom('20240229', 1)).toBe('2024-02-29');
  for (const text of ['193', '19301', '0930', 'abcd', '']) {
    expect(refused(() => accountOf(text, 9))).toEqual(['sie/not-an-account', 9]);
  }
  for (const text of ['1.0', 'x', '', '1234567890']) {
    expect(refused(() => integerOf(text, 9))).toEqual(['sie/not-a-number', 9]);
  }
  expect(Object.is(integerOf('-0', 1), 0)).toBe(true);
});
