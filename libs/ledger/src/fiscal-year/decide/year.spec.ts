import { fold } from '@finsam/kernel';
import { deciderSpec } from '@finsam/kernel/testing';
import {
  accounts,
  activities,
  answerTo,
  bank,
  begun,
  booked,
  correcting,
  cost,
  day,
  decision,
  facts,
  header,
  opened,
  posting,
  row,
} from '../../testing';
import {
  AdoptAccounts,
  AdoptActivities,
  AdoptDimension,
  AttestVoucher,
  BookCost,
  BookVoucher,
  LockPeriods,
  OpenFiscalYear,
  StateGap,
  UnlockPeriods,
} from '../commands';
import { fiscalYearDecider } from '../fiscal-year.decider';
import {
  AccountsAdopted,
  ActivitiesAdopted,
  DimensionAdopted,
  type FiscalYearEvent,
  GapStated,
  PeriodsLocked,
  PeriodsUnlocked,
  VoucherAttested,
} from '../fiscal-year.events';
import { kommunBas } from '../kommun-bas';

const { given } = deciderSpec(fiscalYearDecider);
const reason = 'Delårsrapporten är beslutad';
const lock = (through: number) => LockPeriods({ year: 2024, through, reason, decision });
const locked = (through: number) => PeriodsLocked({ year: 2024, through, reason, decision });
const unlock = (from: number) => UnlockPeriods({ year: 2024, from, reason, decision });
const unlocked = (from: number) => PeriodsUnlocked({ year: 2024, from, reason, decision });
const costOn = (date: string) => BookCost(posting('voucher-9', { date: day(date) }));
const told = (date: string, ...past: FiscalYearEvent[]) => answerTo(costOn(date), ...begun, ...past)[0] ?? 'booked';

describe('a locked period', () => {
  it('takes no voucher, and says which month', () => {
    const inJune = answerTo(costOn('2024-06-30'), ...begun, locked(6));
    expect(inJune).toEqual(['ledger/period-locked', 409, '/date']);
    const answers = ['2024-01-01', '2024-06-30', '2024-07-01', '2024-12-31'].map((date) => told(date, locked(6)));
    expect(answers).toEqual(['ledger/period-locked', 'ledger/period-locked', 'booked', 'booked']);
  });

  it('takes no correction either: it is dated when it is found', () => {
    const past = [...begun, booked(1, 'voucher-1'), locked(6)];
    expect(answerTo(correcting('voucher-1', 'voucher-2', { date: day('2024-06-30') }), ...past)[0]).toBe(
      'ledger/period-locked',
    );
    expect(answerTo(correcting('voucher-1', 'voucher-2', { date: day('2024-07-01') }), ...past)).toEqual([]);
  });

  it('is locked and unlocked by decision with a reason, once', () => {
    given(...begun)
      .when(lock(6))
      .then(locked(6));
    given(...begun, locked(8))
      .when(lock(6))
      .thenNothing();
    given(...begun, locked(8))
      .when(unlock(7))
      .then(unlocked(7));
    given(...begun, locked(6))
      .when(unlock(7))
      .thenNothing();
  });

  it('is open again from the month that was unlocked', () => {
    const past = [locked(8), unlocked(7)];
    const answers = ['2024-06-30', '2024-07-01'].map((date) => told(date, ...past));
    expect(answers).toEqual(['ledger/period-locked', 'booked']);
    expect(told('2024-07-01', ...past, locked(7))).toBe('ledger/period-locked');
  });

  it('does not unmake what was booked: the same command again is no news', () => {
    given(...begun, booked(1, 'voucher-1'), locked(12))
      .when(
        BookVoucher({ ...header('voucher-1'), rows: [row(cost, 12_500, { activity: 'kansli' }), row(bank, -12_500)] }),
      )
      .thenNothing();
  });
});

it('a day that has not been takes no voucher', () => {
  const on = (date: string) =>
    BookCost(posting('voucher-1', { date: day(date), facts: { ...facts, today: day('2024-05-14') } }));
  expect(answerTo(on('2024-05-14'), ...begun)).toEqual([]);
  expect(answerTo(on('2024-05-15'), ...begun)).toEqual(['ledger/date-to-come', 422, '/date']);
});

describe('the chart', () => {
  it('starts as Kommun-Bas when asked for', () => {
    given()
      .when(OpenFiscalYear({ year: 2024, books: 'own', chart: 'kommun-bas' }))
      .then(opened, AccountsAdopted({ year: 2024, accounts: [...kommunBas] }));
    expect(new Set(kommunBas.map(({ account }) => account)).size).toBe(kommunBas.length);
  });

  it('starts as last year’s when asked for, and that year has to be there', () => {
    const previous = { accounts, activities };
    given()
      .when(OpenFiscalYear({ year: 2024, books: 'own', chart: 'previous-year', facts: { previous } }))
      .then(opened, AccountsAdopted({ year: 2024, accounts }), ActivitiesAdopted({ year: 2024, activities }));
    const without = OpenFiscalYear({ year: 2024, books: 'own', chart: 'previous-year', facts: {} });
    expect(answerTo(without)).toEqual(['ledger/no-previous-year', 404, '/chart']);
  });

  it('says from when to when an account or an activity is in use', () => {
    const ends = AccountsAdopted({ year: 2024, accounts: [{ account: cost, name: 'Köp', to: day('2024-06-30') }] });
    const begins = ActivitiesAdopted({
      year: 2024,
      activities: [{ activity: 'kansli', name: 'Kansli', from: day('2024-02-01') }],
    });
    const account = answerTo(costOn('2024-07-01'), ...begun, ends);
    expect(account).toEqual(['ledger/inactive-account', 422, '/account']);
    expect(told('2024-06-30', ends)).toBe('booked');
    const activity = answerTo(costOn('2024-01-31'), ...begun, begins);
    expect(activity).toEqual(['ledger/inactive-activity', 422, '/activity']);
    expect(told('2024-02-01', begins)).toBe('booked');
  });

  it('is not changed by what it says already, and never goes backwards in time', () => {
    given(...begun)
      .when(AdoptAccounts({ year: 2024, accounts: [accounts[0]!] }))
      .thenNothing();
    const backwards = { from: day('2024-02-01'), to: day('2024-01-31') };
    const account = AdoptAccounts({ year: 2024, accounts: [{ account: 1999, name: 'X', ...backwards }] });
    expect(answerTo(account, ...begun)).toEqual(['ledger/ends-before-it-begins', 422, '/accounts/0/to']);
    const activity = AdoptActivities({ year: 2024, activities: [{ activity: 'x', name: 'X', ...backwards }] });
    expect(answerTo(activity, ...begun)[2]).toBe('/activities/0/to');
  });
});

describe('a dimension with a register', () => {
  const codes = [{ code: 'esf', name: 'Lärande', to: day('2024-06-30') }];
  const register = DimensionAdopted({ year: 2024, dimension: 'project', codes });
  const on = (date: string, project: string) =>
    BookCost(posting('voucher-1', { date: day(date), dimensions: { project } }));

  it('takes its own codes only, on the days they are in use', () => {
    given(...begun)
      .when(AdoptDimension({ year: 2024, dimension: 'project', codes }))
      .then(register);
    expect(answerTo(on('2024-06-30', 'esf'), ...begun, register)).toEqual([]);
    expect(answerTo(on('2024-07-01', 'esf'), ...begun, register)).toEqual([
      'ledger/inactive-code',
      422,
      '/dimensions/project',
    ]);
    expect(answerTo(on('2024-06-30', 'annat'), ...begun, register)[0]).toBe('ledger/unknown-code');
    // Without a register any code will do.
    expect(answerTo(on('2024-06-30', 'annat'), ...begun)).toEqual([]);
  });

  it('names each code once', () => {
    const twice = AdoptDimension({ year: 2024, dimension: 'project', codes: [...codes, ...codes] });
    expect(answerTo(twice, ...begun)).toEqual(['ledger/code-twice', 422, '/codes/1/code']);
  });
});

describe('an attestation', () => {
  const attest = (voucherId: string, actor: string) => AttestVoucher({ year: 2024, voucherId, facts: { actor } });
  /** As it is read from the log: with who booked it. */
  const bookedBy = (actor: string) => ({ ...booked(1, 'voucher-1'), meta: { actor } });

  it('is by someone else than who booked the voucher', () => {
    given(...begun, bookedBy('ekonomen'))
      .when(attest('voucher-1', 'chefen'))
      .then(VoucherAttested({ year: 2024, voucherId: 'voucher-1' }));
    expect(answerTo(attest('voucher-1', 'ekonomen'), ...begun, bookedBy('ekonomen'))).toEqual([
      'ledger/own-voucher',
      403,
      undefined,
    ]);
  });

  it('is of a voucher that there is', () => {
    expect(answerTo(attest('voucher-2', 'chefen'), ...begun, bookedBy('ekonomen'))).toEqual([
      'ledger/no-such-voucher',
      404,
      '/voucherId',
    ]);
  });
});

it('a gap that is known is stated once, for an account there is and a day of the year', () => {
  const gap = (asOf: string, account: number = bank) =>
    StateGap({ year: 2024, asOf: day(asOf), gap: 'upplupen-ranta', account });
  given(...begun)
    .when(gap('2024-06-30'))
    .then(GapStated({ year: 2024, asOf: day('2024-06-30'), gap: 'upplupen-ranta', account: bank }));
  expect(answerTo(gap('2023-06-30'), ...begun)[0]).toBe('ledger/date-outside-year');
  expect(answerTo(gap('2024-06-30', 1999), ...begun)[0]).toBe('ledger/unknown-account');
  expect(fold(fiscalYearDecider, begun).gaps.size).toBe(0);
});
