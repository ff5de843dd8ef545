import { deciderSpec } from '@finsam/kernel/testing';
import {
  answerTo,
  begun,
  booked,
  chart,
  contributions,
  corrected,
  correcting,
  bank,
  day,
  header,
  kr,
  lines,
  numbered,
  opened,
  posting,
  row,
  someRows,
} from '../testing';
import { CorrectVoucher } from './commands';
import { fiscalYearDecider } from './fiscal-year.decider';
import { ContributionReceived } from './fiscal-year.events';
import { counterRows } from './voucher';

const { given } = deciderSpec(fiscalYearDecider);
const past = [...begun, booked(1, 'voucher-1')] as const;
const first = corrected(2, 'voucher-1', 'voucher-2');

it('takes an earlier voucher back, row by row, in a voucher of its own', () => {
  given(...past)
    .when(correcting('voucher-1', 'voucher-2'))
    .then(first);
  expect(first.data.voucher.rows).toEqual([row(4010, -12_500, { activity: 'kansli' }), row(1930, 12_500)]);
});

it('takes back a contribution with its member', () => {
  const rows = [row(contributions, -12_500, { activity: 'kansli', member: 'vasterby' }), row(bank, 12_500)];
  const received = ContributionReceived({
    year: 2024,
    memberId: 'vasterby',
    amountOre: posting('voucher-1').amountOre,
    voucher: numbered(1, header('voucher-1'), rows),
  });
  const back = corrected(2, 'voucher-1', 'voucher-2', rows);
  const contribution = { memberId: 'vasterby', movement: 'received', amountOre: received.data.amountOre } as const;
  given(opened, chart, lines, received)
    .when(correcting('voucher-1', 'voucher-2'))
    .then({ ...back, data: { ...back.data, contribution } });
});

it('happens once', () => {
  given(...past, first)
    .when(correcting('voucher-1', 'voucher-2'))
    .thenNothing();
  const again = correcting('voucher-1', 'voucher-3');
  given(...past, first)
    .when(again)
    .thenRefused('ledger/already-corrected');
  expect(answerTo(again, ...past, first)).toEqual(['ledger/already-corrected', 409, '/corrects']);
});

it('can itself be corrected, and then what it took back holds again', () => {
  const second = corrected(3, 'voucher-2', 'voucher-3', counterRows(someRows));
  given(...past, first)
    .when(correcting('voucher-2', 'voucher-3'))
    .then(second);
  expect(second.data.voucher.rows).toEqual(someRows);
  given(...past, first, second)
    .when(correcting('voucher-1', 'voucher-4'))
    .thenRefused('ledger/already-corrected');
});

it('stands in the series that it is asked for', () => {
  const inC = correcting('voucher-1', 'voucher-2', { series: 'C' });
  given(...past)
    .when(inC)
    .then({ ...first, data: { ...first.data, voucher: { ...first.data.voucher, series: 'C', number: 1 } } });
});

it('needs a voucher of the same year', () => {
  given(...past)
    .when(correcting('voucher-9', 'voucher-2'))
    .thenRefused('ledger/no-such-voucher');
  expect(answerTo(correcting('voucher-9', 'voucher-2'), ...past)).toEqual(['ledger/no-such-voucher', 404, '/corrects']);
  expect(answerTo(correcting('voucher-2', 'voucher-2'), ...past)[0]).toBe('ledger/no-such-voucher');
});

it('is dated when it is made, not before the voucher itself', () => {
  const on = (date: string) => correcting('voucher-1', 'voucher-2', { date: day(date) });
  expect(answerTo(on('2024-02-29'), ...past)).toEqual(['ledger/correction-before-original', 422, '/date']);
  expect(answerTo(on('2024-03-01'), ...past)).toEqual([]);
  expect(answerTo(on('2025-01-01'), ...past)).toEqual(['ledger/date-outside-year', 422, '/date']);
});

it('takes no id that is another voucher', () => {
  const more = [...past, booked(2, 'voucher-2')];
  expect(answerTo(correcting('voucher-1', 'voucher-2'), ...more)).toEqual([
    'ledger/voucher-id-taken',
    409,
    '/voucherId',
  ]);
  expect(answerTo(correcting('voucher-1', 'voucher-1'), ...past)[0]).toBe('ledger/voucher-id-taken');
  expect(answerTo(correcting('voucher-2', 'voucher-2'), ...past, first)[0]).toBe('ledger/voucher-id-taken');
  // The same id, but now for another voucher to be corrected.
  const elsewhere = [...past, first, booked(3, 'voucher-3')];
  expect(answerTo(correcting('voucher-3', 'voucher-2'), ...elsewhere)[0]).toBe('ledger/voucher-id-taken');
});

it('says nothing of amounts: they are those of the voucher', () => {
  const asked = correcting('voucher-1', 'voucher-2').data;
  expect(CorrectVoucher.schema.safeParse({ ...asked, rows: someRows }).success).toBe(false);
  expect(CorrectVoucher.schema.safeParse({ ...asked, amountOre: kr(1) }).success).toBe(false);
});
