import { ore } from '@finsam/kernel';
import { readSie } from '../reading/read-sie';
import { booksOf, findingsOf } from '../testing';
import type { SieVoucher } from '../model';
import { type SieBooks, SieWriter } from './write-sie';
import * as fc from 'fast-check';

function written(books: SieBooks) {
  const writer = new SieWriter();
  const bytes = Buffer.concat([...writer.write(books)]);
  return { bytes, writer };
}

const told = (vouchers: Iterable<Omit<SieVoucher, 'line'>>) =>
  [...vouchers].map(({ series, number, date, text, registeredOn, rows, changes }) => ({
    series,
    number,
    date,
    text: text.trim(),
    registeredOn,
    rows,
    changes,
  }));

it('writes books so that they read back as they are', () => {
  fc.assert(
    fc.property(booksOf({ minLength: 0, maxLength: 12 }), (books) => {
      const { bytes, writer } = written(books);
      expect(writer.replaced).toBe(0);
      const file = readSie(bytes);
      expect(file.charset.charset).toBe('cp437');
      expect(told(file.vouchers)).toEqual(told(books.vouchers));
      expect([...file.accounts].map(([account, name]) => ({ account, name }))).toEqual(books.accounts);
      const of = (kind: string) =>
        file.balances.filter((one) => one.kind === kind).map(({ account, amountOre }) => ({ account, amountOre }));
      expect([of('IB'), of('UB'), of('RES')]).toEqual([books.opening, books.closing, books.result]);
      expect([file.company, file.organisationNumber]).toEqual([books.company, books.organisationNumber]);
      expect(findingsOf(file).filter((code) => code !== 'mandatory-missing')).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

const [plain] = fc.sample(booksOf({ minLength: 0, maxLength: 0 }), { numRuns: 1, seed: 1 });
const voucher = (text: string, changes: SieVoucher['changes'] = []): Omit<SieVoucher, 'line'> => ({
  series: 'A',
  number: 1,
  date: plain!.generatedOn,
  text,
  registeredOn: null,
  rows: [
    { account: 4010, amountOre: ore(100), objects: [{ dimension: 6, code: 'P1' }] },
    { account: 1930, amountOre: ore(-100), objects: [] },
  ],
  changes,
});
const withVoucher = (one: Omit<SieVoucher, 'line'>) => ({ ...plain!, vouchers: [one] });

it('tells of every sign that CP437 lacks and what stands for it, and loses none silently', () => {
  const { bytes, writer } = written(withVoucher(voucher('€ 5 – Carl’s §2 š 漢 \\')));
  expect(readSie(bytes).vouchers[0]!.text).toBe("EUR 5 - Carl's par.2 s ? /");
  expect(writer.replacements.map(({ where, sign, written: by }) => [where, sign, by])).toEqual([
    ['#VER A 1', '€', 'EUR'],
    ['#VER A 1', '–', '-'],
    ['#VER A 1', '’', "'"],
    ['#VER A 1', '§', 'par.'],
    ['#VER A 1', 'š', 's'],
    ['#VER A 1', '漢', '?'],
    ['#VER A 1', '\\', '/'],
  ]);
});

it('escapes a quote, also one that stands for another', () => {
  const { bytes } = written(withVoucher(voucher('Köp av "Stegen” {x}')));
  expect(bytes.toString('latin1')).toContain('\\"Stegen\\" {x}');
  expect(readSie(bytes).vouchers[0]!.text).toBe('Köp av "Stegen" {x}');
});

it('writes no byte that means a letter in another set: its own reader is never in doubt', () => {
  const { bytes, writer } = written(withVoucher(voucher('α ß ÷ Σ σ ─ ┼ é ½ ±')));
  expect(readSie(bytes).charset).toMatchObject({ charset: 'cp437', windows1252: 0, utf8: 0 });
  expect(writer.replaced).toBe(7);
});

it('tells of an added row right before it, and of a struck one', () => {
  const [row] = voucher('').rows;
  const changes = [
    { ...row!, change: 'added' as const, on: plain!.generatedOn },
    { ...row!, change: 'struck' as const, on: null, amountOre: ore(7) },
  ];
  const { bytes } = written(withVoucher(voucher('Rättad', changes)));
  expect(readSie(bytes).vouchers[0]).toMatchObject({ changes, rows: voucher('').rows });
});
