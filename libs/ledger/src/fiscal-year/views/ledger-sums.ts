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
  /** By the codes that were asked for; a code that the entries do not have is left out. */
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly amountOre: Ore;
}

/** Codes of the dimensions to sum by beside activity and member: each makes the sums finer and more. */
type SumBy = readonly string[];

/** What was booked from the period's first day to its last, without opening balances. */
export function ledgerFlows(view: View, period: Period, by: SumBy = []): Promise<LedgerSum[]> {
  return sums(view, sql<boolean>`not opening and entry_date between ${period.from} and ${period.to}`, by);
}

/** The balance at the end of a day, within that day's fiscal year: its opening balances and what was booked since. */
export function ledgerBalances(view: View, period: Pick<Period, 'to'>, by: SumBy = []): Promise<LedgerSum[]> {
  const year = fiscalYearOf(period as Period);
  return sums(view, sql<boolean>`fiscal_year = ${year} and entry_date <= ${period.to}`, by);
}

/** The balances that a fiscal year started from. */
export function openingBalances(view: View, year: number, by: SumBy = []): Promise<LedgerSum[]> {
  return sums(view, sql<boolean>`opening and fiscal_year = ${year}`, by);
}

async function sums(view: View, where: ReturnType<typeof sql<boolean>>, by: SumBy): Promise<LedgerSum[]> {
  // Literals: a parameter would not be the same expression in the grouping as in the selection.
  const values = by.map((code) => sql<string | null>`dimensions->>${sql.lit(code)}`);
  const rows = await view
    .from(ledgerEntries)
    .select(['account', 'activity', 'member', sql<number>`sum(amount_ore)::bigint`.as('amount')])
    .select(values.map((value, index) => value.as(`dimension_${index}`)))
    .where(where)
    .groupBy(['account', 'activity', 'member', ...values])
    .orderBy('account')
    .orderBy('activity')
    .orderBy('member')
    .execute();
  return rows.map(({ account, activity, member, amount, ...rest }) => ({
    account,
    activity,
    member,
    ...(by.length > 0 && { dimensions: known(by, rest as Readonly<Record<string, string | null>>) }),
    amountOre: ore(amount),
  }));
}

function known(by: SumBy, values: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    by.flatMap((code, index) => {
      const value = values[`dimension_${index}`];
      return value == null ? [] : [[code, value] as const];
    }),
  );
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
