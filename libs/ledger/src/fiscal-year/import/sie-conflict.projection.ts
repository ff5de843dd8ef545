// Vouchers that a newer file has with another content: what stands, what came, and what was decided.
import type { EventsOf, FactProjection } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import {
  ImportConflictKept,
  ImportConflictsFound,
  ImportConflictsWithdrawn,
  ImportedVoucherReplaced,
} from '../fiscal-year.events';
import type { ImportedVoucher } from '../imported-voucher';
import { voucherRows } from '../views/voucher-rows';

export type SieConflictRow = {
  fiscal_year: number;
  series: string;
  number: number;
  status: 'open' | 'kept' | 'replaced' | 'withdrawn';
  /** The voucher that was booked when the other content came. */
  known: string | null;
  /** The other content. */
  voucher: ImportedVoucher | null;
  import_id: string | null;
};

const events = [ImportConflictsFound, ImportConflictsWithdrawn, ImportConflictKept, ImportedVoucherReplaced] as const;
type ConflictEvent = EventsOf<typeof events>;

export const sieConflicts: FactProjection<ConflictEvent, SieConflictRow> = {
  kind: 'facts',
  table: {
    name: 'sie_conflict_v1',
    columns: {
      fiscal_year: 'integer',
      series: 'text',
      number: 'integer',
      status: 'text',
      known: 'text',
      voucher: 'json',
      import_id: 'text',
    },
    nullable: ['known', 'voucher', 'import_id'],
    indexes: [['fiscal_year', 'series', 'number']],
  },
  events,
  facts: ({ type, data }) => {
    const { year } = data;
    switch (type) {
      case 'ImportConflictsFound':
        return data.conflicts.map(({ known, voucher }) => ({
          ...settled(year, voucher, 'open'),
          known,
          voucher,
          import_id: data.importId,
        }));
      case 'ImportConflictsWithdrawn':
        return data.vouchers.map((voucher) => settled(year, voucher, 'withdrawn'));
      case 'ImportConflictKept':
        return [settled(year, data, 'kept')];
      case 'ImportedVoucherReplaced':
        return [settled(year, data.voucher, 'replaced')];
    }
  },
};

function settled(
  year: number,
  { series, number }: { readonly series: string; readonly number: number },
  status: SieConflictRow['status'],
): SieConflictRow {
  return { fiscal_year: year, series, number, status, known: null, voucher: null, import_id: null };
}

/** What waits for a decision: both contents side by side. */
export async function openConflicts(view: View, year: number) {
  const rows = await view
    .from(sieConflicts)
    .selectAll()
    .distinctOn(['series', 'number'])
    .where('fiscal_year', '=', year)
    .orderBy('series')
    .orderBy('number')
    .orderBy('since', 'desc')
    .execute();
  const open = rows.filter(({ status }) => status === 'open');
  const standing = await voucherRows(
    view,
    open.flatMap((row) => row.known ?? []),
  );
  return open.map(({ series, number, known, voucher, import_id }) => ({
    series,
    number,
    importId: import_id,
    contentHash: voucher!.contentHash,
    booked: {
      voucherId: known,
      rows: (standing.get(known ?? '') ?? []).map(({ date, account, amountOre, dimensions }) => ({
        date,
        account,
        amountOre,
        dimensions,
      })),
    },
    newer: { date: voucher!.date, text: voucher!.text, rows: voucher!.rows },
  }));
}
