import { fold, ore, sumOre } from '@finsam/kernel';
import { deciderSpec } from '@finsam/kernel/testing';
import {
  answerTo,
  balances,
  bank,
  begun,
  booked,
  claims,
  contributions,
  cost,
  debts,
  decision,
  equity,
  kr,
  noYearBefore,
  openingSet,
  row,
} from '../../testing';
import { CarryForwardBalances, CloseFiscalYear, type PreviousYear, SetOpeningBalances } from '../commands';
import { fiscalYearDecider } from '../fiscal-year.decider';
import { BalancesCarriedForward, FiscalYearClosed } from '../fiscal-year.events';
import { standingOf } from './opening';

const { given } = deciderSpec(fiscalYearDecider);

/** 2023 here: 1 000 in the bank, 200 of it this year's surplus. */
const before = (changes: Partial<PreviousYear> = {}): PreviousYear => ({
  closed: false,
  resultOre: kr(200),
  balances: balances([bank, 100_000], [equity, -80_000]),
  ...changes,
});
const carry = (previous: PreviousYear | null, equityAccount: number = equity) =>
  CarryForwardBalances({ year: 2024, equityAccount, facts: { previous } });
const carried = (preliminary: boolean, list: ReturnType<typeof balances>, changes = list) =>
  BalancesCarriedForward({ year: 2024, preliminary, balances: list, changes });
const start = balances([bank, 100_000], [equity, -100_000]);

describe('balances carried forward', () => {
  it('begin the year with last year’s, its result in equity; preliminary while that year is open', () => {
    given(...begun)
      .when(carry(before()))
      .then(carried(true, start));
    given(...begun)
      .when(carry(before({ closed: true })))
      .then(carried(false, start));
  });

  it('come again with what has changed since, and last when the year before is closed', () => {
    const later = before({ resultOre: kr(150), balances: balances([bank, 95_000], [equity, -80_000]) });
    const now = balances([bank, 95_000], [equity, -95_000]);
    const changes = balances([bank, -5_000], [equity, 5_000]);
    given(...begun, carried(true, start))
      .when(carry(later))
      .then(carried(true, now, changes));
    given(...begun, carried(true, start), carried(true, now, changes))
      .when(carry({ ...later, closed: true }))
      .then(carried(false, now, []));
    const state = fold(fiscalYearDecider, [...begun, carried(true, start), carried(true, now, changes)]);
    expect([state.balances.get(bank), state.balances.get(equity)]).toEqual([95_000, -95_000]);
  });

  it('agree with what was typed in, and then change nothing', () => {
    given(...begun, openingSet([bank, 100_000], [equity, -100_000]))
      .when(carry(before({ closed: true })))
      .thenNothing();
    given(...begun, openingSet([bank, 90_000], [equity, -90_000]))
      .when(carry(before({ closed: true })))
      .then(carried(false, start, balances([bank, 10_000], [equity, -10_000])));
  });

  it('keep the open items apart, so that a claim of last year can be settled this year', () => {
    const claim = { account: claims, amountOre: kr(300), dimensions: { item: 'a7-2023', member: 'vasterby' } };
    const list = [...balances([bank, 100_000], [equity, -110_000]), claim];
    const previous = before({ balances: list, resultOre: ore(20_000) });
    const begins = [claim, ...balances([bank, 100_000], [equity, -130_000])];
    given(...begun)
      .when(carry(previous))
      .then(carried(true, begins));
    const state = fold(fiscalYearDecider, [...begun, carried(true, begins)]);
    expect([...state.items.values()]).toEqual([
      { account: claims, item: 'a7-2023', member: 'vasterby', since: '2024-01-01', carried: true, amountOre: 30_000 },
    ]);
  });

  it('need a year before that is kept here, an equity account, and accounts that are in the chart', () => {
    expect(answerTo(carry(null), ...begun)).toEqual(['ledger/no-previous-year', 404, undefined]);
    expect(answerTo(carry(before(), bank), ...begun)).toEqual(['ledger/not-an-equity-account', 422, '/equityAccount']);
    const unknown = before({ balances: balances([1999, 100_000], [equity, -80_000]) });
    expect(answerTo(carry(unknown), ...begun)[0]).toBe('ledger/unknown-account');
  });

  it('are final before the year itself can be closed', () => {
    const close = CloseFiscalYear({ year: 2024, decision });
    expect(answerTo(close, ...begun, carried(true, start))).toEqual(['ledger/opening-preliminary', 409, undefined]);
    const closed = FiscalYearClosed({ year: 2024, resultOre: kr(0), closingBalances: start, decision });
    given(...begun, carried(false, start))
      .when(close)
      .then(closed);
  });
});

describe('opening balances that are typed in', () => {
  const typed = (previous: PreviousYear | null, ...list: Parameters<typeof balances>) =>
    SetOpeningBalances({ year: 2024, balances: balances(...list), facts: { previous } });

  it('are last year’s closing balances, when that year is kept here', () => {
    const told = answerTo(typed(before(), [bank, 100_001], [equity, -100_001]), ...begun);
    expect(told).toEqual(['ledger/opening-differs', 422, '/balances']);
    const moved = answerTo(typed(before(), [bank, 90_000], [debts, 10_000], [equity, -100_000]), ...begun);
    expect(moved[0]).toBe('ledger/opening-differs');
    expect(answerTo(typed(before(), [bank, 100_000], [equity, -100_000]), ...begun)).toEqual([]);
    expect(answerTo(typed(noYearBefore.previous, [bank, 1], [equity, -1]), ...begun)).toEqual([]);
  });

  it('leave open which equity account has the result', () => {
    const chart = [
      ...begun,
      { type: 'AccountsAdopted' as const, data: { year: 2024, accounts: [{ account: 2018, name: 'Årets resultat' }] } },
    ];
    expect(answerTo(typed(before(), [bank, 100_000], [equity, -80_000], [2018, -20_000]), ...chart)).toEqual([]);
  });

  it('may name the items that they consist of, each once', () => {
    const item = (name: string, amount: number) => ({
      account: claims,
      amountOre: ore(amount),
      dimensions: { item: name },
    });
    const command = (...list: ReturnType<typeof item>[]) =>
      SetOpeningBalances({
        year: 2024,
        balances: [...list, { account: equity, amountOre: ore(-30) }],
        facts: noYearBefore,
      });
    expect(answerTo(command(item('f-1', 10), item('f-2', 20)), ...begun)).toEqual([]);
    expect(answerTo(command(item('f-1', 10), item('f-1', 20)), ...begun)[0]).toBe('ledger/account-twice');
  });
});

it('a year stands with its items told apart, and what it is sums to nothing', () => {
  const rows = [
    row(claims, 5_000, { item: 'a1-2024', member: 'vasterby' }),
    row(contributions, -5_000, { activity: 'kansli', member: 'vasterby' }),
    row(cost, 700, { activity: 'kansli' }),
    row(bank, -700),
  ];
  const state = fold(fiscalYearDecider, [
    ...begun,
    openingSet([bank, 1_000], [equity, -1_000]),
    booked(1, 'voucher-1', rows),
  ]);
  const standing = standingOf(state);
  expect(standing).toEqual({
    closed: false,
    resultOre: 4_300,
    balances: [
      { account: claims, amountOre: 5_000, dimensions: { item: 'a1-2024', member: 'vasterby' } },
      ...balances([bank, 300], [equity, -1_000]),
    ],
  });
  expect(sumOre(standing.balances.map(({ amountOre }) => amountOre))).toBe(standing.resultOre);
});
