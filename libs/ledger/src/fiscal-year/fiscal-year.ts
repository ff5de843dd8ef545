// What a fiscal year remembers in order to decide: its chart, its balances, its numbers and its vouchers.
import { addOre, type DecisionRef, type Ore, ORE_LIMIT, ZERO } from '@finsam/kernel';
import type { FiscalYearEvent, PostingEvent } from './fiscal-year.events';
import type { Voucher } from './voucher';

/** Debited and credited in a whole year: half of it is what one amount may be, so no balance or result is more. */
export const MOVED_MAX = 2 * ORE_LIMIT;

export interface BookedVoucher {
  readonly voucher: Voucher;
  /** The command that made it, to tell its repeat from another voucher under the same id. */
  readonly event: PostingEvent;
  correctedBy: string | undefined;
}

export interface FiscalYear {
  year: number | undefined;
  books: 'own' | 'imported';
  /** The decision that closed it. */
  closed: DecisionRef | undefined;
  openingBalances: readonly { account: number; amountOre: Ore }[] | undefined;
  readonly accounts: Map<number, string>;
  readonly activities: Map<string, string>;
  readonly balances: Map<number, Ore>;
  /** Debit and credit together, opening balances included. */
  movedOre: number;
  /** Last number used in each series. */
  readonly numbers: Map<string, number>;
  readonly vouchers: Map<string, BookedVoucher>;
}

export function unopenedYear(): FiscalYear {
  return {
    year: undefined,
    books: 'own',
    closed: undefined,
    openingBalances: undefined,
    accounts: new Map(),
    activities: new Map(),
    balances: new Map(),
    movedOre: 0,
    numbers: new Map(),
    vouchers: new Map(),
  };
}

export function evolve(state: FiscalYear, event: FiscalYearEvent): FiscalYear {
  switch (event.type) {
    case 'FiscalYearOpened':
      state.year = event.data.year;
      state.books = event.data.books;
      return state;
    case 'AccountsAdopted':
      for (const { account, name } of event.data.accounts) state.accounts.set(account, name);
      return state;
    case 'ActivitiesAdopted':
      for (const { activity, name } of event.data.activities) state.activities.set(activity, name);
      return state;
    case 'OpeningBalancesSet':
      state.openingBalances = event.data.balances;
      for (const { account, amountOre } of event.data.balances) move(state, account, amountOre);
      return state;
    case 'FiscalYearClosed':
      state.closed = event.data.decision;
      return state;
    default:
      return post(state, event);
  }
}

function post(state: FiscalYear, event: PostingEvent): FiscalYear {
  const { voucher } = event.data;
  for (const { account, amountOre } of voucher.rows) move(state, account, amountOre);
  state.numbers.set(voucher.series, voucher.number);
  state.vouchers.set(voucher.voucherId, { voucher, event, correctedBy: undefined });
  if (event.type === 'VoucherCorrected') {
    const corrected = state.vouchers.get(event.data.corrects);
    if (corrected) corrected.correctedBy = voucher.voucherId;
  }
  return state;
}

function move(state: FiscalYear, account: number, amountOre: Ore): void {
  state.movedOre += Math.abs(amountOre);
  state.balances.set(account, addOre(state.balances.get(account) ?? ZERO, amountOre));
}

/** Balance accounts are classes 1 and 2 of Kommun-Bas; everything from class 3 on is result. */
export function isBalanceAccount(account: number): boolean {
  return account < 3000;
}
