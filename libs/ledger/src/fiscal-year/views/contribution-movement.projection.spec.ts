import { ore } from '@finsam/kernel';
import { projectionSpec } from '@finsam/kernel/testing';
import { bank, contributions, corrected, day, header, kr, numbered, row } from '../../testing';
import { ContributionInvoiced, ContributionReceived, VoucherCorrected } from '../fiscal-year.events';
import { contributionMovementFacts } from './contribution-movement.projection';

const { given } = projectionSpec(contributionMovementFacts);
const rows = [row(contributions, -12_500, { member: 'vasterby' }), row(bank, 12_500)];
const of = { year: 2024, memberId: 'vasterby', amountOre: kr(125) };
const received = ContributionReceived({ ...of, voucher: numbered(1, header('voucher-1'), rows) });
const invoiced = ContributionInvoiced({ ...of, item: 'a2-2024', voucher: numbered(2, header('voucher-2'), rows) });

const moved = {
  fiscal_year: 2024,
  movement_date: day('2024-03-01'),
  member_id: 'vasterby',
  movement: 'received',
  amount_ore: 12_500,
  voucher_id: 'voucher-1',
};
const back = (amount: number, voucherId: string) =>
  VoucherCorrected({
    ...corrected(3, 'voucher-1', voucherId, rows).data,
    contribution: { memberId: 'vasterby', movement: 'received', amountOre: ore(amount) },
  });

it('tells what was asked for and what came in, apart', () => {
  given(received, invoiced).then(moved, { ...moved, movement: 'invoiced', voucher_id: 'voucher-2' });
});

it('takes away what a correction took back, and puts back what another correction put back', () => {
  const later = { ...moved, movement_date: day('2024-04-01') };
  given(received, back(12_500, 'voucher-3'), back(-12_500, 'voucher-4')).then(
    moved,
    { ...later, amount_ore: -12_500, voucher_id: 'voucher-3' },
    { ...later, voucher_id: 'voucher-4' },
  );
});

it('has nothing to tell of a correction of something else', () => {
  given(corrected(3, 'voucher-9', 'voucher-3')).then();
});

it('reads from a correction of the first version whose contribution it took back', () => {
  const { year, corrects, voucher } = corrected(3, 'voucher-1', 'voucher-3', rows).data;
  const upcast = VoucherCorrected.upcasts[1]! as (data: object) => { contribution?: object };
  expect(upcast({ year, corrects, voucher }).contribution).toEqual({
    memberId: 'vasterby',
    movement: 'received',
    amountOre: 12_500,
  });
  expect(upcast({ year, corrects, voucher: { ...voucher, rows: [row(4010, 1), row(bank, -1)] } }).contribution).toBe(
    undefined,
  );
});

it('counts what settled last year’s claim as last year’s, on the day it came', () => {
  const late = { ...received, data: { ...received.data, ofEarlierYearOre: ore(10_000) } };
  const taken = back(12_500, 'voucher-3');
  const contribution = { ...taken.data.contribution!, ofEarlierYearOre: ore(10_000) };
  const later = { ...moved, movement_date: day('2024-04-01'), voucher_id: 'voucher-3' };
  given(late, { ...taken, data: { ...taken.data, contribution } }).then(
    { ...moved, fiscal_year: 2023, amount_ore: 10_000 },
    { ...moved, amount_ore: 2_500 },
    { ...later, fiscal_year: 2023, amount_ore: -10_000 },
    { ...later, amount_ore: -2_500 },
  );
});
