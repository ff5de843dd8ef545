// What was booked each month, by account, activity and every other dimension: for what is reckoned month by month.
import { type Month, ore, type Ore, type Period } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { sql } from 'kysely';
import { ledgerEntries } from './ledger-entry.projection';

export interface DimensionSum {
  readonly month: Month;
  readonly account: number;
  readonly activity: string | null;
  readonly dimensions: Readonly<Record<string, string>>;
  /** Debit positive. */
  readonly amountOre: Ore;
}

/** From the first day to the last, both included, over as many years as they span; without opening balances. */
export async function dimensionSums(view: View, { from, to }: Pick<Period, 'from' | 'to'>): Promise<DimensionSum[]> {
  const month = sql<Month>`to_char(entry_date, 'YYYY-MM')`;
  const dimensions = sql<string>`dimensions::jsonb::text`;
  const rows = await view
    .from(ledgerEntries)
    .select([
      month.as('month'),
      'account',
      'activity',
      dimensions.as('dimensions'),
      sql<number>`sum(amount_ore)::bigint`.as('amount'),
    ])
    .where(sql<boolean>`not opening and entry_date between ${from} and ${to}`)
    .groupBy([month, 'account', 'activity', dimensions])
    .orderBy(month)
    .orderBy('account')
    .orderBy('activity')
    .orderBy(dimensions)
    .execute();
  return rows.map(({ amount, dimensions: text, ...row }) => ({
    ...row,
    dimensions: JSON.parse(text) as Record<string, string>,
    amountOre: ore(amount),
  }));
}
