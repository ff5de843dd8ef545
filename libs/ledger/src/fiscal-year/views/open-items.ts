// Unpaid and unsettled: claims, debts and accruals with something left on them, at the end of a day.
import { type BusinessDate, ore, type Ore } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { sql } from 'kysely';
import { ledgerEntries } from './ledger-entry.projection';

export interface OpenItemRow {
  readonly account: number;
  readonly item: string;
  readonly member: string | null;
  /** The day of its first row; 1 January for what came over from last year. */
  readonly since: BusinessDate;
  /** Debit positive: a claim is more than zero, a debt less. */
  readonly amountOre: Ore;
}

export async function openItems(view: View, year: number, to: BusinessDate): Promise<OpenItemRow[]> {
  const rows = await view
    .from(ledgerEntries)
    .select([
      'account',
      'item',
      sql<string | null>`max(member)`.as('of'),
      sql<BusinessDate>`min(entry_date)`.as('first'),
      sql<number>`sum(amount_ore)::bigint`.as('amount'),
    ])
    .where('fiscal_year', '=', year)
    .where(sql<boolean>`item is not null and account < 3000`)
    .where('entry_date', '<=', to)
    .groupBy(['account', 'item'])
    .having(sql<boolean>`sum(amount_ore) <> 0`)
    .orderBy('account')
    .orderBy('item')
    .execute();
  return rows.map(({ account, item, of, first, amount }) => ({
    account,
    item: item!,
    member: of,
    since: first,
    amountOre: ore(amount),
  }));
}
