// From what was asked to the voucher that says it: which account is debited, which credited, and on what.
import { addOre, canonicalJson, negateOre, unreachable } from '@finsam/kernel';
import type { BookingCommand, DataOf } from '../commands';
import type { FiscalYear } from '../fiscal-year';
import type { PostingEvent } from '../fiscal-year.events';
import type { VoucherRow } from '../voucher';
import { accrued, dissolved, provided } from './accrual';
import { invoiced, received, repaid } from './contribution';
import { correction } from './correction';
import { costRows, incomeRows, voucherOf } from './rows';

/** The event that the command asks for, under this voucher number. Throws when what it names is not there. */
export function postingOf(command: BookingCommand, number: number, state: FiscalYear): PostingEvent {
  switch (command.type) {
    case 'InvoiceContribution':
      return invoiced(command.data, number);
    case 'ReceiveContribution':
      return received(command.data, number, state);
    case 'RepayContribution':
      return repaid(command.data, number);
    case 'BookCost':
      return cost(command.data, number);
    case 'BookIncome': {
      const { year, activity, amountOre } = command.data;
      const voucher = voucherOf(command.data, number, incomeRows(command.data));
      return { type: 'IncomeBooked', data: { year, activity, amountOre, voucher } };
    }
    case 'BookInterest': {
      const { year, amountOre } = command.data;
      const voucher = voucherOf(command.data, number, incomeRows(command.data));
      return { type: 'InterestBooked', data: { year, amountOre, voucher } };
    }
    case 'BookAccrual':
      return accrued(command.data, number);
    case 'DissolveAccrual':
      return dissolved(command.data, number, state);
    case 'BookProvision':
      return provided(command.data, number);
    case 'BookVoucher': {
      const { year, rows } = command.data;
      return { type: 'VoucherBooked', data: { year, voucher: voucherOf(command.data, number, rows) } };
    }
    case 'CorrectVoucher':
      return correction(command.data, number, state);
    default:
      return unreachable(command);
  }
}

/** Whether the command is the one that made the event. What it settled then is not there to be settled again. */
export function repeats(command: BookingCommand, event: PostingEvent, state: FiscalYear): boolean {
  const { voucher } = event.data;
  const again = () => voucherOf(command.data, voucher.number, voucher.rows);
  switch (command.type) {
    case 'ReceiveContribution': {
      if (event.type !== 'ContributionReceived') return false;
      const { year, memberId, amountOre } = command.data;
      return same({ ...event, data: { ...event.data, year, memberId, amountOre, voucher: again() } }, event);
    }
    case 'DissolveAccrual': {
      if (event.type !== 'AccrualDissolved') return false;
      const { year, item, amountOre = event.data.amountOre } = command.data;
      return same({ type: 'AccrualDissolved', data: { year, item, amountOre, voucher: again() } }, event);
    }
    default:
      return same(postingOf(command, voucher.number, state), event);
  }
}

function same(a: PostingEvent, b: PostingEvent): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

/** A cost, and the VAT on it that is claimed back, against one payment or debt. */
function cost(data: DataOf<'BookCost'>, number: number): PostingEvent {
  const { year, activity, amountOre, inputVat } = data;
  const [onCost, onAgainst] = costRows(data) as [VoucherRow, VoucherRow];
  const rows = inputVat
    ? [
        onCost,
        { ...inputVat, dimensions: {} },
        { ...onAgainst, amountOre: addOre(onAgainst.amountOre, negateOre(inputVat.amountOre)) },
      ]
    : [onCost, onAgainst];
  return { type: 'CostBooked', data: { year, activity, amountOre, voucher: voucherOf(data, number, rows) } };
}
