import { deciderSpec } from '@finsam/kernel/testing';
import {
  answerTo,
  bank,
  begun,
  booked,
  chart,
  contributions,
  correcting,
  cost,
  type DataOf,
  day,
  decision,
  facts,
  header,
  kr,
  opened,
  posting,
  row,
  someRows,
} from '../testing';
import { BookCost, BookInterest, BookVoucher, ReceiveContribution } from './commands';
import { fiscalYearDecider } from './fiscal-year.decider';
import { FiscalYearClosed, FiscalYearOpened } from './fiscal-year.events';
import type { VoucherRow } from './voucher';

const { given } = deciderSpec(fiscalYearDecider);
type Changes = Partial<Omit<DataOf<'BookVoucher'>, 'rows'>>;
const book = (voucherId: string, rows: VoucherRow[] = someRows, changes: Changes = {}) =>
  BookVoucher({ ...header(voucherId), ...changes, rows });
const closed = FiscalYearClosed({ year: 2024, resultOre: kr(0), closingBalances: [], decision });

it('numbers vouchers unbroken within their series', () => {
  given(...begun, booked(1, 'voucher-1'), booked(2, 'voucher-2'))
    .when(book('voucher-3'))
    .then(booked(3, 'voucher-3'));
  const inB = { series: 'B' };
  given(...begun, booked(1, 'voucher-1'), booked(1, 'voucher-2', someRows, inB))
    .when(book('voucher-3', someRows, inB))
    .then(booked(2, 'voucher-3', someRows, inB));
});

it('books the same voucher once, also when the year has been closed and members have left since', () => {
  const past = [...begun, booked(1, 'voucher-1'), booked(2, 'voucher-2')] as const;
  given(...past)
    .when(book('voucher-1'))
    .thenNothing();
  given(...past, closed)
    .when(book('voucher-1', someRows, { facts: { ...facts, members: [] } }))
    .thenNothing();
});

it('takes no second voucher under the same id', () => {
  const answer = (...asked: Parameters<typeof book>) => answerTo(book(...asked), ...begun, booked(1, 'voucher-1'));
  const taken = ['ledger/voucher-id-taken', 409, '/voucherId'];
  expect(answer('voucher-1', [row(cost, 1), row(bank, -1)])).toEqual(taken);
  expect(answer('voucher-1', someRows, { series: 'B' })).toEqual(taken);
  expect(answer('voucher-1', someRows, { date: day('2024-03-02') })).toEqual(taken);
  expect(answer('voucher-1', someRows, { text: 'Något annat' })).toEqual(taken);
  expect(answer('voucher-1', someRows, { document: 'F 12' })).toEqual(taken);
});

it('refuses a voucher that does not balance, and says by how much', () => {
  const uneven = book('voucher-1', [row(cost, 12_500, { activity: 'kansli' }), row(bank, -12_499)]);
  expect(answerTo(uneven, ...begun)).toEqual(['ledger/unbalanced-voucher', 422, '/rows']);
  const many = Array.from({ length: 999 }, () => row(cost, 1));
  expect(answerTo(book('voucher-1', [...many, row(bank, -998)]), ...begun)[0]).toBe('ledger/unbalanced-voucher');
  expect(answerTo(book('voucher-1', [...many, row(bank, -999)]), ...begun)).toEqual([]);
});

describe('refuses what the year does not know, and names the field', () => {
  it('an account', () => {
    const [unknown, status] = ['ledger/unknown-account', 422];
    const rows = [row(cost, 1), row(1234, -1)];
    expect(answerTo(book('voucher-1', rows), ...begun)).toEqual([unknown, status, '/rows/1/account']);
    expect(answerTo(BookCost(posting('voucher-1', { account: 4999 })), ...begun)).toEqual([
      unknown,
      status,
      '/account',
    ]);
    expect(answerTo(BookCost(posting('voucher-1', { against: 1999 })), ...begun)).toEqual([
      unknown,
      status,
      '/against',
    ]);
    expect(answerTo(book('voucher-1'), opened)[0]).toBe(unknown);
  });

  it('an activity', () => {
    const [unknown, status] = ['ledger/unknown-activity', 422];
    const rows = [row(cost, 1), row(bank, -1, { activity: 'trappan' })];
    expect(answerTo(book('voucher-1', rows), ...begun)).toEqual([unknown, status, '/rows/1/dimensions/activity']);
    const short = posting('voucher-1', { activity: 'trappan' });
    expect(answerTo(BookCost(short), ...begun)).toEqual([unknown, status, '/activity']);
    expect(answerTo(BookCost(posting('voucher-1')), opened, chart)[0]).toBe(unknown);
  });

  it('a member', () => {
    const [unknown, status] = ['ledger/unknown-member', 422];
    const rows = [row(cost, 1, { member: 'norrby' }), row(bank, -1)];
    expect(answerTo(book('voucher-1', rows), ...begun)).toEqual([unknown, status, '/rows/0/dimensions/member']);
    const contribution = ReceiveContribution({
      ...posting('voucher-1', { account: contributions }),
      memberId: 'norrby',
    });
    expect(answerTo(contribution, ...begun)).toEqual([unknown, status, '/memberId']);
    const short = posting('voucher-1', { dimensions: { member: 'norrby' } });
    expect(answerTo(BookCost(short), ...begun)).toEqual([unknown, status, '/dimensions/member']);
    expect(
      answerTo(BookCost({ ...short, facts: { ...facts, members: [...facts.members, 'norrby'] } }), ...begun),
    ).toEqual([]);
  });
});

it('refuses a day outside the year, from the last before it to the first after it', () => {
  const on = (date: string) => answerTo(book('voucher-1', someRows, { date: day(date) }), ...begun);
  for (const inside of ['2024-01-01', '2024-02-29', '2024-12-31']) expect(on(inside)).toEqual([]);
  for (const outside of ['2023-12-31', '2025-01-01']) {
    expect(on(outside)).toEqual(['ledger/date-outside-year', 422, '/date']);
  }
});

it('books nothing in a closed year, and nothing by hand in imported books', () => {
  const commands = [book('voucher-2'), BookInterest(posting('voucher-2')), correcting('voucher-1', 'voucher-2')];
  const imported = FiscalYearOpened({ year: 2024, books: 'imported' });
  for (const command of commands) {
    expect(answerTo(command, ...begun, booked(1, 'voucher-1'), closed)).toEqual(['ledger/year-closed', 409, undefined]);
    const past = [imported, ...begun.slice(1), booked(1, 'voucher-1')];
    expect(answerTo(command, ...past)).toEqual(['ledger/imported-books', 409, undefined]);
  }
});
