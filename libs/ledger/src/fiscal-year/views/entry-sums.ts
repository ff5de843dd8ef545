// Sums of the entries by dimensions that no sums are kept of: an item, or more than an index can hold.
import type { View } from '@finsam/platform';
import { sql } from 'kysely';
import { ledgerEntries } from './ledger-entry.projection';
import type { Days } from './whole-months';
import type { Sums } from './year-sums';

interface Entries extends Days {
  readonly year: number;
  /** Opening balances, too, or nothing else. */
  readonly opening: boolean | 'only';
}

/** `by`: codes of the dimensions to sum by beside activity and member. */
export async function entrySums(
  view: View,
  { year, from, to, opening }: Entries,
  by: readonly string[],
): Promise<Sums[]> {
  // Literals: a parameter would not be the same expression in the grouping as in the selection.
  const values = by.map((code) => sql<string | null>`dimensions->>${sql.lit(code)}`);
  const rows = await view
    .from(ledgerEntries)
    .select(['account', 'activity', 'member', sql<number>`sum(amount_ore)::bigint`.as('amount')])
    .select(values.map((value, index) => value.as(`dimension_${index}`)))
    .where('fiscal_year', '=', year)
    .where(sql<boolean>`entry_date between ${from} and ${to}`)
    .$if(opening === false, (query) => query.where(sql<boolean>`not opening`))
    .$if(opening === 'only', (query) => query.where(sql<boolean>`opening`))
    .groupBy(['account', 'activity', 'member', ...values])
    .execute();
  return rows.map(({ account, activity, member, amount, ...rest }) => ({
    account,
    activity,
    member,
    others: dimensionsOf(by, rest as Readonly<Record<string, string | null>>),
    amounts: [amount],
  }));
}

function dimensionsOf(by: readonly string[], values: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    by.flatMap((code, index) => {
      const value = values[`dimension_${index}`];
      return value == null ? [] : [[code, value] as const];
    }),
  );
}
