import { fold, ore } from '@finsam/kernel';
import { deciderSpec } from '@finsam/kernel/testing';
import {
  answerTo,
  bank,
  begun,
  booked,
  chart,
  contributions,
  cost,
  day,
  decision,
  facts,
  kr,
  lines,
  row,
} from '../../testing';
import { ClassifyVoucher, LinkContribution } from '../commands';
import { fiscalYearDecider } from '../fiscal-year.decider';
import {
  ContributionLinked,
  FiscalYearClosed,
  FiscalYearOpened,
  VoucherClassified,
  VouchersImported,
} from '../fiscal-year.events';
import type { VoucherRow } from '../voucher';

const { given } = deciderSpec(fiscalYearDecider);

const voucherOf = (voucherId: string, rows: VoucherRow[]) => ({
  voucherId,
  series: 'LB',
  number: 117,
  date: day('2024-03-14'),
  text: 'Bidrag',
  contentHash: '0'.repeat(64),
  rows,
});
const imported = (...rows: VoucherRow[]) =>
  VouchersImported({ year: 2024, importId: 'import-1', vouchers: [voucherOf('voucher-1', rows)] });
const opened = FiscalYearOpened({ year: 2024, books: 'imported' });
const contribution = [row(bank, 50_000), row(contributions, -50_000, { 'sie-1': '100' })];
const past = [opened, chart, lines, imported(...contribution)];

const link = (changes: object = {}) =>
  LinkContribution({
    year: 2024,
    voucherId: 'voucher-1',
    memberId: 'vasterby',
    movement: 'received',
    facts,
    ...changes,
  });
const linked = ContributionLinked({
  year: 2024,
  voucherId: 'voucher-1',
  date: day('2024-03-14'),
  memberId: 'vasterby',
  movement: 'received',
  amountOre: kr(500),
  row: {
    row: 1,
    account: contributions,
    amountOre: ore(-50_000),
    was: { 'sie-1': '100' },
    is: { 'sie-1': '100', member: 'vasterby', bidrag: 'received' },
  },
});
const classify = (...rows: { row: number; dimensions: Record<string, string> }[]) =>
  ClassifyVoucher({ year: 2024, voucherId: 'voucher-1', rows, facts });

describe('a contribution in imported books', () => {
  it('is linked to the row that it is, and posts nothing', () => {
    given(...past)
      .when(link())
      .then(linked);
    const before = fold(fiscalYearDecider, past);
    const after = fold(fiscalYearDecider, [...past, linked]);
    expect([...after.balances]).toEqual([...before.balances]);
  });

  it('is linked once, to one member', () => {
    expect(answerTo(link({ memberId: 'osterby' }), ...past, linked)).toEqual(['ledger/linked-already', 409, '/row']);
    expect(answerTo(link({ memberId: 'okand' }), ...past)).toEqual(['ledger/unknown-member', 422, '/memberId']);
  });

  it('needs to know the row when several could be meant, and none is guessed', () => {
    const two = imported(row(bank, 300), row(contributions, -100), row(contributions, -200));
    const ambiguous = [opened, chart, lines, two];
    expect(answerTo(link(), ...ambiguous)).toEqual(['ledger/row-needed', 422, '/row']);
    expect(answerTo(link({ row: 2 }), ...ambiguous)).toEqual([]);
    expect(answerTo(link({ row: 3 }), ...ambiguous)).toEqual(['ledger/no-such-row', 422, '/row']);
    expect(answerTo(link({ movement: 'repaid' }), ...past)[0]).toBe('ledger/row-needed');
  });

  it('needs a voucher that was imported', () => {
    expect(answerTo(link({ voucherId: 'voucher-9' }), ...past)).toEqual(['ledger/no-such-voucher', 404, '/voucherId']);
    expect(answerTo(link(), ...begun, booked(1, 'voucher-1'))).toEqual(['ledger/own-books', 409, undefined]);
  });

  it('is final with the year', () => {
    const closed = FiscalYearClosed({ year: 2024, resultOre: kr(500), closingBalances: [], decision });
    expect(answerTo(link(), ...past, closed)[0]).toBe('ledger/year-closed');
  });
});

describe('a cost in imported books', () => {
  const bought = imported(row(cost, 800, { 'sie-1': '200' }), row(bank, -800));
  const costs = [opened, chart, lines, bought];
  const classified = VoucherClassified({
    year: 2024,
    voucherId: 'voucher-1',
    date: day('2024-03-14'),
    rows: [
      {
        row: 0,
        account: cost,
        amountOre: ore(800),
        was: { 'sie-1': '200' },
        is: { 'sie-1': '200', activity: 'stegen' },
      },
    ],
  });

  it('is classified, and posts nothing', () => {
    given(...costs)
      .when(classify({ row: 0, dimensions: { activity: 'stegen' } }))
      .then(classified);
    const after = fold(fiscalYearDecider, [...costs, classified]);
    expect([after.balances.get(cost), after.movedOre]).toEqual([800, 1_600]);
  });

  it('is classified anew when it was classified wrong', () => {
    const [again] = fiscalYearDecider.decide(
      classify({ row: 0, dimensions: { activity: 'kansli' } }),
      fold(fiscalYearDecider, [...costs, classified]),
    );
    expect(again!.data).toMatchObject({
      rows: [{ was: { 'sie-1': '200', activity: 'stegen' }, is: { 'sie-1': '200', activity: 'kansli' } }],
    });
  });

  it('is classified by what there is, row by row', () => {
    expect(answerTo(classify({ row: 0, dimensions: { activity: 'okand' } }), ...costs)).toEqual([
      'ledger/unknown-activity',
      422,
      '/rows/0/dimensions/activity',
    ]);
    expect(answerTo(classify({ row: 2, dimensions: {} }), ...costs)).toEqual([
      'ledger/no-such-row',
      422,
      '/rows/0/row',
    ]);
    const twice = classify({ row: 0, dimensions: { activity: 'kansli' } }, { row: 0, dimensions: {} });
    expect(answerTo(twice, ...costs)).toEqual(['ledger/row-twice', 422, '/rows/1/row']);
  });
});
