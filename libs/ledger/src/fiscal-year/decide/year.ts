// The year's life: opened, locked month by month, unlocked by decision, and closed for good.
import { canonicalJson, ore, sumOre, yearOf } from '@finsam/kernel';
import { isBalanceAccount } from '../chart';
import type { DataOf } from '../commands';
import { type FiscalYear, gapKey } from '../fiscal-year';
import type { FiscalYearEvent } from '../fiscal-year.events';
import { kommunBas } from '../kommun-bas';
import { refuse } from '../refusals';

export function open({ year, books, chart, facts }: DataOf<'OpenFiscalYear'>, state: FiscalYear): FiscalYearEvent[] {
  if (state.year !== undefined) {
    if (state.books === books) return [];
    throw refuse('ledger/year-already-open', { year, books: state.books });
  }
  const opened: FiscalYearEvent = { type: 'FiscalYearOpened', data: { year, books } };
  if (chart === undefined) return [opened];
  if (chart === 'kommun-bas') return [opened, { type: 'AccountsAdopted', data: { year, accounts: [...kommunBas] } }];
  if (!facts?.previous) throw refuse('ledger/no-previous-year', { year: year - 1, pointer: '/chart' });
  const { accounts, activities } = facts.previous;
  return [
    opened,
    ...(accounts.length > 0 ? [{ type: 'AccountsAdopted' as const, data: { year, accounts } }] : []),
    ...(activities.length > 0 ? [{ type: 'ActivitiesAdopted' as const, data: { year, activities } }] : []),
  ];
}

export function lock({ year, ...rest }: DataOf<'LockPeriods'>, state: FiscalYear): FiscalYearEvent[] {
  refuseClosed(state, year);
  return state.lockedThrough >= rest.through ? [] : [{ type: 'PeriodsLocked', data: { year, ...rest } }];
}

export function unlock({ year, ...rest }: DataOf<'UnlockPeriods'>, state: FiscalYear): FiscalYearEvent[] {
  refuseClosed(state, year);
  return state.lockedThrough < rest.from ? [] : [{ type: 'PeriodsUnlocked', data: { year, ...rest } }];
}

export function stateGap(data: DataOf<'StateGap'>, state: FiscalYear): FiscalYearEvent[] {
  const { year, asOf, account } = data;
  if (state.gaps.has(gapKey(data))) return [];
  refuseClosed(state, year);
  if (yearOf(asOf) !== year) throw refuse('ledger/date-outside-year', { date: asOf, year, pointer: '/asOf' });
  if (!state.accounts.has(account)) throw refuse('ledger/unknown-account', { account, year, pointer: '/account' });
  return [{ type: 'GapStated', data }];
}

/** Final once the årsredovisning is adopted: what the year began with must be final, too. */
export function close({ year, decision }: DataOf<'CloseFiscalYear'>, state: FiscalYear): FiscalYearEvent[] {
  if (state.closed && canonicalJson(state.closed) === canonicalJson(decision)) return [];
  refuseClosed(state, year);
  if (state.opening?.kind === 'preliminary') throw refuse('ledger/opening-preliminary', { year, before: year - 1 });
  const accounts = [...state.balances].sort(([a], [b]) => a - b);
  const closingBalances = accounts
    .filter(([account, amountOre]) => isBalanceAccount(account) && amountOre !== 0)
    .map(([account, amountOre]) => ({ account, amountOre }));
  return [{ type: 'FiscalYearClosed', data: { year, resultOre: resultOf(state), closingBalances, decision } }];
}

/** The year's surplus: income is credit, so it is the result accounts' sum with its sign turned. */
export function resultOf(state: FiscalYear) {
  const result = [...state.balances].filter(([account]) => !isBalanceAccount(account));
  return ore(-sumOre(result.map(([, amount]) => amount)));
}

export function refuseClosed(state: FiscalYear, year: number): void {
  if (state.closed) throw refuse('ledger/year-closed', { year });
}
