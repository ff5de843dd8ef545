import { deciderSpec } from '@finsam/kernel/testing';
import {
  balances,
  bank,
  begun,
  booked,
  contributions,
  cost,
  debts,
  decision,
  equity,
  openingSet,
  row,
} from '../testing';
import { CloseFiscalYear } from './commands';
import { fiscalYearDecider } from './fiscal-year.decider';
import { FiscalYearClosed } from './fiscal-year.events';

const { given } = deciderSpec(fiscalYearDecider);
const year = 2024;
const close = CloseFiscalYear({ year, decision });
const opening = openingSet([bank, 500_000], [equity, -500_000]);
const income = booked(1, 'voucher-1', [row(bank, 90_001), row(contributions, -90_001)]);
const spent = booked(2, 'voucher-2', [row(cost, 40_000), row(debts, -40_000)]);
const settled = booked(3, 'voucher-3', [row(debts, 40_000), row(bank, -40_000)]);
const closedWith = (result: number, ...list: Parameters<typeof balances>) =>
  FiscalYearClosed({
    year,
    resultOre: balances([0, result])[0]!.amountOre,
    closingBalances: balances(...list),
    decision,
  });

it('states the result and what the next year starts from, in the order of accounts', () => {
  given(...begun, opening, income, spent)
    .when(close)
    .then(closedWith(50_001, [bank, 590_001], [equity, -500_000], [debts, -40_000]));
  given(...begun, opening, spent)
    .when(close)
    .then(closedWith(-40_000, [bank, 500_000], [equity, -500_000], [debts, -40_000]));
  given(...begun)
    .when(close)
    .then(closedWith(0));
});

it('leaves out accounts that ended at nothing', () => {
  given(...begun, income, spent, settled)
    .when(close)
    .then(closedWith(50_001, [bank, 50_001]));
});

it('happens once', () => {
  given(...begun, closedWith(0))
    .when(close)
    .thenNothing();
});

it('is not closed anew by another decision', () => {
  const other = CloseFiscalYear({ year, decision: { ...decision, paragraph: '99' } });
  given(...begun, opening, closedWith(0, [bank, 500_000], [equity, -500_000]))
    .when(other)
    .thenRefused('ledger/year-closed');
});
