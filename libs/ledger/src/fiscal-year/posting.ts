// From what was asked to the voucher that says it: which account is debited, which credited, and on what.
import { negateOre, type Ore, unreachable } from '@finsam/kernel';
import type { FiscalYearCommand } from './commands';
import type { FiscalYear } from './fiscal-year';
import type { PostingEvent } from './fiscal-year.events';
import { refuse } from './refusals';
import { counterRows, type Voucher, type VoucherRow } from './voucher';

type BookingCommand = Extract<
  FiscalYearCommand,
  { type: 'ReceiveContribution' | 'BookCost' | 'BookIncome' | 'BookInterest' | 'BookVoucher' | 'CorrectVoucher' }
>;

/** The event that the command asks for, under this voucher number. Throws when a voucher to correct is not there. */
export function postingOf(command: BookingCommand, number: number, state: FiscalYear): PostingEvent {
  switch (command.type) {
    case 'ReceiveContribution': {
      const { year, memberId, amountOre } = command.data;
      const voucher = voucherOf(command.data, number, incomeRows(command.data, { member: memberId }));
      return { type: 'ContributionReceived', data: { year, memberId, amountOre, voucher } };
    }
    case 'BookCost': {
      const { year, activity, amountOre } = command.data;
      const rows = rowsOf(command.data, amountOre, negateOre(amountOre));
      return {
        type: 'CostBooked',
        data: { year, activity, amountOre, voucher: voucherOf(command.data, number, rows) },
      };
    }
    case 'BookIncome': {
      const { year, activity, amountOre } = command.data;
      return {
        type: 'IncomeBooked',
        data: { year, activity, amountOre, voucher: voucherOf(command.data, number, incomeRows(command.data)) },
      };
    }
    case 'BookInterest': {
      const { year, amountOre } = command.data;
      return {
        type: 'InterestBooked',
        data: { year, amountOre, voucher: voucherOf(command.data, number, incomeRows(command.data)) },
      };
    }
    case 'BookVoucher':
      return {
        type: 'VoucherBooked',
        data: { year: command.data.year, voucher: voucherOf(command.data, number, command.data.rows) },
      };
    case 'CorrectVoucher':
      return correction(command.data, number, state);
    default:
      return unreachable(command);
  }
}

function correction(
  data: Extract<BookingCommand, { type: 'CorrectVoucher' }>['data'],
  number: number,
  state: FiscalYear,
): PostingEvent {
  const { year, corrects } = data;
  const original = state.vouchers.get(corrects);
  if (!original) throw refuse('ledger/no-such-voucher', { year, pointer: '/corrects' });
  if (original.correctedBy !== undefined && original.correctedBy !== data.voucherId) {
    const by = state.vouchers.get(original.correctedBy)!.voucher;
    throw refuse('ledger/already-corrected', { by: `${by.series}${by.number}`, pointer: '/corrects' });
  }
  const { date, rows } = original.voucher;
  if (data.date < date) throw refuse('ledger/correction-before-original', { date, pointer: '/date' });
  return { type: 'VoucherCorrected', data: { year, corrects, voucher: voucherOf(data, number, counterRows(rows)) } };
}

interface Posting {
  readonly account: number;
  readonly against: number;
  readonly activity: string;
  readonly amountOre: Ore;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** Income is credited, the bank or claim debited. */
function incomeRows(posting: Posting, dimensions: Readonly<Record<string, string>> = {}): VoucherRow[] {
  return rowsOf(
    { ...posting, dimensions: { ...posting.dimensions, ...dimensions } },
    negateOre(posting.amountOre),
    posting.amountOre,
  );
}

/** The result row carries the dimensions; the balance row needs none. */
function rowsOf(posting: Posting, onAccount: Ore, onAgainst: Ore): VoucherRow[] {
  return [
    {
      account: posting.account,
      amountOre: onAccount,
      dimensions: { ...posting.dimensions, activity: posting.activity },
    },
    { account: posting.against, amountOre: onAgainst, dimensions: {} },
  ];
}

function voucherOf(header: BookingCommand['data'], number: number, rows: VoucherRow[]): Voucher {
  const { voucherId, series, date, text, document } = header;
  return { voucherId, series, number, date, text, ...(document !== undefined && { document }), rows };
}
