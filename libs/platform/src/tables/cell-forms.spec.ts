import fc from 'fast-check';
import { amount, BadCell, code, day, line, positiveAmount } from './cell-forms';
import { type Cell, EMPTY } from './table';
import { date, number, text } from './testing';

/** The value, or the beginning of what is said of the cell. */
function read<T>(form: (cell: Cell) => T, cell: Cell): T | string {
  try {
    return form(cell);
  } catch (error) {
    if (error instanceof BadCell) return error.message;
    throw error;
  }
}

describe('an amount', () => {
  it.each([
    ['0', 0],
    ['100', 100_00],
    ['-100', -100_00],
    ['\u2212100', -100_00],
    ['1,5', 1_50],
    ['1.50', 1_50],
    ['1 234 567,89', 1_234_567_89],
    ['1\u00a0234', 1_234_00],
    ['1\u202f234.5', 1_234_50],
    [' 12 ', 12_00],
    ['1,23456', 'har fler än två decimaler.'],
    ['100000000000', 1e13],
  ])('is read from the text %j', (said, amountOre) => {
    expect(read(amount, text(said))).toBe(amountOre);
  });

  it.each(['1,234', '1.234', '-12,345'])('is not guessed: %s can be read in two ways', (said) => {
    expect(read(amount, text(said))).toMatch(/^kan läsas på två sätt/);
  });

  it.each([
    ...['', ' ', '+1', '1 23', '12 34', '1  234', '1 234 56', '0123', ',5', '5,', '1,2,3', '1.234,50', '1e3', '0x10'],
    ...['١٢', '１２', '12 kr', '(12)', '=1+1', '@1', '--1', '- 1', 'NaN', 'Infinity', '1_000', "1'000", 'null'],
  ])('is no %j', (said) => {
    expect(read(amount, text(said))).toMatch(/^är inget belopp/);
  });

  it('is read from a number, exactly or not at all', () => {
    const numbers = ['1234.5', '-0.01', '0', '1.005', '9007199254740993', '100000000000.01'];
    expect(numbers.map((one) => read(amount, number(one)))).toEqual([
      1_234_50,
      -1,
      0,
      'har fler än två decimaler.',
      expect.stringMatching(/^är större/),
      expect.stringMatching(/^är större/),
    ]);
  });

  it('is none where nothing stands, and no date or formula', () => {
    expect(read(amount, EMPTY)).toBeUndefined();
    expect(read(amount, date('2026-01-31'))).toBe('är ett datum.');
    expect(read(amount, { kind: 'refused', why: 'formula' })).toMatch(/^har en formel/);
  });

  it('may have to be more than nothing', () => {
    expect(['0', '-1', '0,01'].map((one) => read(positiveAmount, text(one)))).toEqual([
      'ska vara mer än noll.',
      'ska vara mer än noll.',
      1,
    ]);
    expect(read(positiveAmount, EMPTY)).toBeUndefined();
  });

  it('comes back from every way to write it', () => {
    const signs = fc.constantFrom(',', '.');
    const spaces = fc.constantFrom('', ' ', '\u00a0', '\u202f');
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), signs, spaces, (amountOre, sign, space) => {
        const digits = String(Math.abs(amountOre)).padStart(3, '0');
        const kronor = digits.slice(0, -2).replace(/(?=(?:\d{3})+$)(?!^)/g, space);
        const written = `${amountOre < 0 ? '-' : ''}${kronor}${sign}${digits.slice(-2)}`;
        expect(read(amount, text(written))).toBe(amountOre);
      }),
    );
  });
});

describe('a code', () => {
  it('is a code, without spaces around it', () => {
    expect(read(code, text(' region-vast '))).toBe('region-vast');
    expect(read(code, number('1480'))).toBe('1480');
    expect(read(code, EMPTY)).toBeUndefined();
  });

  it.each(['=1', '+a', '-a', '@a', '\ta"', '\uff1da', "'a", 'Österby', 'a b', 'x'.repeat(61), 'a\u200b'])(
    'is not %j',
    (said) => {
      expect(read(code, text(said))).toMatch(/^är ingen kod/);
    },
  );
});

describe('a day', () => {
  it('is a date or its text', () => {
    expect(read(day, date('2026-01-31'))).toBe('2026-01-31');
    expect(read(day, text(' 2026-01-31 '))).toBe('2026-01-31');
    expect(read(day, EMPTY)).toBeUndefined();
  });

  it.each([text('2026-02-30'), text('31/1 2026'), number('45292'), date('1604-01-01')])('is not %j', (cell) => {
    expect(read(day, cell)).toMatch(/^är ingen dag/);
  });
});

describe('a line', () => {
  it('is one line of text', () => {
    expect(read(line, text('Vakant tjänst till hösten'))).toBe('Vakant tjänst till hösten');
    expect(read(line, number('2024'))).toBe('2024');
  });

  it.each(['=cmd|x', '+46', '-', '@x', '\uff1dx'])('does not begin as the formula %j', (said) => {
    expect(read(line, text(said))).toBe('börjar som en formel.');
  });

  it.each(['a\nb', 'x'.repeat(201), '\u202ex', 'a\0', 'Vikarie för 121212-1212'])('is not %j', (said) => {
    expect(read(line, text(said))).toMatch(/^ska vara en rad/);
  });
});
