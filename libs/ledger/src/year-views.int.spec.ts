// The books as they are read: general ledger, months, open items and a voucher's history, on a real database.
import { type AssociationId, type Command, fiscalYearOf, parsePeriod } from '@finsam/kernel';
import { CommandRunner, type View, withView } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import {
  AttestVoucher,
  BookAccrual,
  BookCost,
  InvoiceContribution,
  OpenFiscalYear,
  ReceiveContribution,
  SetOpeningBalances,
} from './fiscal-year/commands';
import { fiscalYearEvents } from './fiscal-year/fiscal-year.events';
import { AdoptAccounts, AdoptActivities } from './fiscal-year/commands';
import { broughtForward, ledgerLines } from './fiscal-year/views/general-ledger';
import { voucherHistory } from './fiscal-year/views/journal';
import { ledgerBalances } from './fiscal-year/views/ledger-sums';
import { monthlyBalances } from './fiscal-year/views/monthly-balances';
import { openItems } from './fiscal-year/views/open-items';
import { reportedFiguresEvents } from './reported-figures/reported-figures.events';
import { ledgerDeciders, ledgerGroup } from './room';
import {
  accounts,
  activities,
  balances,
  bank,
  claims,
  contributions,
  correcting,
  cost,
  day,
  equity,
  interim,
  kr,
  noYearBefore,
  posting,
} from './testing';

const catalogue = [...fiscalYearEvents, ...reportedFiguresEvents];
let db: TestDatabase;
let association: AssociationId;
let commands: CommandRunner;

let sent = 0;
const by = (actor: string, ...all: Command[]) =>
  all.reduce<Promise<unknown>>(
    (before, command) =>
      before.then(() =>
        commands.execute(command, { association, commandId: `c-${++sent}`, actor, correlationId: 'test' }),
      ),
    Promise.resolve(),
  );

beforeAll(async () => {
  db = await testDatabase([ledgerGroup]);
  commands = new CommandRunner(db.store, ledgerDeciders);
  association = await db.register('bokforing');
  const contribution = { account: contributions, memberId: 'vasterby', amountOre: kr(500) };
  await by(
    'ekonomen',
    OpenFiscalYear({ year: 2024, books: 'own' }),
    AdoptAccounts({ year: 2024, accounts }),
    AdoptActivities({ year: 2024, activities }),
    SetOpeningBalances({ year: 2024, balances: balances([bank, 1_000_00], [equity, -1_000_00]), facts: noYearBefore }),
    InvoiceContribution({
      ...posting('voucher-1', { ...contribution, against: claims, date: day('2024-01-10') }),
      ...contribution,
    }),
    ReceiveContribution({
      ...posting('voucher-2', { ...contribution, amountOre: kr(200), date: day('2024-02-20') }),
      memberId: 'vasterby',
    }),
    BookCost(posting('voucher-3', { amountOre: kr(70), date: day('2024-02-10') })),
    BookCost(posting('voucher-4', { amountOre: kr(30), date: day('2024-04-10') })),
    BookAccrual({
      ...posting('voucher-5', { against: interim, item: 'arvode', date: day('2024-06-30') }),
      kind: 'accrued-cost',
    }),
    correcting('voucher-3', 'voucher-6', { date: day('2024-05-02') }),
    // Another activity in the same month on the same account.
    BookCost(posting('voucher-7', { amountOre: kr(5), date: day('2024-04-11'), activity: 'stegen' })),
  );
  await by('chefen', AttestVoucher({ year: 2024, voucherId: 'voucher-3', facts: { actor: 'chefen' } }));
  await db.project(association, catalogue);
});
afterAll(() => db.close());

const read = <T>(work: (view: View) => Promise<T>): Promise<T> =>
  withView(db.databases.association(association), [ledgerGroup], {}, work);
const whole = { year: 2024, opening: true, after: 0, limit: 100 };

describe('the general ledger', () => {
  it('tells an account’s rows in the order of their days, from what it began with', async () => {
    const { lines, next } = await read((view) => ledgerLines(view, { ...whole, account: bank }));
    expect(lines.map(({ date, amountOre, series, number }) => [date, amountOre, series, number])).toEqual([
      ['2024-01-01', 1_000_00, null, null],
      ['2024-02-10', -70_00, 'A', 3],
      ['2024-02-20', 200_00, 'A', 2],
      ['2024-04-10', -30_00, 'A', 4],
      ['2024-04-11', -5_00, 'A', 7],
      ['2024-05-02', 70_00, 'A', 6],
    ]);
    expect(next).toBeNull();
  });

  it('carries the balance from page to page, whatever the first day', async () => {
    const of = (changes: object) => ({ ...whole, account: bank, ...changes });
    const page = of({ after: 2, limit: 2 });
    expect(await read((view) => broughtForward(view, page))).toBe(930_00);
    expect((await read((view) => ledgerLines(view, page))).next).toBe(4);
    expect(await read((view) => broughtForward(view, of({ from: day('2024-03-01') })))).toBe(1_130_00);
    expect(await read((view) => broughtForward(view, of({ from: day('2024-03-01'), after: 1 })))).toBe(1_100_00);
  });

  it('leads from a sum to the rows behind it', async () => {
    const selection = { ...whole, opening: false, account: cost, activity: 'kansli', to: day('2024-05-31') };
    const { lines } = await read((view) => ledgerLines(view, selection));
    expect(lines.map(({ voucherId, amountOre }) => [voucherId, amountOre])).toEqual([
      ['voucher-3', 70_00],
      ['voucher-4', 30_00],
      ['voucher-6', -70_00],
    ]);
    const ofMember = await read((view) => ledgerLines(view, { ...whole, opening: false, member: 'vasterby' }));
    expect(ofMember.lines.map(({ voucherId }) => voucherId)).toEqual(['voucher-1', 'voucher-1', 'voucher-2']);
  });
});

it('tells each account month by month, and ends where the balances end', async () => {
  const months = await read((view) => monthlyBalances(view, 2024));
  const ofBank = months.find(({ account }) => account === bank)!;
  expect([ofBank.openingOre, ofBank.movedOre.slice(0, 6), ofBank.closingOre.slice(0, 6)]).toEqual([
    1_000_00,
    [0, 130_00, 0, -35_00, 70_00, 0],
    [1_000_00, 1_130_00, 1_130_00, 1_095_00, 1_165_00, 1_165_00],
  ]);
  expect(months.find(({ account }) => account === cost)!.movedOre.slice(0, 6)).toEqual([
    0, 70_00, 0, 35_00, -70_00, 125_00,
  ]);
  const period = parsePeriod('2024');
  expect(fiscalYearOf(period)).toBe(2024);
  const sums = new Map<number, number>();
  for (const { account, amountOre } of await read((view) => ledgerBalances(view, period))) {
    sums.set(account, (sums.get(account) ?? 0) + amountOre);
  }
  expect(new Map(months.map(({ account, closingOre }) => [account, closingOre[11]]))).toEqual(sums);
});

it('tells what is unpaid and unsettled at the end of any day', async () => {
  const at = (date: string) => read((view) => openItems(view, 2024, day(date)));
  const claim = { account: claims, item: 'a1-2024', member: 'vasterby', since: '2024-01-10' };
  expect(await at('2024-01-09')).toEqual([]);
  expect(await at('2024-01-31')).toEqual([{ ...claim, amountOre: 500_00 }]);
  expect(await at('2024-12-31')).toEqual([
    { ...claim, amountOre: 300_00 },
    { account: interim, item: 'arvode', member: null, since: '2024-06-30', amountOre: -125_00 },
  ]);
});

it('tells a voucher with its history: who booked it, who attested it, what took it back', async () => {
  const voucher = await read((view) => voucherHistory(view, 2024, 'voucher-3'));
  expect(voucher).toMatchObject({ registeredBy: 'ekonomen', attested: true, correctedBy: 'voucher-6', importId: null });
  expect(voucher!.history.map(({ mark, by: who, voucherId }) => [mark, who, voucherId])).toEqual([
    ['corrected', 'ekonomen', 'voucher-6'],
    ['attested', 'chefen', null],
  ]);
  const counter = await read((view) => voucherHistory(view, 2024, 'voucher-6'));
  expect(counter).toMatchObject({ corrects: 'voucher-3', correctedBy: null, attested: false, history: [] });
  expect(await read((view) => voucherHistory(view, 2023, 'voucher-3'))).toBeNull();
});
