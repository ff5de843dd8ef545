// The journal (grundbok): every voucher with its number, whoever booked it, here or in another system.
import type { BusinessDate, EventsOf, FactProjection, Recorded } from '@finsam/kernel';
import { ImportedVoucherReplaced, type PostingEvent, postingEvents, VouchersImported } from '../fiscal-year.events';
import type { ImportedVoucher } from '../imported-voucher';

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
  /** What its source struck and added before it came. */
  changes: ImportedVoucher['changes'] | null;
};

const events = [...postingEvents, VouchersImported, ImportedVoucherReplaced] as const;

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
      changes: 'json',
    },
    nullable: ['document', 'counterparty', 'corrects', 'import_id', 'changes'],
    indexes: [['fiscal_year', 'series', 'number'], ['voucher_id'], ['corrects']],
  },
  events,
  facts: (event) => {
    switch (event.type) {
      case 'VouchersImported':
        return event.data.vouchers.map((voucher) => importedRecord(event, voucher));
      case 'ImportedVoucherReplaced':
        return [{ ...importedRecord(event, event.data.voucher), corrects: event.data.replaces }];
      default:
        return [bookedRecord(event)];
    }
  },
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
    changes: null,
  };
}

type FromElsewhere = Recorded<EventsOf<readonly [typeof VouchersImported, typeof ImportedVoucherReplaced]>>;

function importedRecord({ type, data, recordedAt, meta }: FromElsewhere, voucher: ImportedVoucher): VoucherRecord {
  return {
    fiscal_year: data.year,
    voucher_id: voucher.voucherId,
    series: voucher.series,
    number: voucher.number,
    voucher_date: voucher.date,
    registered_at: voucher.registeredOn ?? recordedAt,
    registered_by: meta.actor,
    voucher_kind: type,
    text: voucher.text,
    document: null,
    counterparty: null,
    corrects: null,
    import_id: data.importId,
    changes: voucher.changes ?? null,
  };
}
