// The journal (grundbok): every voucher with its number, and the links of corrections in both directions.
import { type BusinessDate, ore, type FactProjection, type Ore } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { sql } from 'kysely';
import { type PostingEvent, postingEvents } from './fiscal-year.events';
import { ledgerEntries } from './ledger-entry.projection';

export type VoucherRecord = {
  fiscal_year: number;
  voucher_id: string;
  series: string;
  number: number;
  voucher_date: BusinessDate;
  registered_at: string;
  voucher_kind: PostingEvent['type'];
  text: string;
  document: string | null;
  corrects: string | null;
};

export const vouchers: FactProjection<PostingEvent, VoucherRecord> = {
  kind: 'facts',
  table: {
    name: 'voucher_v1',
    columns: {
      fiscal_year: 'integer',
      voucher_id: 'text',
      series: 'text',
      number: 'integer',
      voucher_date: 'date',
      registered_at: 'text',
      voucher_kind: 'text',
      text: 'text',
      document: 'text',
      corrects: 'text',
    },
    nullable: ['document', 'corrects'],
    indexes: [['fiscal_year', 'series', 'number'], ['voucher_id'], ['corrects']],
  },
  events: postingEvents,
  facts: (event) => {
    const { voucher, year } = event.data;
    return [
      {
        fiscal_year: year,
        voucher_id: voucher.voucherId,
        series: voucher.series,
        number: voucher.number,
        voucher_date: voucher.date,
        registered_at: event.recordedAt,
        voucher_kind: event.type,
        text: voucher.text,
        document: voucher.document ?? null,
        corrects: event.type === 'VoucherCorrected' ? event.data.corrects : null,
      },
    ];
  },
};

export interface JournalVoucher {
  readonly voucherId: string;
  readonly series: string;
  readonly number: number;
  readonly date: string;
  readonly registeredAt: string;
  readonly kind: string;
  readonly text: string;
  readonly document: string | null;
  readonly corrects: string | null;
  readonly correctedBy: string | null;
  readonly rows: readonly { account: number; amountOre: Ore; dimensions: Readonly<Record<string, string>> }[];
}

export interface JournalPage {
  readonly year: number;
  /** Vouchers after this place in the log: the `next` of the page before. */
  readonly after: number;
  /** 1–200. */
  readonly limit: number;
}

/** The year's vouchers in the order they were booked, with their rows. */
export async function journal(
  view: View,
  { year, after, limit }: JournalPage,
): Promise<{ vouchers: JournalVoucher[]; next: number | null }> {
  const found = await view
    .from(vouchers)
    .selectAll()
    .where('fiscal_year', '=', year)
    .where('since', '>', after)
    .orderBy('since')
    .limit(limit)
    .execute();
  const ids = found.map(({ voucher_id }) => voucher_id);
  const rows = await view
    .from(ledgerEntries)
    .select(['voucher_id', 'account', 'amount_ore', 'dimensions'])
    .where(sql<boolean>`voucher_id = any(${ids})`)
    .orderBy('since')
    .orderBy(sql`ordinal`)
    .execute();
  const corrections = await view
    .from(vouchers)
    .select(['voucher_id', 'corrects'])
    .where(sql<boolean>`corrects = any(${ids})`)
    .execute();
  const list = found.map((row): JournalVoucher => ({
    voucherId: row.voucher_id,
    series: row.series,
    number: row.number,
    date: row.voucher_date,
    registeredAt: row.registered_at,
    kind: row.voucher_kind,
    text: row.text,
    document: row.document,
    corrects: row.corrects,
    correctedBy: corrections.find(({ corrects }) => corrects === row.voucher_id)?.voucher_id ?? null,
    rows: rows
      .filter(({ voucher_id }) => voucher_id === row.voucher_id)
      .map(({ account, amount_ore, dimensions }) => ({ account, amountOre: ore(amount_ore), dimensions })),
  }));
  return { vouchers: list, next: found.length === limit ? found.at(-1)!.since : null };
}
