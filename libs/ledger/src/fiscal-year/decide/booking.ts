// Whether a voucher may be booked: in an open year and month, on what there is, and with debit equal to credit.
import { monthOf, type Ore, yearOf } from '@finsam/kernel';
import type { BookingCommand, DataOf } from '../commands';
import { type FiscalYear, MOVED_MAX } from '../fiscal-year';
import type { FiscalYearEvent } from '../fiscal-year.events';
import { itemsNamed } from '../open-item';
import { pointsAt } from '../posting/pointers';
import { postingOf, repeats } from '../posting/posting';
import { refuse } from '../refusals';
import { imbalanceOre } from '../voucher';
import { refuseUnknown } from './chart';
import { refuseClosed } from './year';

export function book(command: BookingCommand, state: FiscalYear): FiscalYearEvent[] {
  const { year, voucherId, date, facts } = command.data;
  const known = state.vouchers.get(voucherId);
  if (known) {
    if (repeats(command, known.event, state)) return [];
    throw refuse('ledger/voucher-id-taken', { pointer: '/voucherId' });
  }
  refuseClosed(state, year);
  if (state.books === 'imported') throw refuse('ledger/imported-books', { year });
  if (yearOf(date) !== year) throw refuse('ledger/date-outside-year', { date, year, pointer: '/date' });
  if (date > facts.today) throw refuse('ledger/date-to-come', { date, pointer: '/date' });
  if (monthOf(date) <= state.lockedThrough) {
    throw refuse('ledger/period-locked', { month: date.slice(0, 7), pointer: '/date' });
  }
  if ('memberId' in command.data && command.data.memberId !== undefined) {
    refuseUnknownMember(command.data.memberId, facts.members);
  }
  refuseTaken(command, state);
  const number = (state.numbers.get(command.data.series) ?? 0) + 1;
  const event = postingOf(command, number, state);
  const { rows } = event.data.voucher;
  refuseUnknown(rows, date, state, { members: facts.members, at: pointsAt(command, rows) });
  const amounts = 'rows' in command.data ? '/rows' : 'amountOre' in command.data ? '/amountOre' : '/corrects';
  refuseTooLarge(rows, state, { year, pointer: amounts });
  const differenceOre = imbalanceOre(rows);
  if (differenceOre !== 0) throw refuse('ledger/unbalanced-voucher', { differenceOre, pointer: '/rows' });
  return [event];
}

function refuseUnknownMember(member: string, members: readonly string[]): void {
  if (!members.includes(member)) throw refuse('ledger/unknown-member', { member, pointer: '/memberId' });
}

/** A claim or an accrual begins under a name of its own. */
function refuseTaken(command: BookingCommand, state: FiscalYear): void {
  if (command.type !== 'InvoiceContribution' && command.type !== 'BookAccrual') return;
  const { item } = command.data;
  if (item === undefined || itemsNamed(state.items, item).length === 0) return;
  throw refuse('ledger/item-taken', { item, pointer: '/item' });
}

/** Before anything is summed: sums of what a year can hold are exact, and no larger than one amount may be. */
export function refuseTooLarge(
  rows: readonly { amountOre: Ore }[],
  state: FiscalYear,
  details: { year: number; pointer: string },
): void {
  const movedOre = rows.reduce((sum, { amountOre }) => sum + Math.abs(amountOre), state.movedOre);
  if (movedOre > MOVED_MAX) throw refuse('ledger/too-large', details);
}

/** By someone else than who booked it: two pairs of eyes. */
export function attest({ year, voucherId, facts }: DataOf<'AttestVoucher'>, state: FiscalYear): FiscalYearEvent[] {
  const voucher = state.vouchers.get(voucherId);
  if (!voucher) throw refuse('ledger/no-such-voucher', { year, pointer: '/voucherId' });
  if (voucher.bookedBy === facts.actor) throw refuse('ledger/own-voucher');
  return voucher.attested ? [] : [{ type: 'VoucherAttested', data: { year, voucherId } }];
}
