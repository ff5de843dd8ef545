// Files of types 1 to 3: sums without vouchers, budgets, and the year before to compare with.
import { deciderSpec } from '@finsam/kernel/testing';
import { sie4, voucherLines } from '../../sie/testing';
import { fiscalYearDecider } from '../fiscal-year.decider';
import type { FiscalYearEvent } from '../fiscal-year.events';
import { afterImports, decided, findingsIn, importing, of, stateAfter } from './testing';

const typed = (type: number, ...lines: string[]) => sie4(...lines).replace('#SIETYP 4', `#SIETYP ${type}`);
const changes = (events: FiscalYearEvent[]) =>
  of(events, 'BalancesImported').flatMap((data) =>
    data.changes.map(({ account, month, dimensions, amountOre }) => [account, month, dimensions, amountOre]),
  );

const year = ['#IB 0 1930 100', '#IB 0 2010 -100', '#UB 0 1930 60', '#UB 0 2010 -100', '#RES 0 4010 40'];

it('books what a year of type 1 came to on its last day', () => {
  const events = afterImports(typed(1, ...year));
  expect(changes(events)).toEqual([
    [1930, 12, {}, -4_000],
    [4010, 12, {}, 4_000],
  ]);
  expect(stateAfter(events).balances.get(1930)).toBe(6_000);
  expect(Object.keys(findingsIn(events))).toEqual(['unmapped-account']);
});

it('books months of type 2 in their months, and the rest where the file ends', () => {
  const text = typed(2, ...year, '#OMFATTN 20240430', '#PSALDO 0 202401 4010 {} 10', '#PSALDO 0 202403 4010 {} 25');
  const events = afterImports(text);
  expect(changes(events)).toEqual([
    [1930, 4, {}, -4_000],
    [4010, 1, {}, 1_000],
    [4010, 3, {}, 2_500],
    [4010, 4, {}, 500],
  ]);
  expect(findingsIn(events)['months-short']).toEqual(['1930', '4010']);
});

it('takes the parts of the dimension that is activities, and what is left of the sum', () => {
  const parts = ['{} 30', '{6 "STEGEN"} 20', '{1 "10"} 30'].map((one) => `#PSALDO 0 202402 4010 ${one}`);
  const events = afterImports(typed(3, '#RES 0 4010 30', ...parts));
  expect(changes(events)).toEqual([
    [4010, 2, {}, 1_000],
    [4010, 2, { activity: 'stegen' }, 2_000],
  ]);
});

it('carries the difference when the next file comes, and takes back what is gone', () => {
  const past = afterImports(typed(2, '#PSALDO 0 202401 4010 {} 10', '#PSALDO 0 202401 1930 {} -10'));
  const next = importing('import-2', typed(2, '#PSALDO 0 202401 4010 {} 12', '#PSALDO 0 202402 1930 {} -12'));
  const events = decided(past, next);
  expect(changes(events)).toEqual([
    [1930, 1, {}, 1_000],
    [1930, 2, {}, -1_200],
    [4010, 1, {}, 200],
  ]);
  expect(stateAfter([...past, ...events]).balances.get(1930)).toBe(-1_200);
});

it('is never mixed with vouchers in one year', () => {
  const given = (...texts: string[]) => deciderSpec(fiscalYearDecider).given(...afterImports(...texts));
  given(sie4(...voucherLines(1)))
    .when(importing('import-2', typed(1, ...year)))
    .thenRefused('ledger/takes-vouchers');
  given(typed(1, ...year))
    .when(importing('import-2', sie4(...voucherLines(1))))
    .thenRefused('ledger/takes-balances');
});

it('takes the budget of any type, as differences', () => {
  const budget = (...amounts: string[]) =>
    sie4(...amounts.map((amount, n) => `#PBUDGET 0 20240${n + 1} 4010 {} ${amount}`), ...voucherLines(1));
  const past = afterImports(budget('10', '20'));
  const told = (events: FiscalYearEvent[]) =>
    of(events, 'BudgetBalancesImported').flatMap((data) =>
      data.changes.map(({ month, amountOre }) => [month, amountOre]),
    );
  expect(told(past)).toEqual([
    [1, 1_000],
    [2, 2_000],
  ]);
  expect(told(decided(past, importing('import-2', budget('10', '25', '30'))))).toEqual([
    [2, 500],
    [3, 3_000],
  ]);
  expect(stateAfter(past).balances.get(4010)).toBe(12_550);
});

describe('the year before', () => {
  const before = ['#IB -1 1930 50', '#UB -1 1930 100', '#RES -1 4010 20', '#PSALDO -1 202311 4010 {} 15'];

  it('comes along to be compared with where it is not kept here', () => {
    const [told] = of(afterImports(sie4(...before, ...voucherLines(1))), 'ComparativesImported');
    expect(told).toMatchObject({ of: 2023, opening: [{ account: 1930, amountOre: 5_000 }] });
    expect(told!.movements.map(({ account, month, amountOre }) => [account, month, amountOre])).toEqual([
      [1930, 12, 5_000],
      [4010, 11, 1_500],
      [4010, 12, 500],
    ]);
  });

  it('is told once, and stays out where it is kept here', () => {
    const text = sie4(...before, ...voucherLines(1));
    const past = afterImports(text);
    expect(of(decided(past, importing('import-2', `${text}#PROSA x`)), 'ComparativesImported')).toEqual([]);
    const kept = importing('import-2', text, { closedAt: [] });
    expect(of(decided(afterImports(), kept), 'ComparativesImported')).toEqual([]);
  });
});
