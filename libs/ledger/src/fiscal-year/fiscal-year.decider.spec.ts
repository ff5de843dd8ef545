import { deciderSpec } from '@finsam/kernel/testing';
import {
  accounts,
  activities,
  answerTo,
  balances,
  bank,
  begun,
  chart,
  contributions,
  debts,
  decision,
  equity,
  header,
  kr,
  lines,
  opened,
  openingSet,
  someRows,
  noYearBefore,
} from '../testing';
import {
  AdoptAccounts,
  AdoptActivities,
  BookVoucher,
  CloseFiscalYear,
  type FiscalYearCommand,
  OpenFiscalYear,
  SetOpeningBalances,
} from './commands';
import { fiscalYearDecider, fiscalYearStream } from './fiscal-year.decider';
import { AccountsAdopted, ActivitiesAdopted, FiscalYearClosed } from './fiscal-year.events';

const { given } = deciderSpec(fiscalYearDecider);
const year = 2024;
const open = (books: 'own' | 'imported') => OpenFiscalYear({ year, books });
const close = CloseFiscalYear({ year, decision });
const closed = FiscalYearClosed({ year, resultOre: kr(0), closingBalances: [], decision });

it('is opened once, and it is settled for good where its books are kept', () => {
  given().when(open('own')).then(opened);
  given(opened).when(open('own')).thenNothing();
  given(opened).when(open('imported')).thenRefused('ledger/year-already-open');
  given(opened, closed).when(open('own')).thenNothing();
});

it('knows nothing before it is opened', () => {
  const commands: FiscalYearCommand[] = [
    AdoptAccounts({ year, accounts }),
    AdoptActivities({ year, activities }),
    SetOpeningBalances({ year, balances: balances([bank, 1], [equity, -1]), facts: noYearBefore }),
    BookVoucher({ ...header('voucher-1'), rows: someRows }),
    close,
  ];
  for (const command of commands) {
    given().when(command).thenRefused('ledger/no-such-year');
    expect(answerTo(command)).toEqual(['ledger/no-such-year', 404, undefined]);
  }
});

it('has a stream of its own', () => {
  expect(fiscalYearDecider.stream(open('own'))).toBe('fiscal-year-2024');
  expect(fiscalYearDecider.stream(BookVoucher({ ...header('voucher-1'), rows: someRows }))).toBe(
    fiscalYearStream(2024),
  );
});

describe('the chart', () => {
  const adopt = (...list: typeof accounts) => AdoptAccounts({ year, accounts: list });
  const [first, second] = accounts as [(typeof accounts)[0], (typeof accounts)[0]];

  it('grows by the accounts that are new, and an account named again gets the new name', () => {
    given(opened).when(AdoptAccounts({ year, accounts })).then(chart);
    given(opened, chart).when(AdoptAccounts({ year, accounts })).thenNothing();
    const renamed = { ...second, name: 'Kundfordringar' };
    given(opened, AccountsAdopted({ year, accounts: [first, second] }))
      .when(adopt(first, renamed))
      .then(AccountsAdopted({ year, accounts: [renamed] }));
  });

  it('grows by activities in the same way', () => {
    given(opened).when(AdoptActivities({ year, activities })).then(lines);
    const renamed = { ...activities[1]!, name: 'Trappan' };
    given(opened, lines)
      .when(AdoptActivities({ year, activities: [activities[0]!, renamed] }))
      .then(ActivitiesAdopted({ year, activities: [renamed] }));
  });

  it('names nothing twice at once, for which name would hold?', () => {
    const twice = adopt(first, second, { ...first, name: 'Kassa' });
    given(opened).when(twice).thenRefused('ledger/account-twice');
    expect(answerTo(twice, opened)).toEqual(['ledger/account-twice', 422, '/accounts/2/account']);
    const both = AdoptActivities({ year, activities: [...activities, { ...activities[0]!, name: 'Kontor' }] });
    expect(answerTo(both, opened)).toEqual(['ledger/activity-twice', 422, '/activities/2/activity']);
  });

  it('is closed with the year', () => {
    given(opened, closed).when(adopt(first)).thenRefused('ledger/year-closed');
    given(opened, closed).when(AdoptActivities({ year, activities })).thenRefused('ledger/year-closed');
  });
});

describe('the opening balances', () => {
  const set = (...list: Parameters<typeof balances>) =>
    SetOpeningBalances({ year, balances: balances(...list), facts: noYearBefore });
  const even = [
    [bank, 300_000],
    [debts, -100_001],
    [equity, -199_999],
  ] as const;

  it('are set once', () => {
    given(...begun)
      .when(set(...even))
      .then(openingSet(...even));
    given(...begun, openingSet(...even), closed)
      .when(set(...even))
      .thenNothing();
    const others = set([bank, 1], [equity, -1]);
    expect(answerTo(others, ...begun, openingSet(...even))).toEqual(['ledger/opening-balances-set', 409, undefined]);
    given(...begun, closed)
      .when(others)
      .thenRefused('ledger/year-closed');
  });

  it('weigh the same on both sides, to the öre', () => {
    const uneven = set([bank, 300_000], [equity, -299_999]);
    expect(answerTo(uneven, ...begun)).toEqual(['ledger/unbalanced-opening', 422, '/balances']);
  });

  it('stand on balance accounts of the chart, each once', () => {
    const answer = (...list: Parameters<typeof balances>) => answerTo(set([bank, 1], ...list), ...begun);
    expect(answer([1234, -1])).toEqual(['ledger/unknown-account', 422, '/balances/1/account']);
    expect(answer([equity, -1], [contributions, 0])).toEqual([
      'ledger/not-a-balance-account',
      422,
      '/balances/2/account',
    ]);
    expect(answer([equity, -2], [bank, 1])).toEqual(['ledger/account-twice', 422, '/balances/2/account']);
  });
});
