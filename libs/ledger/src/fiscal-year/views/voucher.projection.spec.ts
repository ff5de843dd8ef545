import { projectionSpec } from '@finsam/kernel/testing';
import { bank, begun, booked, contributions, corrected, day, header, kr, numbered, row, someRows } from '../../testing';
import { ContributionReceived } from '../fiscal-year.events';
import { vouchers } from './voucher.projection';

const record = {
  fiscal_year: 2024,
  voucher_id: 'voucher-1',
  series: 'A',
  number: 1,
  voucher_date: day('2024-03-01'),
  registered_at: '2024-01-01T00:00:00.000Z',
  registered_by: 'test',
  voucher_kind: 'VoucherBooked',
  text: 'Köp av verksamhet',
  document: null,
  counterparty: null,
  corrects: null,
  import_id: null,
  changes: null,
};
const { given } = projectionSpec(vouchers);

it('tells of each voucher its number, its document and the instant of recording', () => {
  given(...begun, booked(1, 'voucher-1'), booked(1, 'voucher-2', someRows, { series: 'B', document: 'F 12' })).then(
    record,
    { ...record, voucher_id: 'voucher-2', series: 'B', document: 'F 12' },
  );
});

it('tells what it was booked as, and of a correction what it corrects', () => {
  const rows = [row(contributions, -12_500, { member: 'vasterby' }), row(bank, 12_500)];
  const received = ContributionReceived({
    year: 2024,
    memberId: 'vasterby',
    amountOre: kr(125),
    voucher: numbered(1, header('voucher-1'), rows),
  });
  given(received, corrected(2, 'voucher-1', 'voucher-2', rows)).then(
    { ...record, voucher_kind: 'ContributionReceived' },
    {
      ...record,
      voucher_id: 'voucher-2',
      number: 2,
      voucher_date: day('2024-04-01'),
      voucher_kind: 'VoucherCorrected',
      text: 'Rättelse',
      corrects: 'voucher-1',
    },
  );
});
