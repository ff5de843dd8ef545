// Sums of ledger entries: what statements, follow-up and checks are made from.
import { fiscalYearOf, ore, type Ore, type Period } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { sql } from 'kysely';
import { ledgerEntries } from './ledger-entry.projection';

/** A sum of entries that agree in what statements select by. Debit positive. */
export interface LedgerSum {
  readonly account: number;
  readonly activity: string | null;
  readonly member: string | null;
  readonly amountOre: Ore;
}

/** What was booked from the period's first day to its last, without opening balances. */
export function ledgerFlows(view: View, period: Period): Promise<LedgerSum[]> {
  return sums(view, sql<boolean>`not opening and entry_date between ${period.from} and ${period.to}`);
}

/** The balance at the end of a day, within that day's fiscal year: its opening balances and what was booked since. */
export function ledgerBalances(view: View, period: Pick<Period, 'to'>): Promise<LedgerSum[]> {
  const year = fiscalYearOf(period as Period);
  return sums(view, sql<boolean>`fiscal_year = ${year} and entry_date <= ${period.to}`);
}

/** The balances that a fiscal year started from. */
export function openingBalances(view: View, year: number): Promise<LedgerSum[]> {
  return sums(view, sql<boolean>`opening and fiscal_year = ${year}`);
}

async function sums(view: View, where: ReturnType<typeof sql<boolean>>): Promise<LedgerSum[]> {
  const rows = await view
    .from(ledgerEntries)
    .select(['account', 'activity', 'member', sql<number>`sum(amount_ore)::bigint`.as('amount')])
    .where(where)
    .groupBy(['account', 'activity', 'member'])
    .orderBy('account')
    .orderBy('activity')
    .orderBy('member')
    .execute();
  return rows.map(({ account, activity, member, amount }) => ({ account, activity, member, amountOre: ore(amount) }));
}

/** What was booked in one month of a year, by account, activity and member. */
export interface MonthlySum extends LedgerSum {
  /** 1–12. */
  readonly month: number;
}

/** Without opening balances. Months in which nothing was booked on an account are not there. */
export async function monthlySums(view: View, year: number): Promise<MonthlySum[]> {
  const month = sql<number>`extract(month from entry_date)::int`;
  const rows = await view
    .from(ledgerEntries)
    .select(['account', 'activity', 'member', month.as('month'), sql<number>`sum(amount_ore)::bigint`.as('amount')])
    .where('fiscal_year', '=', year)
    .where(sql<boolean>`not opening`)
    .groupBy(['account', 'activity', 'member', sql`extract(month from entry_date)`])
    .orderBy('account')
    .orderBy('activity')
    .orderBy('member')
    .orderBy(sql`month`)
    .execute();
  return rows.map(({ amount, ...rest }) => ({ ...rest, amountOre: ore(amount) }));
}
