// A voucher is taken back by a counter-voucher, in an open period; both stand, and each names the other.
import type { DataOf } from '../commands';
import type { FiscalYear } from '../fiscal-year';
import type { PostingEvent } from '../fiscal-year.events';
import { refuse } from '../refusals';
import { counterRows } from '../voucher';
import { contributionIn } from './contribution';
import { voucherOf } from './rows';

export function correction(data: DataOf<'CorrectVoucher'>, number: number, state: FiscalYear): PostingEvent {
  const { year, correctsYear = year } = data;
  return correctsYear === year ? ofThisYear(data, number, state) : ofAnEarlierYear(data, number, state);
}

function ofThisYear(data: DataOf<'CorrectVoucher'>, number: number, state: FiscalYear): PostingEvent {
  const { year, corrects } = data;
  const original = state.vouchers.get(corrects);
  if (!original) throw refuse('ledger/no-such-voucher', { year, pointer: '/corrects' });
  if (original.correctedBy !== undefined && original.correctedBy !== data.voucherId) {
    const by = state.vouchers.get(original.correctedBy)!.voucher;
    throw refuse('ledger/already-corrected', { by: `${by.series}${by.number}`, pointer: '/corrects' });
  }
  const { date, rows } = original.voucher;
  if (data.date < date) throw refuse('ledger/correction-before-original', { date, pointer: '/date' });
  const contribution = contributionIn(original.event);
  return {
    type: 'VoucherCorrected',
    data: {
      year,
      corrects,
      ...(contribution && { contribution }),
      voucher: voucherOf(data, number, counterRows(rows)),
    },
  };
}

/** Only of a closed year, which can hold no counter-voucher of its own; the year it is found in bears it. */
function ofAnEarlierYear(data: DataOf<'CorrectVoucher'>, number: number, state: FiscalYear): PostingEvent {
  const { year, corrects, correctsYear } = data;
  const { earlier } = data.facts;
  if (correctsYear! > year || earlier?.year !== correctsYear) {
    throw refuse('ledger/no-such-voucher', { year: correctsYear!, pointer: '/corrects' });
  }
  if (!earlier!.closed) throw refuse('ledger/correct-in-its-year', { year: correctsYear!, pointer: '/correctsYear' });
  const here = state.correctedEarlier.get(corrects);
  if (here !== data.voucherId && (here ?? earlier!.correctedBy) !== undefined) {
    throw refuse('ledger/already-corrected', { by: earlier!.correctedBy ?? '', pointer: '/corrects' });
  }
  const { contribution, voucher } = earlier!;
  return {
    type: 'VoucherCorrected',
    data: {
      year,
      corrects,
      correctsYear: correctsYear!,
      ...(contribution && { contribution }),
      voucher: voucherOf(data, number, counterRows(voucher.rows)),
    },
  };
}
