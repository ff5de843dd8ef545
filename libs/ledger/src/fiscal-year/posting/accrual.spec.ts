import { fold, ore } from '@finsam/kernel';
import { deciderSpec } from '@finsam/kernel/testing';
import {
  answerTo,
  bank,
  begun,
  claims,
  contributions,
  cost,
  day,
  facts,
  header,
  interim,
  kr,
  numbered,
  openingSet,
  pension,
  pensionCost,
  pensionTax,
  pensionTaxCost,
  posting,
  row,
  vat,
} from '../../testing';
import { BookAccrual, BookCost, BookIncome, BookProvision, DissolveAccrual } from '../commands';
import { fiscalYearDecider } from '../fiscal-year.decider';
import {
  AccrualBooked,
  AccrualDissolved,
  CostBooked,
  OpeningBalancesSet,
  ProvisionBooked,
} from '../fiscal-year.events';
import type { AccrualKind } from '../kinds';

const { given } = deciderSpec(fiscalYearDecider);

const accrue = (kind: AccrualKind, account: number, changes: object = {}) =>
  BookAccrual({ ...posting('voucher-1', { account, against: interim, item: 'nov-dec', ...changes }), kind });
const dissolve = (voucherId: string, changes: object = {}) =>
  DissolveAccrual({ ...header(voucherId), item: 'nov-dec', ...changes });

const accrued = (kind: AccrualKind, account: number, onResult: number) =>
  AccrualBooked({
    year: 2024,
    kind,
    item: 'nov-dec',
    amountOre: kr(125),
    voucher: numbered(1, header('voucher-1'), [
      row(account, onResult, { activity: 'kansli' }),
      row(interim, -onResult, { item: 'nov-dec' }),
    ]),
  });
const dissolved = (number: number, voucherId: string, amount: number) =>
  AccrualDissolved({
    year: 2024,
    item: 'nov-dec',
    amountOre: ore(amount),
    voucher: numbered(number, header(voucherId), [
      row(cost, -amount, { activity: 'kansli' }),
      row(interim, amount, { item: 'nov-dec' }),
    ]),
  });

describe('an accrual', () => {
  it.each([
    ['accrued-cost', cost, 12_500],
    ['prepaid-cost', cost, -12_500],
    ['accrued-income', contributions, -12_500],
    ['deferred-income', contributions, 12_500],
  ] as const)('of kind %s moves the result the right way', (kind, account, onResult) => {
    given(...begun)
      .when(accrue(kind, account))
      .then(accrued(kind, account, onResult));
  });

  it('of a member’s contribution says whose it is, on both sides', () => {
    const command = BookAccrual({
      ...posting('voucher-1', { account: contributions, against: interim }),
      kind: 'deferred-income',
      memberId: 'vasterby',
    });
    const [event] = fiscalYearDecider.decide(command, fold(fiscalYearDecider, begun));
    expect((event as ReturnType<typeof AccrualBooked>).data.voucher.rows).toEqual([
      row(contributions, 12_500, { activity: 'kansli', member: 'vasterby' }),
      row(interim, -12_500, { item: 'a1-2024', member: 'vasterby' }),
    ]);
  });

  it('goes back to where it came from, in parts and then the rest', () => {
    const past = [...begun, accrued('accrued-cost', cost, 12_500)];
    given(...past)
      .when(dissolve('voucher-2', { amountOre: kr(25) }))
      .then(dissolved(2, 'voucher-2', 2_500));
    given(...past, dissolved(2, 'voucher-2', 2_500))
      .when(dissolve('voucher-3'))
      .then(dissolved(3, 'voucher-3', 10_000));
    const rest = answerTo(dissolve('voucher-3', { amountOre: ore(10_001) }), ...past, dissolved(2, 'voucher-2', 2_500));
    expect(rest).toEqual(['ledger/more-than-left', 422, '/amountOre']);
    expect(
      answerTo(dissolve('voucher-4'), ...past, dissolved(2, 'voucher-2', 2_500), dissolved(3, 'voucher-3', 10_000)),
    ).toEqual(['ledger/no-such-item', 404, '/item']);
  });

  it('of last year is dissolved on the account and activity that are told', () => {
    const balances = [
      { account: interim, amountOre: ore(-5_000), dimensions: { item: 'nov-dec' } },
      { account: bank, amountOre: ore(5_000) },
    ];
    const past = [...begun, OpeningBalancesSet({ year: 2024, balances })];
    expect(answerTo(dissolve('voucher-1'), ...past)).toEqual(['ledger/account-needed', 422, '/account']);
    expect(answerTo(dissolve('voucher-1', { account: cost }), ...past)[0]).toBe('ledger/activity-needed');
    given(...past)
      .when(dissolve('voucher-1', { account: cost, activity: 'kansli' }))
      .then(dissolved(1, 'voucher-1', 5_000));
  });

  it('has a name of its own', () => {
    const past = [...begun, accrued('accrued-cost', cost, 12_500)];
    const again = BookAccrual({ ...posting('voucher-2', { against: interim, item: 'nov-dec' }), kind: 'accrued-cost' });
    expect(answerTo(again, ...past)).toEqual(['ledger/item-taken', 409, '/item']);
  });
});

describe('a provision for pension', () => {
  const accounts = {
    pension: { cost: pensionCost, provision: pension },
    payrollTax: { cost: pensionTaxCost, provision: pensionTax },
  };
  const provide = (amountOre: number, payrollTaxBasisPoints = 2_426) =>
    BookProvision({
      ...header('voucher-1', { facts }),
      activity: 'kansli',
      amountOre: ore(amountOre),
      ...accounts,
      payrollTaxBasisPoints,
      dimensions: {},
    });

  it('has the särskild löneskatt on it: 863 000 gives 209 364', () => {
    const rows = [
      row(pensionCost, 863_000_00, { activity: 'kansli' }),
      row(pension, -863_000_00),
      row(pensionTaxCost, 209_363_80, { activity: 'kansli' }),
      row(pensionTax, -209_363_80),
    ];
    given(...begun)
      .when(provide(863_000_00))
      .then(
        ProvisionBooked({
          year: 2024,
          activity: 'kansli',
          amountOre: ore(863_000_00),
          payrollTaxOre: ore(209_363_80),
          payrollTaxBasisPoints: 2_426,
          voucher: numbered(1, header('voucher-1'), rows),
        }),
      );
  });

  it('may shrink, and may have no tax', () => {
    const rowsOf = (amount: number, points?: number) =>
      (
        fiscalYearDecider.decide(provide(amount, points), fold(fiscalYearDecider, begun))[0] as ReturnType<
          typeof ProvisionBooked
        >
      ).data.voucher.rows.map(({ amountOre }) => amountOre);
    expect(rowsOf(-10_000)).toEqual([-10_000, 10_000, -2_426, 2_426]);
    expect(rowsOf(10_000, 0)).toEqual([10_000, -10_000]);
  });

  it('points at the account that is not in the chart', () => {
    const wrong = provide(100);
    const command = BookProvision({ ...wrong.data, payrollTax: { cost: pensionTaxCost, provision: 2229 } });
    expect(answerTo(command, ...begun)).toEqual(['ledger/unknown-account', 422, '/payrollTax/provision']);
  });
});

describe('a cost with VAT that is claimed back (lag 2005:807)', () => {
  it('is the net amount; the VAT is a claim, and both are paid', () => {
    const command = BookCost({ ...posting('voucher-1'), inputVat: { account: vat, amountOre: ore(3_125) } });
    const rows = [row(cost, 12_500, { activity: 'kansli' }), row(vat, 3_125), row(bank, -15_625)];
    given(...begun)
      .when(command)
      .then(
        CostBooked({
          year: 2024,
          activity: 'kansli',
          amountOre: kr(125),
          voucher: numbered(1, header('voucher-1'), rows),
        }),
      );
    const unknown = BookCost({ ...posting('voucher-1'), inputVat: { account: 1659, amountOre: ore(1) } });
    expect(answerTo(unknown, ...begun)).toEqual(['ledger/unknown-account', 422, '/inputVat/account']);
  });
});

it('an income for time worked in a project is a claim with the project on it, until it is paid', () => {
  const sold = BookIncome({
    ...posting('voucher-1', { account: 3911, against: claims, item: 'esf-3', dimensions: { project: 'esf' } }),
  });
  const past = [...begun, openingSet([bank, 100], [2010, -100])];
  const [event] = fiscalYearDecider.decide(sold, fold(fiscalYearDecider, past));
  expect((event!.data as { voucher: { rows: unknown } }).voucher.rows).toEqual([
    row(3911, -12_500, { project: 'esf', activity: 'kansli' }),
    row(claims, 12_500, { item: 'esf-3' }),
  ]);
  const open = [...fold(fiscalYearDecider, [...past, event!]).items.values()];
  expect(open).toEqual([
    { account: claims, item: 'esf-3', member: undefined, since: day('2024-03-01'), carried: false, amountOre: 12_500 },
  ]);
});
