// What moved on cash accounts and what stands on accounts of claims and debts, read from the books.
import { dateOf, isWithin, type Ore, ore, sumOre } from '@finsam/kernel';
import { ledgerBalances, ledgerEntries, type LedgerSum, openingBalances } from '@finsam/ledger';
import type { View } from '@finsam/platform';
import { sql } from 'kysely';
import type { CashFlow } from './liquidity';

export type AccountRanges = readonly (readonly [from: number, to: number])[];

/** In and out of the accounts in each of the first months, corrections on both sides as they are booked. */
export async function cashFlows(
  view: View,
  { year, throughMonth }: { year: number; throughMonth: number },
  accounts: AccountRanges,
): Promise<CashFlow[]> {
  const ranges = accounts.map(([from, to]) => sql<boolean>`account between ${from} and ${to}`);
  const rows = await view
    .from(ledgerEntries)
    .select([
      sql<number>`extract(month from entry_date)::integer`.as('month'),
      sql<number>`coalesce(sum(amount_ore) filter (where amount_ore > 0), 0)::bigint`.as('debit'),
      sql<number>`coalesce(-sum(amount_ore) filter (where amount_ore < 0), 0)::bigint`.as('credit'),
    ])
    .where(sql<boolean>`not opening and fiscal_year = ${year} and (${sql.join(ranges, sql` or `)})`)
    .groupBy(sql`1`)
    .execute();
  return Array.from({ length: throughMonth }, (_, index) => {
    const found = rows.find(({ month }) => month === index + 1);
    return { inOre: ore(found?.debit ?? 0), outOre: ore(found?.credit ?? 0) };
  });
}

/** What the year starts from: its opening balances, else how the year before stands at its end; null without books. */
export async function startingBalances(
  view: View,
  year: number,
  booked: ReadonlySet<number>,
): Promise<readonly LedgerSum[] | null> {
  const opening = await openingBalances(view, year);
  if (opening.length > 0) return opening;
  return booked.has(year - 1) ? ledgerBalances(view, { to: dateOf(year - 1, 12, 31) }) : null;
}

export function standingOn(balances: readonly LedgerSum[], accounts: AccountRanges): Ore {
  const own = balances.filter(({ account }) => isWithin(accounts, account));
  return sumOre(own.map(({ amountOre }) => amountOre));
}
