// The journal (grundbok): every voucher with its number, whoever booked it, here or in another system.
import type { BusinessDate, EventsOf, FactProjection, Recorded } from '@finsam/kernel';
import { type PostingEvent, postingEvents, VouchersImported } from '../fiscal-year.events';

export type VoucherRecord = {
  fiscal_year: number;
  voucher_id: string;
  series: string;
  number: number;
  voucher_date: BusinessDate;
  registered_at: string;
  /** Opaque id of who booked it here, or took it over. */
  registered_by: string;
  voucher_kind: string;
  text: string;
  document: string | null;
  counterparty: string | null;
  corrects: string | null;
  /** The import that brought it. */
  import_id: string | null;
};

const events = [...postingEvents, VouchersImported] as const;

export const vouchers: FactProjection<EventsOf<typeof events>, VoucherRecord> = {
  kind: 'facts',
  table: {
    name: 'voucher_v2',
    columns: {
      fiscal_year: 'integer',
      voucher_id: 'text',
      series: 'text',
      number: 'integer',
      voucher_date: 'date',
      registered_at: 'text',
      registered_by: 'text',
      voucher_kind: 'text',
      text: 'text',
      document: 'text',
      counterparty: 'text',
      corrects: 'text',
      import_id: 'text',
    },
    nullable: ['document', 'counterparty', 'corrects', 'import_id'],
    indexes: [['fiscal_year', 'series', 'number'], ['voucher_id'], ['corrects']],
  },
  events,
  facts: (event) => (event.type === 'VouchersImported' ? importedRecords(event) : [bookedRecord(event)]),
};

function bookedRecord(event: Recorded<PostingEvent>): VoucherRecord {
  const { voucher, year } = event.data;
  return {
    fiscal_year: year,
    voucher_id: voucher.voucherId,
    series: voucher.series,
    number: voucher.number,
    voucher_date: voucher.date,
    registered_at: event.recordedAt,
    registered_by: event.meta.actor,
    voucher_kind: event.type,
    text: voucher.text,
    document: voucher.document ?? null,
    counterparty: voucher.counterparty ?? null,
    corrects: event.type === 'VoucherCorrected' ? event.data.corrects : null,
    import_id: null,
  };
}

function importedRecords({ data, recordedAt, meta }: Recorded<EventsOf<readonly [typeof VouchersImported]>>) {
  return data.vouchers.map((voucher): VoucherRecord => ({
    fiscal_year: data.year,
    voucher_id: voucher.voucherId,
    series: voucher.series,
    number: voucher.number,
    voucher_date: voucher.date,
    registered_at: voucher.registeredOn ?? recordedAt,
    registered_by: meta.actor,
    voucher_kind: 'VouchersImported',
    text: voucher.text,
    document: null,
    counterparty: null,
    corrects: null,
    import_id: data.importId,
  }));
}
