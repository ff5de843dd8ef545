// What a file says against what is known: ledger entries are additive, so an event carries the difference.
import { addTo, negateOre, ore, type Ore } from '@finsam/kernel';
import type { Findings, FindingCode } from '../../sie/findings';
import { isBalanceAccount, isEquityAccount } from '../chart';
import { monthlyKey } from './import-memory';
import type { MonthlyAmount } from './import.events';
import type { AccountAmount, PreparedFile } from './prepared-file';

/** Per account: what the file has less what is known, where there is a difference. */
export function accountDifferences(
  file: readonly AccountAmount[],
  known: ReadonlyMap<number, Ore>,
): { account: number; amountOre: Ore }[] {
  const differences = new Map<number, Ore>();
  for (const [account, amountOre] of known) differences.set(account, negateOre(amountOre));
  for (const { account, amountOre } of file) {
    addTo(differences, account, amountOre);
  }
  return [...differences]
    .filter(([, amountOre]) => amountOre !== 0)
    .sort(([a], [b]) => a - b)
    .map(([account, amountOre]) => ({ account, amountOre }));
}

/** Per account, month and dimensions; what is known and no longer in the file is taken back. */
export function monthlyDifferences(file: readonly MonthlyAmount[], known: ReadonlyMap<string, Ore>): MonthlyAmount[] {
  const differences = new Map<string, Ore>();
  for (const [key, amountOre] of known) differences.set(key, negateOre(amountOre));
  const told = new Map<string, MonthlyAmount>();
  for (const one of file) {
    const key = monthlyKey(one);
    told.set(key, one);
    addTo(differences, key, one.amountOre);
  }
  return [...differences]
    .filter(([, amountOre]) => amountOre !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, amountOre]) => ({ ...(told.get(key) ?? fromKey(key)), amountOre }));
}

function fromKey(key: string): Omit<MonthlyAmount, 'amountOre'> {
  const [account, month, ...dimensions] = key.split(' ');
  const pairs = dimensions
    .join(' ')
    .split(';')
    .filter((pair) => pair !== '');
  return {
    account: Number(account),
    month: Number(month),
    dimensions: Object.fromEntries(pairs.map((pair) => pair.split(',') as [string, string])),
  };
}

export function sumByAccount(list: Iterable<AccountAmount>): Map<number, Ore> {
  const sums = new Map<number, Ore>();
  for (const { account, amountOre } of list) addTo(sums, account, amountOre);
  return sums;
}

/** The year's result may end up on any account of equity, which is one here. */
function withoutEquityAccount({ account, amountOre }: AccountAmount): AccountAmount {
  return { account: isEquityAccount(account) ? 2000 : account, amountOre };
}

/** The books as they stand with the file in them, against what the file itself says they come to. */
export function findDeviations(
  { opening, closing, result, closedAt }: PreparedFile,
  books: ReadonlyMap<number, Ore>,
  findings: Findings,
): void {
  const told = (code: FindingCode, list: readonly AccountAmount[]) => {
    for (const { account } of list) findings.add(code, null, String(account));
  };
  if (opening && closedAt) {
    const before = sumByAccount(closedAt.map(withoutEquityAccount));
    told('opening-differs', accountDifferences(opening.map(withoutEquityAccount), before));
  }
  const of = (balance: boolean) => new Map([...books].filter(([account]) => isBalanceAccount(account) === balance));
  if (closing) told('closing-differs', accountDifferences(closing, of(true)));
  if (result) told('result-differs', accountDifferences(result, of(false)));
  const sum = [...(closing ?? []), ...(result ?? [])].reduce((total, { amountOre }) => total + amountOre, 0);
  if (closing && result && sum !== 0) findings.add('does-not-balance', null, String(ore(sum)));
}
