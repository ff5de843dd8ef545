import { ORE_LIMIT } from '@finsam/kernel';
import { deciderSpec } from '@finsam/kernel/testing';
import {
  answerTo,
  balances,
  bank,
  begun,
  booked,
  correcting,
  cost,
  debts,
  equity,
  header,
  posting,
  row,
  noYearBefore,
} from '../testing';
import { BookCost, BookVoucher, SetOpeningBalances } from './commands';
import { fiscalYearDecider } from './fiscal-year.decider';
import type { VoucherRow } from './voucher';

const { given } = deciderSpec(fiscalYearDecider);
const book = (voucherId: string, rows: VoucherRow[]) => BookVoucher({ ...header(voucherId), rows });

describe('amounts that no sum could hold', () => {
  const tooLarge = (pointer: string) => ['ledger/too-large', 422, pointer];
  const heavy = (account: number, sign: 1 | -1, count: number) =>
    Array.from({ length: count }, () => row(account, sign * ORE_LIMIT));

  it('are refused in one voucher, balanced or not', () => {
    expect(answerTo(book('voucher-1', heavy(cost, 1, 1_000)), ...begun)).toEqual(tooLarge('/rows'));
    const even = [...heavy(cost, 1, 500), ...heavy(bank, -1, 500)];
    expect(answerTo(book('voucher-1', even), ...begun)).toEqual(tooLarge('/rows'));
    const opening = SetOpeningBalances({
      year: 2024,
      balances: balances([bank, ORE_LIMIT], [debts, ORE_LIMIT], [equity, 1]),
      facts: noYearBefore,
    });
    expect(answerTo(opening, ...begun)).toEqual(tooLarge('/balances'));
  });

  it('are refused when vouchers would add up to them', () => {
    const full = booked(1, 'voucher-1', [row(cost, ORE_LIMIT), row(bank, -ORE_LIMIT)]);
    given(...begun)
      .when(book('voucher-1', full.data.voucher.rows))
      .then(full);
    expect(answerTo(book('voucher-2', [row(bank, 1), row(debts, -1)]), ...begun, full)).toEqual(tooLarge('/rows'));
    expect(answerTo(BookCost(posting('voucher-2')), ...begun, full)).toEqual(tooLarge('/amountOre'));
    expect(answerTo(correcting('voucher-1', 'voucher-2'), ...begun, full)).toEqual(tooLarge('/corrects'));
  });
});
