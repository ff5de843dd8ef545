// The rows of some vouchers, each voucher's in the order in which they were booked.
import { type BusinessDate, ore, type Ore } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { sql } from 'kysely';
import { ledgerEntries } from './ledger-entry.projection';

export interface BookedRow {
  readonly date: BusinessDate;
  readonly account: number;
  /** Debit positive. */
  readonly amountOre: Ore;
  readonly dimensions: Readonly<Record<string, string>>;
  /** Position of the event that booked it. */
  readonly since: number;
}

/** By voucher; a voucher without rows is not there. */
export async function voucherRows(view: View, ids: readonly string[]): Promise<ReadonlyMap<string, BookedRow[]>> {
  const rows = await view
    .from(ledgerEntries)
    .select(['voucher_id', 'entry_date', 'account', 'amount_ore', 'dimensions', 'since'])
    .where(sql<boolean>`voucher_id = any(${ids})`)
    .orderBy('since')
    .orderBy(sql`ordinal`)
    .execute();
  return grouped(rows, ({ voucher_id, entry_date: date, account, amount_ore, dimensions, since }) => [
    voucher_id!,
    { date, account, amountOre: ore(amount_ore), dimensions, since },
  ]);
}

/** Lists by key, in the order of the items. */
export function grouped<T, K, V>(items: readonly T[], entryOf: (item: T) => readonly [K, V]): Map<K, V[]> {
  const lists = new Map<K, V[]>();
  for (const item of items) {
    const [key, value] = entryOf(item);
    const list = lists.get(key);
    if (list) list.push(value);
    else lists.set(key, [value]);
  }
  return lists;
}
