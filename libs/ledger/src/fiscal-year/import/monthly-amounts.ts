// Balances and budgets that come as sums: in the month they belong to, and never more than the year's own figure.
import { addOre, addTo, monthOf, negateOre, type Ore, ZERO } from '@finsam/kernel';
import type { Findings } from '../../sie/findings';
import type { SieFile, SiePeriodBalance } from '../../sie/model';
import type { SieMapping } from '../../sie-mapping/sie-mapping.events';
import { isBalanceAccount } from '../chart';
import type { MonthlyAmount } from './import.events';
import type { ObjectMapping } from './map-objects';
import type { PreparedFile } from './prepared-file';

interface Reading {
  readonly year: number;
  readonly mapping: SieMapping;
  readonly codes: ObjectMapping;
  readonly findings: Findings;
}

type Amounts = Pick<PreparedFile, 'movements' | 'budget'> & { readonly before: readonly MonthlyAmount[] };

export function monthlyAmounts(file: SieFile, reading: Reading): Amounts {
  const months = (kind: SiePeriodBalance['kind'], year: number) =>
    file.periodBalances.filter((one) => one.kind === kind && one.year === year);
  const balances = file.type === '1' || file.type === '2' || file.type === '3';
  return {
    movements: balances ? wholeYear(file, 0, partedByActivity(months('PSALDO', 0), reading), reading) : [],
    budget: partedByActivity(months('PBUDGET', 0), reading),
    before: wholeYear(file, -1, partedByActivity(months('PSALDO', -1), reading), reading),
  };
}

/**
 * An account's sum of a month stands beside its parts by object, in each dimension anew. The parts of the dimension
 * that is activities here are taken, and what is left of the sum without one.
 */
function partedByActivity(list: readonly SiePeriodBalance[], { mapping, codes }: Reading): MonthlyAmount[] {
  const activities = mapping.dimensions.find(({ to }) => to === 'activity')?.dimension;
  const sums = new Map<string, MonthlyAmount>();
  const add = (account: number, month: number, dimensions: MonthlyAmount['dimensions'], amountOre: Ore) => {
    const key = `${account} ${month} ${Object.entries(dimensions).sort().join(';')}`;
    const before = sums.get(key)?.amountOre ?? ZERO;
    sums.set(key, { account, month, dimensions, amountOre: addOre(before, amountOre) });
  };
  const totals = new Set(
    list.filter(({ objects }) => objects.length === 0).map(({ account, month }) => `${account} ${month}`),
  );
  for (const { account, month, objects, amountOre } of list) {
    const base = codes.codesOf(account, []);
    if (objects.length === 0) add(account, month, base, amountOre);
    else if (objects.length === 1 && objects[0]!.dimension === activities) {
      add(account, month, codes.codesOf(account, objects), amountOre);
      // Out of the sum, where there is one.
      if (totals.has(`${account} ${month}`)) add(account, month, base, negateOre(amountOre));
    }
  }
  return [...sums.values()].filter(({ amountOre }) => amountOre !== 0);
}

/** What a year's own figures have beyond its months stands on the last day that the file covers. */
function wholeYear(
  file: SieFile,
  of: number,
  months: readonly MonthlyAmount[],
  { codes, findings }: Reading,
): MonthlyAmount[] {
  const figures = file.balances.filter(({ year, object }) => year === of && object === null);
  const rest = new Map<number, Ore>();
  const add = (account: number, amountOre: Ore) => addTo(rest, account, amountOre);
  const closed = new Set(figures.filter(({ kind }) => kind === 'UB').map(({ account }) => account));
  for (const { kind, account, amountOre } of figures) {
    if (kind === 'RES' && !isBalanceAccount(account)) add(account, amountOre);
    if (kind === 'UB' && isBalanceAccount(account)) add(account, amountOre);
    // An account without a closing balance has closed at nothing, if any account has one.
    if (kind === 'IB' && closed.size > 0) add(account, negateOre(amountOre));
  }
  const told = new Set(rest.keys());
  for (const { account, amountOre } of months) if (told.has(account)) add(account, negateOre(amountOre));
  const month = of === 0 && file.through ? monthOf(file.through) : 12;
  const hasMonths = months.length > 0;
  return [
    ...months,
    ...[...rest]
      .filter(([, amountOre]) => amountOre !== 0)
      .map(([account, amountOre]): MonthlyAmount => {
        if (hasMonths && of === 0) findings.add('months-short', null, String(account));
        return { account, month, dimensions: codes.codesOf(account, []), amountOre };
      }),
  ];
}
