// Vouchers as they are read: with their rows, the links of corrections in both directions, and what was done with them.
import type { BusinessDate, Ore } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { sql } from 'kysely';
import { voucherMarks } from './voucher-mark.projection';
import { grouped, voucherRows } from './voucher-rows';
import { type VoucherRecord, vouchers } from './voucher.projection';

export interface JournalVoucher {
  readonly voucherId: string;
  readonly series: string;
  readonly number: number;
  readonly date: BusinessDate;
  readonly registeredAt: string;
  readonly kind: string;
  readonly text: string;
  readonly document: string | null;
  readonly counterparty: string | null;
  readonly corrects: string | null;
  readonly correctedBy: string | null;
  readonly attested: boolean;
  readonly rows: readonly { account: number; amountOre: Ore; dimensions: Readonly<Record<string, string>> }[];
}

export interface VoucherHistory extends JournalVoucher {
  readonly registeredBy: string;
  readonly importId: string | null;
  /** What its source struck and added before it came. */
  readonly changes: VoucherRecord['changes'];
  /** In the order in which it was done. */
  readonly history: readonly { mark: string; at: string; by: string; voucherId: string | null }[];
}

export interface JournalPage {
  readonly year: number;
  /** So many vouchers are passed over: the `next` of the page before. */
  readonly after: number;
  /** 1–200. */
  readonly limit: number;
}

/** The year's vouchers in the order they were booked. */
export async function journal(
  view: View,
  { year, after, limit }: JournalPage,
): Promise<{ vouchers: JournalVoucher[]; next: number | null }> {
  const found = await vouchersOf(view, year)
    .orderBy('since')
    .orderBy(sql`ordinal`)
    .offset(after)
    .limit(limit)
    .execute();
  const list = await withRows(view, found);
  const next = found.length === limit ? after + limit : null;
  return {
    vouchers: list.map(({ registeredBy: _, importId: __, history: ___, changes: ____, ...rest }) => rest),
    next,
  };
}

/** One voucher with its history; null if the year has none of that id. */
export async function voucherHistory(view: View, year: number, voucherId: string): Promise<VoucherHistory | null> {
  const found = await vouchersOf(view, year).where('voucher_id', '=', voucherId).execute();
  return (await withRows(view, found))[0] ?? null;
}

function vouchersOf(view: View, year: number) {
  return view.from(vouchers).selectAll().where('fiscal_year', '=', year);
}

type Found = Awaited<ReturnType<ReturnType<typeof vouchersOf>['execute']>>;

async function withRows(view: View, found: Found): Promise<VoucherHistory[]> {
  const ids = found.map(({ voucher_id }) => voucher_id);
  const rowsOf = await voucherRows(view, ids);
  const marks = await view
    .from(voucherMarks)
    .select(['voucher_id', 'mark', 'marked_at', 'marked_by', 'other_voucher_id'])
    .where(sql<boolean>`voucher_id = any(${ids})`)
    .orderBy('since')
    .execute();
  const marksOf = grouped(marks, (mark) => [mark.voucher_id, mark]);
  return found.map((row) => {
    const done = marksOf.get(row.voucher_id) ?? [];
    return {
      voucherId: row.voucher_id,
      series: row.series,
      number: row.number,
      date: row.voucher_date,
      registeredAt: row.registered_at,
      registeredBy: row.registered_by,
      kind: row.voucher_kind,
      text: row.text,
      document: row.document,
      counterparty: row.counterparty,
      corrects: row.corrects,
      correctedBy: done.find(({ mark }) => mark === 'corrected' || mark === 'replaced')?.other_voucher_id ?? null,
      attested: done.some(({ mark }) => mark === 'attested'),
      importId: row.import_id,
      changes: row.changes,
      history: done.map(({ mark, marked_at, marked_by, other_voucher_id }) => ({
        mark,
        at: marked_at,
        by: marked_by,
        voucherId: other_voucher_id,
      })),
      rows: (rowsOf.get(row.voucher_id) ?? []).map(({ account, amountOre, dimensions }) => ({
        account,
        amountOre,
        dimensions,
      })),
    };
  });
}
