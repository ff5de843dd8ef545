// What a year begins with: typed in once from an earlier system, or carried forward from the year before.
import { addTo, canonicalJson, negateOre, type Ore, ore, ZERO } from '@finsam/kernel';
import { isBalanceAccount, isEquityAccount, type OpeningBalance } from '../chart';
import type { DataOf, PreviousYear } from '../commands';
import type { FiscalYear } from '../fiscal-year';
import type { FiscalYearEvent } from '../fiscal-year.events';
import { refuse } from '../refusals';
import { imbalanceOre } from '../voucher';
import { refuseTooLarge } from './booking';
import { refuseClosed, resultOf } from './year';

export function setOpeningBalances(data: DataOf<'SetOpeningBalances'>, state: FiscalYear): FiscalYearEvent[] {
  const { year, balances, facts } = data;
  if (state.opening) {
    if (canonicalJson(state.opening.balances) === canonicalJson(balances)) return [];
    throw refuse('ledger/opening-balances-set', { year });
  }
  refuseClosed(state, year);
  const seen = new Set<string>();
  balances.forEach((balance, index) => {
    const { account } = balance;
    const pointer = `/balances/${index}/account`;
    if (!state.accounts.has(account)) throw refuse('ledger/unknown-account', { account, year, pointer });
    if (!isBalanceAccount(account)) throw refuse('ledger/not-a-balance-account', { account, pointer });
    if (seen.has(keyOf(balance))) throw refuse('ledger/account-twice', { account, pointer });
    seen.add(keyOf(balance));
  });
  refuseTooLarge(balances, state, { year, pointer: '/balances' });
  const differenceOre = imbalanceOre(balances);
  if (differenceOre !== 0) throw refuse('ledger/unbalanced-opening', { differenceOre, pointer: '/balances' });
  if (facts.previous) refuseOtherThanClosing(balances, facts.previous, year);
  return [{ type: 'OpeningBalancesSet', data: { year, balances } }];
}

/** Each account as it closed; equity with the year's result in it, on whichever of its accounts. */
function refuseOtherThanClosing(balances: readonly OpeningBalance[], previous: PreviousYear, year: number): void {
  const grouped = (list: readonly OpeningBalance[]) => {
    const sums = new Map<string, Ore>();
    for (const { account, amountOre } of list) {
      const key = isEquityAccount(account) ? 'eget kapital' : String(account);
      addTo(sums, key, amountOre);
    }
    return sums;
  };
  const opening = grouped(balances);
  const closing = grouped(previous.balances);
  addTo(closing, 'eget kapital', negateOre(previous.resultOre));
  for (const account of [...new Set([...closing.keys(), ...opening.keys()])].sort()) {
    const differenceOre = (opening.get(account) ?? 0) - (closing.get(account) ?? 0);
    if (differenceOre === 0) continue;
    throw refuse('ledger/opening-differs', { account, differenceOre, before: year - 1, pointer: '/balances' });
  }
}

export function carryForward(data: DataOf<'CarryForwardBalances'>, state: FiscalYear): FiscalYearEvent[] {
  const { year, equityAccount, facts } = data;
  const { previous } = facts;
  if (!previous) throw refuse('ledger/no-previous-year', { year: year - 1 });
  if (!isEquityAccount(equityAccount)) {
    throw refuse('ledger/not-an-equity-account', { account: equityAccount, pointer: '/equityAccount' });
  }
  const balances = withResult(previous, equityAccount);
  const changes = differences(state.opening?.balances ?? [], balances);
  const kind = previous.closed ? 'final' : 'preliminary';
  if (changes.length === 0 && state.opening && (state.opening.kind === kind || state.opening.kind === 'typed'))
    return [];
  refuseClosed(state, year);
  for (const { account } of balances) {
    if (!state.accounts.has(account)) throw refuse('ledger/unknown-account', { account, year });
  }
  refuseTooLarge(changes, state, { year, pointer: '/year' });
  return [{ type: 'BalancesCarriedForward', data: { year, preliminary: !previous.closed, balances, changes } }];
}

function withResult({ balances, resultOre }: PreviousYear, equityAccount: number): OpeningBalance[] {
  const result = { account: equityAccount, amountOre: negateOre(resultOre) };
  return differences([], [...balances, result]);
}

/** What must be added to the first list to get the second, by account and item; nothing where they agree. */
function differences(from: readonly OpeningBalance[], to: readonly OpeningBalance[]): OpeningBalance[] {
  const sums = new Map<string, OpeningBalance>();
  const add = (balance: OpeningBalance, sign: 1 | -1) => {
    const key = keyOf(balance);
    const known = sums.get(key)?.amountOre ?? ZERO;
    sums.set(key, { ...balance, amountOre: ore(known + sign * balance.amountOre) });
  };
  for (const balance of from) add(balance, -1);
  for (const balance of to) add(balance, 1);
  const changed = [...sums].filter(([, { amountOre }]) => amountOre !== 0);
  return changed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, balance]) => balance);
}

function keyOf({ account, dimensions = {} }: OpeningBalance): string {
  return `${account} ${canonicalJson(dimensions)}`;
}

/** How a year stands, for the year after it: balances with their open items told apart, and the result beside them. */
export function standingOf(state: FiscalYear): PreviousYear {
  const items = [...state.items.values()].map(({ account, item, member, amountOre }) => ({
    account,
    amountOre,
    dimensions: { item, ...(member !== undefined && { member }) },
  }));
  const named = new Map<number, Ore>();
  for (const { account, amountOre } of items) addTo(named, account, amountOre);
  const rest = [...state.balances]
    .filter(([account]) => isBalanceAccount(account))
    .map(([account, amountOre]) => ({ account, amountOre: ore(amountOre - (named.get(account) ?? 0)) }));
  return {
    closed: state.closed !== undefined,
    resultOre: resultOf(state),
    balances: differences([], [...rest, ...items]),
  };
}
