import { ore } from '@finsam/kernel';
import { deciderSpec } from '@finsam/kernel/testing';
import {
  bank,
  begun,
  claims,
  contributions,
  cost,
  debts,
  header,
  interest,
  kr,
  numbered,
  otherIncome,
  posting,
  row,
} from '../../testing';
import {
  BookCost,
  BookIncome,
  BookInterest,
  BookVoucher,
  type FiscalYearCommand,
  ReceiveContribution,
} from '../commands';
import { fiscalYearDecider } from '../fiscal-year.decider';
import { ContributionReceived, CostBooked, IncomeBooked, InterestBooked, VoucherBooked } from '../fiscal-year.events';
import { imbalanceOre, type VoucherRow } from '../voucher';

const when = (command: FiscalYearCommand) =>
  deciderSpec(fiscalYearDecider)
    .given(...begun)
    .when(command);
const voucher = (...rows: VoucherRow[]) => numbered(1, header('voucher-1'), rows);
const [year, amountOre, activity] = [2024, kr(125), 'kansli'];

it('debits a cost and credits what paid it', () => {
  when(BookCost(posting('voucher-1'))).then(
    CostBooked({ year, activity, amountOre, voucher: voucher(row(cost, 12_500, { activity }), row(bank, -12_500)) }),
  );
  when(BookCost(posting('voucher-1', { against: debts }))).then(
    CostBooked({ year, activity, amountOre, voucher: voucher(row(cost, 12_500, { activity }), row(debts, -12_500)) }),
  );
});

it('credits an income and debits where it came in', () => {
  when(BookIncome(posting('voucher-1', { account: otherIncome, against: claims }))).then(
    IncomeBooked({
      year,
      activity,
      amountOre,
      voucher: voucher(row(otherIncome, -12_500, { activity }), row(claims, 12_500)),
    }),
  );
});

it('credits a contribution to the member that paid it', () => {
  const asked = { ...posting('voucher-1', { account: contributions }), memberId: 'vasterby' };
  const rows = [row(contributions, -12_500, { member: 'vasterby', activity }), row(bank, 12_500)];
  when(ReceiveContribution(asked)).then(
    ContributionReceived({ year, memberId: 'vasterby', amountOre, voucher: voucher(...rows) }),
  );
  // What the dimensions say of the member is not asked for.
  when(ReceiveContribution({ ...asked, dimensions: { member: 'osterby' } })).then(
    ContributionReceived({ year, memberId: 'vasterby', amountOre, voucher: voucher(...rows) }),
  );
});

it('credits interest that was earned and debits interest that was paid', () => {
  for (const amount of [4_321, -4_321]) {
    when(BookInterest(posting('voucher-1', { account: interest, amountOre: ore(amount) }))).then(
      InterestBooked({
        year,
        amountOre: ore(amount),
        voucher: voucher(row(interest, -amount, { activity }), row(bank, amount)),
      }),
    );
  }
});

it('books the rows of a voucher as they are', () => {
  const rows = [
    row(cost, 10_000, { activity, project: 'p-1' }),
    row(cost, 2_501, { activity: 'stegen', member: 'osterby' }),
    row(debts, -12_501),
  ];
  when(BookVoucher({ ...header('voucher-1'), rows })).then(VoucherBooked({ year, voucher: voucher(...rows) }));
});

it('keeps further dimensions on the result row, and the reference to the document', () => {
  const asked = { ...posting('voucher-1', { dimensions: { project: 'p-1', activity: 'stegen' } }), document: 'F 12' };
  const rows = [row(cost, 12_500, { project: 'p-1', activity }), row(bank, -12_500)];
  const told = { ...voucher(...rows), document: 'F 12' };
  when(BookCost(asked)).then(CostBooked({ year, activity, amountOre, voucher: told }));
});

it('weighs what is debited against what is credited', () => {
  expect(imbalanceOre([row(cost, 12_500), row(bank, -12_499)])).toBe(1);
  expect(imbalanceOre([row(cost, 12_499), row(bank, -12_500)])).toBe(-1);
  expect(imbalanceOre([])).toBe(0);
});
