// The rows of a sum that were recorded after a position: why it is another now than it was then.
import { ore, type Ore } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { sql } from 'kysely';
import { type LedgerLine, type LedgerSelection, selected, vouchersById } from './general-ledger';

export interface LaterLine extends LedgerLine {
  /** Where in the log it was recorded. */
  readonly position: number;
  /** The voucher that this one takes back. */
  readonly corrects: string | null;
}

export interface LaterLines {
  /** In the order in which they were recorded, the first of them. */
  readonly lines: readonly LaterLine[];
  /** Of all, told or not. */
  readonly count: number;
  readonly sumOre: Ore;
}

/** `most`: so many lines are told. */
export async function laterLines(
  view: View,
  selection: Omit<LedgerSelection, 'after' | 'limit'>,
  position: number,
  most: number,
): Promise<LaterLines> {
  const later = selected(view, selection).where(sql<boolean>`since > ${position}`);
  const [all] = await later
    .select([sql<number>`count(*)::int`.as('count'), sql<number>`coalesce(sum(amount_ore), 0)::bigint`.as('sum')])
    .execute();
  const rows = await later
    .select(['since', 'entry_date', 'account', 'amount_ore', 'dimensions', 'voucher_id'])
    .orderBy('since')
    .orderBy(sql`ordinal`)
    .limit(most)
    .execute();
  const heads = await vouchersById(
    view,
    rows.map(({ voucher_id }) => voucher_id),
  );
  const lines = rows.map((row): LaterLine => {
    const head = row.voucher_id === null ? undefined : heads.get(row.voucher_id);
    return {
      position: row.since,
      date: row.entry_date,
      account: row.account,
      amountOre: ore(row.amount_ore),
      dimensions: row.dimensions,
      voucherId: row.voucher_id,
      series: head?.series ?? null,
      number: head?.number ?? null,
      text: head?.text ?? null,
      corrects: head?.corrects ?? null,
    };
  });
  return { lines, count: all!.count, sumOre: ore(all!.sum) };
}
