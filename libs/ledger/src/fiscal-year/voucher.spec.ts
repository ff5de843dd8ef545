// The forms that a voucher's fields may have, as every sender meets them.
import { ORE_LIMIT } from '@finsam/kernel';
import { bank, cost, header, numbered, posting, row } from '../testing';
import { BookCost, BookInterest, BookVoucher } from './commands';
import { ROWS_MAX, voucherSchema, voucherTextSchema } from './voucher';

const voucher = { ...header('voucher-1'), rows: [row(cost, 1), row(bank, -1)] };
const accepts = (changes: object) => BookVoucher.schema.safeParse({ ...voucher, ...changes }).success;
/** JSON pointers to what is refused. */
function faults(changes: object): string[] {
  const issues = BookVoucher.schema.safeParse({ ...voucher, ...changes }).error?.issues ?? [];
  return [...new Set(issues.map(({ path }) => `/${path.join('/')}`))];
}

it('has from two to a thousand rows', () => {
  expect(accepts({})).toBe(true);
  const rows = (length: number) => ({ rows: Array.from({ length }, () => row(cost, 1)) });
  expect([0, 1, 2, ROWS_MAX, ROWS_MAX + 1].map((length) => accepts(rows(length)))).toEqual([
    false,
    false,
    true,
    true,
    false,
  ]);
});

it('is stored with no fewer rows and no more, whoever made the event', () => {
  const stored = (length: number) =>
    voucherSchema.safeParse(numbered(1, header('voucher-1'), Array(length).fill(row(cost, 1)))).success;
  expect([0, 1, 2, ROWS_MAX, ROWS_MAX + 1].map(stored)).toEqual([false, false, true, true, false]);
});

it.each([0, -0, 1.005, 0.5, '1,50', '12', '١٢', ' 12', '0x10', '', null, true, 1e15, 9007199254740992, ORE_LIMIT + 1])(
  'has no row of %p öre',
  (amountOre) => {
    expect(faults({ rows: [{ ...row(cost, 1), amountOre }, row(bank, -1)] })).toEqual(['/rows/0/amountOre']);
    expect(BookCost.schema.safeParse({ ...posting('voucher-1'), amountOre }).success).toBe(false);
    expect(BookInterest.schema.safeParse({ ...posting('voucher-1'), amountOre }).success).toBe(false);
  },
);

it('says by the sign of one amount what is debit and what is credit', () => {
  const rows = (more: object) => ({ rows: [{ ...row(cost, 1), ...more }, row(bank, -1)] });
  for (const more of [{ debit: 1 }, { kredit: 1 }, { debet: 1, kredit: 1 }]) expect(accepts(rows(more))).toBe(false);
  expect(BookCost.schema.safeParse({ ...posting('voucher-1'), amountOre: -1 }).success).toBe(false);
  expect(BookInterest.schema.safeParse({ ...posting('voucher-1'), amountOre: -1 }).success).toBe(true);
});

it.each([193, 19301, 999, 10_000, 1930.5, '1930', -1930, null])('has no account %p', (account) => {
  expect(faults({ rows: [row(cost, 1), { ...row(bank, -1), account }] })).toEqual(['/rows/1/account']);
});

it.each(['2023-02-29', '2024-13-01', '20240131T000000', '0001-01-01', '9999-12-31', '', 20240131, null])(
  'has no date %p',
  (date) => expect(faults({ date })).toEqual(['/date']),
);

it('gets its number from the year, and the rest of its own from nobody else', () => {
  for (const field of ['number', 'id', 'position', 'associationId', 'attestedBy', 'recordedAt', 'constructor']) {
    expect(accepts({ [field]: 1 })).toBe(false);
  }
});

it('stands in series A unless it is said', () => {
  const { series: _, ...unsaid } = voucher;
  expect(BookVoucher.schema.parse(unsaid).series).toBe('A');
  for (const series of ['B', 'LEV', 'A1234']) expect(accepts({ series })).toBe(true);
  for (const series of ['', 'a', 'Å', '1A', 'A12345', 'A ', 'A\n']) expect(faults({ series })).toEqual(['/series']);
});

it('has no dimensions unless they are said, and codes in those that are', () => {
  const { dimensions: _, ...unsaid } = row(cost, 1);
  expect(BookVoucher.schema.parse({ ...voucher, rows: [unsaid, unsaid] }).rows[0]!.dimensions).toEqual({});
  const rows = (dimensions: unknown) => ({ rows: [{ ...row(cost, 1), dimensions }, row(bank, -1)] });
  expect(accepts(rows({ activity: 'kansli', 'egen-dimension': 'a-1' }))).toBe(true);
  for (const dimensions of [{ Activity: 'a' }, { activity: 'Å' }, { activity: '' }, { activity: 1 }, ['a'], null]) {
    expect(accepts(rows(dimensions))).toBe(false);
  }
});

describe('the text', () => {
  const accepted = (text: unknown) => voucherTextSchema.safeParse(text).success;

  it('is one printable line of at most two hundred characters, in one spelling', () => {
    expect(voucherTextSchema.parse(' Lo\u0308ner, mars ')).toBe('L\u00f6ner, mars');
    expect(accepted('x'.repeat(200))).toBe(true);
    for (const text of [
      '',
      ' ',
      'x'.repeat(201),
      'x'.repeat(10_000),
      'a\u0000b',
      'a\nb',
      'a\u202eb',
      'a\u200bb',
      '\ud83d',
    ]) {
      expect(accepted(text)).toBe(false);
    }
  });

  it('holds nothing that looks like a personnummer', () => {
    const numbers = ['19800101-1234', '198001011234', '800101-1234', '8001011234', '800101+1234', '800101 1234'];
    for (const number of [...numbers, 'Avser 19800101-1234.', 'x198001011234x', '20041231-0000']) {
      expect(voucherTextSchema.safeParse(number).error?.issues[0]?.message).toMatch(/personnummer/);
    }
    for (const text of ['Faktura 12345', 'Hyra 2024-01-01', 'OCR 123 456 789', 'Konto 1930']) {
      expect(accepted(text)).toBe(true);
    }
  });
});
