// Invented SIE files, for the specs of this folder: as text, and as books that are made up at random.
import { type BusinessDate, dateOf, DomainError, ore } from '@finsam/kernel';
import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import type { SieChange, SieFile, SieRow, SieVoucher } from './model';
import { readSie } from './reading/read-sie';
import type { SieBooks } from './writing/write-sie';

/** A whole file of type 4E; `lines` come after the head. */
export const sie4 = (...lines: string[]): string => [...HEAD, ...lines, ''].join('\r\n');

const HEAD = [
  '#FLAGGA 0',
  '#PROGRAM "Ekonomisystemet" 7.1',
  '#FORMAT PC8',
  '#GEN 20240701 AB',
  '#SIETYP 4',
  '#FNAMN "Samordningsförbundet Östra Ån"',
  '#RAR 0 20240101 20241231',
  '#KONTO 1930 "Bank"',
  '#KONTO 2010 "Eget kapital"',
  '#KONTO 3511 "Bidrag från medlemmar"',
  '#KONTO 4010 "Köp av verksamhet"',
];

export const cp437 = (text: string): Buffer => iconv.encode(text, 'cp437');

export const voucherLines = (number: number, kronor = '125.50', text = 'Köp'): string[] => [
  `#VER A ${number} 20240301 "${text}" 20240302 AB`,
  '{',
  `   #TRANS 4010 {6 "STEGEN"} ${kronor}`,
  `   #TRANS 1930 {} -${kronor}`,
  '}',
];

export const read = (text: string): SieFile => readSie(cp437(text));

/** The refusal's code and line; fails if it is read. */
export function refusalOf(bytes: Buffer | string): readonly unknown[] {
  try {
    readSie(typeof bytes === 'string' ? cp437(bytes) : bytes);
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.details['line']];
    throw error;
  }
  return [];
}

export const findingsOf = ({ findings }: SieFile): readonly string[] => findings.summary().map(({ code }) => code);

// Signs that CP437 has, and what may make trouble in a file: quotes, braces, tabs are made of these.
const signs = fc.constantFrom(...'abcdefgåäöÅÄÖéü 0123456789"\\{}#-.,/&%');
const text = fc.array(signs, { maxLength: 40 }).map((list) =>
  list
    .join('')
    .replace(/\\+ *$/, '')
    .trim(),
);
const code = fc.array(fc.constantFrom(...'ABC123Ö -_"{'), { minLength: 1, maxLength: 8 }).map((list) => list.join(''));
const objects = fc.uniqueArray(fc.record({ dimension: fc.integer({ min: 1, max: 30 }), code }), {
  maxLength: 3,
  selector: ({ dimension }) => dimension,
});
const account = fc.integer({ min: 1_000, max: 8_999 });
const amount = fc.oneof(fc.integer({ min: -9_999, max: 9_999 }), fc.integer({ min: -1e10, max: 1e10 })).map(ore);
const date: fc.Arbitrary<BusinessDate> = fc
  .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) })
  .map(({ month, day }) => dateOf(2024, month, day));
const row: fc.Arbitrary<SieRow> = fc.record({ account, amountOre: amount.filter((size) => size !== 0), objects });
const balanced = fc
  .record({ rows: fc.array(row, { minLength: 1, maxLength: 6 }), against: account })
  .map(({ rows, against }) => {
    const difference = rows.reduce((sum, { amountOre }) => sum - amountOre, 0);
    return difference === 0 ? rows : [...rows, { account: against, amountOre: ore(difference), objects: [] }];
  });
const struck: fc.Arbitrary<SieChange> = fc.record({ row, on: fc.option(date) }).map(({ row: of, on }) => ({
  ...of,
  change: 'struck',
  on,
}));

const voucher: fc.Arbitrary<Omit<SieVoucher, 'line' | 'number' | 'series'>> = fc.record({
  date,
  text,
  registeredOn: fc.option(date),
  rows: balanced,
  changes: fc.array(struck, { maxLength: 2 }),
});

export function booksOf(vouchers: { minLength: number; maxLength: number }): fc.Arbitrary<SieBooks> {
  const named = fc.uniqueArray(fc.record({ account, name: text.map((name) => name || 'Konto') }), {
    maxLength: 20,
    selector: (one) => one.account,
  });
  const sums = fc.uniqueArray(fc.record({ account, amountOre: amount }), {
    maxLength: 10,
    selector: (one) => one.account,
  });
  return fc.record({
    year: fc.constant(2024),
    company: text,
    organisationNumber: fc.constantFrom(null, '222000-1234'),
    generatedOn: date,
    accounts: named,
    dimensions: fc.constant([{ dimension: 6, name: 'Projekt' }]),
    objects: fc.constant([{ dimension: 6, code: 'P1', name: 'Stegen' }]),
    opening: sums,
    closing: sums,
    result: sums,
    vouchers: fc
      .array(voucher, vouchers)
      .map((list) => list.map((one, i) => ({ ...one, series: i % 3 === 0 ? 'A' : 'B c', number: i + 1 }))),
  });
}

/** Numbers that follow from a seed, for what is too large to be made by fast-check. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state = (state ^ (state << 5)) >>> 0;
    return state % below;
  };
}
