// Account balances per month: what each account began with, moved and stood at, month by month.
import { addOre, ore, type Ore, ZERO } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { monthlySums, openingBalances } from './ledger-sums';

export interface MonthlyBalance {
  readonly account: number;
  readonly openingOre: Ore;
  /** January to December, debit positive. */
  readonly movedOre: readonly Ore[];
  readonly closingOre: readonly Ore[];
}

export async function monthlyBalances(view: View, year: number): Promise<MonthlyBalance[]> {
  const opening = new Map<number, Ore>();
  for (const { account, amountOre } of await openingBalances(view, year)) {
    opening.set(account, addOre(opening.get(account) ?? ZERO, amountOre));
  }
  const moved = new Map<number, Ore[]>();
  for (const { account, month, amountOre } of await monthlySums(view, year)) {
    const months = moved.get(account) ?? Array.from({ length: 12 }, () => ZERO);
    months[month - 1] = addOre(months[month - 1]!, amountOre);
    moved.set(account, months);
  }
  const accounts = [...new Set([...opening.keys(), ...moved.keys()])].sort((a, b) => a - b);
  return accounts.map((account) => {
    const openingOre = opening.get(account) ?? ZERO;
    const movedOre = moved.get(account) ?? Array.from({ length: 12 }, () => ZERO);
    let standing: number = openingOre;
    return { account, openingOre, movedOre, closingOre: movedOre.map((amount) => ore((standing += amount))) };
  });
}
