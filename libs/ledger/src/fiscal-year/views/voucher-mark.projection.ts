// What has been done with a voucher since it was booked: attested, classified, linked, taken back. Its history.
import type { EventsOf, FactProjection } from '@finsam/kernel';
import {
  ContributionLinked,
  ImportedVoucherReplaced,
  VoucherAttested,
  VoucherClassified,
  VoucherCorrected,
} from '../fiscal-year.events';

export type VoucherMarkRow = {
  fiscal_year: number;
  voucher_id: string;
  mark: 'attested' | 'classified' | 'linked' | 'corrected' | 'replaced';
  /** Instant. */
  marked_at: string;
  /** Opaque id of who did it. */
  marked_by: string;
  /** The voucher that takes it back, or that stands in its place. */
  other_voucher_id: string | null;
};

const events = [
  VoucherAttested,
  VoucherClassified,
  ContributionLinked,
  VoucherCorrected,
  ImportedVoucherReplaced,
] as const;
type MarkEvent = EventsOf<typeof events>;

const MARKS = {
  VoucherAttested: 'attested',
  VoucherClassified: 'classified',
  ContributionLinked: 'linked',
  VoucherCorrected: 'corrected',
  ImportedVoucherReplaced: 'replaced',
} as const;

export const voucherMarks: FactProjection<MarkEvent, VoucherMarkRow> = {
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
  facts: (event) => [
    { ...marked(event), mark: MARKS[event.type], marked_at: event.recordedAt, marked_by: event.meta.actor },
  ],
};

function marked({ type, data }: MarkEvent) {
  switch (type) {
    case 'VoucherCorrected':
      return {
        // Of the voucher that is marked: a correction may stand in a later year.
        fiscal_year: data.correctsYear ?? data.year,
        voucher_id: data.corrects,
        other_voucher_id: data.voucher.voucherId,
      };
    case 'ImportedVoucherReplaced':
      return { fiscal_year: data.year, voucher_id: data.replaces, other_voucher_id: data.voucher.voucherId };
    default:
      return { fiscal_year: data.year, voucher_id: data.voucherId, other_voucher_id: null };
  }
}
