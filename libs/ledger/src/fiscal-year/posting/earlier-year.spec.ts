import { deciderSpec } from '@finsam/kernel/testing';
import { answerTo, begun, correcting, day, facts, header, numbered, someRows } from '../../testing';
import { CorrectVoucher } from '../commands';
import { fiscalYearDecider } from '../fiscal-year.decider';
import { VoucherCorrected } from '../fiscal-year.events';
import { counterRows } from '../voucher';

const { given } = deciderSpec(fiscalYearDecider);

/** The voucher of 2023, as the edge found it. */
const found = { year: 2023, closed: true, voucher: { date: day('2023-11-05'), rows: someRows } };
type Earlier = typeof found & { correctedBy?: string; contribution?: typeof contribution };
const contribution = { memberId: 'vasterby', movement: 'received' as const, amountOre: someRows[0]!.amountOre };

const asked = (voucherId: string, earlier?: Earlier, correctsYear = 2023) =>
  CorrectVoucher({
    ...correcting('voucher-of-2023', voucherId).data,
    correctsYear,
    facts: { ...facts, ...(earlier && { earlier }) },
  });
const done = (voucherId: string, extra = {}) =>
  VoucherCorrected({
    year: 2024,
    corrects: 'voucher-of-2023',
    correctsYear: 2023,
    ...extra,
    voucher: numbered(1, header(voucherId, { date: day('2024-04-01'), text: 'Rättelse' }), counterRows(someRows)),
  });

it('a voucher of a closed year is taken back in the year in which it is found', () => {
  given(...begun)
    .when(asked('voucher-1', found))
    .then(done('voucher-1'));
  given(...begun)
    .when(asked('voucher-1', { ...found, contribution }))
    .then(done('voucher-1', { contribution }));
});

it('a voucher of a year that is open is taken back there', () => {
  const told = answerTo(asked('voucher-1', { ...found, closed: false }), ...begun);
  expect(told).toEqual(['ledger/correct-in-its-year', 409, '/correctsYear']);
});

it('happens once, here or in any year between', () => {
  expect(answerTo(asked('voucher-2', found), ...begun, done('voucher-1'))).toEqual([
    'ledger/already-corrected',
    409,
    '/corrects',
  ]);
  expect(answerTo(asked('voucher-1', { ...found, correctedBy: 'voucher-elsewhere' }), ...begun)[0]).toBe(
    'ledger/already-corrected',
  );
});

it('needs a voucher that there is, of an earlier year', () => {
  expect(answerTo(asked('voucher-1'), ...begun)).toEqual(['ledger/no-such-voucher', 404, '/corrects']);
  expect(answerTo(asked('voucher-1', found, 2025), ...begun)[0]).toBe('ledger/no-such-voucher');
  expect(answerTo(asked('voucher-1', { ...found, year: 2022 }), ...begun)[0]).toBe('ledger/no-such-voucher');
});

it('is dated in the year that bears it', () => {
  const early = CorrectVoucher({ ...asked('voucher-1', found).data, date: day('2023-12-31') });
  expect(answerTo(early, ...begun)[0]).toBe('ledger/date-outside-year');
});
