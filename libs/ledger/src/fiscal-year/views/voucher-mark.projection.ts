// What has been done with a voucher since it was booked: attested, classified, linked, taken back. Its history.
import type { EventsOf, FactProjection } from '@finsam/kernel';
import { ContributionLinked, VoucherAttested, VoucherClassified, VoucherCorrected } from '../fiscal-year.events';

export type VoucherMarkRow = {
  fiscal_year: number;
  voucher_id: string;
  mark: 'attested' | 'classified' | 'linked' | 'corrected';
  /** Instant. */
  marked_at: string;
  /** Opaque id of who did it. */
  marked_by: string;
  /** The voucher that takes it back. */
  other_voucher_id: string | null;
};

const events = [VoucherAttested, VoucherClassified, ContributionLinked, VoucherCorrected] as const;

const MARKS = {
  VoucherAttested: 'attested',
  VoucherClassified: 'classified',
  ContributionLinked: 'linked',
  VoucherCorrected: 'corrected',
} as const;

export const voucherMarks: FactProjection<EventsOf<typeof events>, VoucherMarkRow> = {
  kind: 'facts',
  table: {
    name: 'voucher_mark_v1',
    columns: {
      fiscal_year: 'integer',
      voucher_id: 'text',
      mark: 'text',
      marked_at: 'text',
      marked_by: 'text',
      other_voucher_id: 'text',
    },
    nullable: ['other_voucher_id'],
    indexes: [['voucher_id']],
  },
  events,
  facts: ({ type, data, recordedAt, meta }) => [
    {
      // Of the voucher that is marked: a correction may stand in a later year.
      fiscal_year: type === 'VoucherCorrected' ? (data.correctsYear ?? data.year) : data.year,
      voucher_id: type === 'VoucherCorrected' ? data.corrects : data.voucherId,
      mark: MARKS[type],
      marked_at: recordedAt,
      marked_by: meta.actor,
      other_voucher_id: type === 'VoucherCorrected' ? data.voucher.voucherId : null,
    },
  ],
};
