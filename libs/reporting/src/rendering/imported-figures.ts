// What a file from another system says of a budget or of a year before, where nothing else does: sums without vouchers.
import type { Layout } from '@finsam/associations';
import { monthOf, ore, type Period } from '@finsam/kernel';
import { type ImportedAmount, importedAmountsOf } from '@finsam/ledger';
import type { View } from '@finsam/platform';
import type { ColumnFigures, LedgerFigure } from '../statements/figures';

const DECEMBER = 12;

/** The year's budget in the other system, by account. */
export async function importedBudget(view: View, year: number): Promise<ColumnFigures> {
  return figuresOf(await importedAmountsOf(view, 'budget', year));
}

/** A year that is kept elsewhere, month by month if it is known so. */
export function comparativeAmounts(view: View, year: number): Promise<ImportedAmount[]> {
  return importedAmountsOf(view, 'comparative', year);
}

/** Of a year that is kept elsewhere. One that is known as a whole says nothing of a part of it. */
export function importedComparative(
  amounts: readonly ImportedAmount[],
  statement: Layout['statement'],
  period: Period,
): ColumnFigures {
  return figuresOf(withinPeriod(amounts, statement, period));
}

export function withinPeriod(
  amounts: readonly ImportedAmount[],
  statement: Layout['statement'],
  { from, to }: Pick<Period, 'from' | 'to'>,
): ImportedAmount[] {
  const last = monthOf(to);
  const byMonth = amounts.some(({ month }) => month > 0 && month < DECEMBER);
  if (last < DECEMBER && !byMonth) return [];
  const first = statement === 'balance' ? 0 : monthOf(from);
  return amounts.filter(({ month }) => first <= month && month <= last);
}

function figuresOf(amounts: readonly ImportedAmount[]): ColumnFigures {
  if (amounts.length === 0) return { source: 'none' };
  const sums = new Map<string, LedgerFigure>();
  for (const { account, activity, amountOre } of amounts) {
    const key = `${account} ${activity}`;
    const known = sums.get(key)?.amountOre ?? 0;
    sums.set(key, { account, activity, member: null, amountOre: ore(known + amountOre) });
  }
  return { source: 'ledger', imported: true, rows: [...sums.values()] };
}
