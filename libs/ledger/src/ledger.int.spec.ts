import { type AssociationId, ore, type Period, parsePeriod, type Recorded } from '@finsam/kernel';
import { CommandRunner, GroupRunner, recordOf, type View, withView } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import * as fc from 'fast-check';
import {
  AdoptAccounts,
  AdoptActivities,
  BookVoucher,
  type FiscalYearCommand,
  OpenFiscalYear,
  SetOpeningBalances,
} from './fiscal-year/commands';
import type { FiscalYearEvent } from './fiscal-year/fiscal-year.events';
import { ledgerBalances, ledgerFlows, openingBalances } from './fiscal-year/views/ledger-sums';
import type { LedgerSum } from './fiscal-year/views/summed-by';
import type { VoucherRow } from './fiscal-year/voucher';
import { ledgerDeciders, ledgerGroup } from './room';
import {
  accounts,
  activities,
  balances,
  bank,
  contributions,
  correcting,
  cost,
  day,
  debts,
  equity,
  noYearBefore,
} from './testing';
import { header, row, send } from './testing';

jest.setTimeout(120_000);

const catalogue = ledgerDeciders.flatMap(({ events }) => events);

let db: TestDatabase;
let north: AssociationId;
let south: AssociationId;

beforeAll(async () => {
  db = await testDatabase([ledgerGroup]);
  [north, south] = [await db.register('norr'), await db.register('soder')];
  const commands = new CommandRunner(db.store, ledgerDeciders);
  await send(commands, north, ...[2023, 2024].flatMap(begin), ...vouchers(40, 1), ...corrections);
  await send(commands, south, ...[2024].flatMap(begin), ...vouchers(8, 2));
  for (const association of [north, south]) await db.project(association, catalogue);
});
afterAll(() => db.close());

function begin(year: number): FiscalYearCommand[] {
  return [
    OpenFiscalYear({ year, books: 'own' }),
    AdoptAccounts({ year, accounts }),
    AdoptActivities({ year, activities }),
    SetOpeningBalances({
      year,
      balances: balances([bank, year * 100], [debts, -23], [equity, 23 - year * 100]),
      facts: noYearBefore,
    }),
  ];
}

/** As unlike each other as chance makes them, the same in each run. */
function vouchers(count: number, seed: number): FiscalYearCommand[] {
  const member = fc.constantFrom<Record<string, string>>(
    {},
    { member: 'vasterby' },
    { member: 'osterby', project: 'p-1' },
  );
  const told = fc.record({
    year: seed === 1 ? fc.constantFrom(2023, 2024) : fc.constant(2024),
    days: fc.constantFrom('01-01', '02-28', '06-30', '07-01', '12-31'),
    on: fc.constantFrom(cost, contributions, debts),
    amount: fc.integer({ min: 1, max: 99_999 }),
    activity: fc.constantFrom<Record<string, string>>({}, { activity: 'kansli' }, { activity: 'stegen' }),
    member,
  });
  return fc.sample(told, { numRuns: count, seed }).map(({ year, days, on, amount, activity, member: of }, index) => {
    const rows = [row(on, amount, { ...activity, ...of }), row(bank, -amount)];
    return BookVoucher({ ...header(`voucher-${year}-${index}`, { year, date: day(`${year}-${days}`) }), rows });
  });
}

const corrections = vouchers(6, 1).map(({ data }) => {
  const { year, voucherId } = data as { year: number; voucherId: string };
  return correcting(voucherId, `counter-${voucherId}`, { year, date: day(`${year}-12-31`) });
});

function read<T>(association: AssociationId, at: number | undefined, work: (view: View) => Promise<T>): Promise<T> {
  return withView(db.databases.association(association), [ledgerGroup], at === undefined ? {} : { at }, work);
}

type Entry = VoucherRow & { year: number; date: string; opening: boolean };

function entriesOf({ data }: FiscalYearEvent): Entry[] {
  if ('balances' in data) {
    const first = { year: data.year, date: `${data.year}-01-01`, opening: true, dimensions: {} };
    return data.balances.map((balance) => ({ ...first, ...balance }));
  }
  if (!('voucher' in data)) return [];
  const { date, rows } = data.voucher;
  return rows.map((entry) => ({ year: data.year, date, opening: false, ...entry }));
}

/** The straightforward sum, in any order. */
function summed(entries: readonly Entry[], wanted: (entry: Entry) => boolean): LedgerSum[] {
  const sums = new Map<string, LedgerSum>();
  for (const { account, dimensions, amountOre } of entries.filter(wanted)) {
    const { activity = null, member = null } = dimensions;
    const key = JSON.stringify([account, activity, member]);
    sums.set(key, { account, activity, member, amountOre: ore((sums.get(key)?.amountOre ?? 0) + amountOre) });
  }
  return inOrder([...sums.values()]);
}

function inOrder(sums: readonly LedgerSum[]): LedgerSum[] {
  return [...sums].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

async function expectSums(association: AssociationId, at: number, log: readonly Recorded[]): Promise<void> {
  const entries = log.filter(({ position }) => position <= at).flatMap((event) => entriesOf(event as never));
  const covers =
    ({ from, to }: Period) =>
    (entry: Entry) =>
      !entry.opening && entry.date >= from && entry.date <= to;
  await read(association, at, async (view) => {
    for (const code of ['2023', '2024-H1', '2024-02', '2024-01-01..2024-07-01', '2024-06-R12', '2022']) {
      const period = parsePeriod(code);
      const year = Number(period.to.slice(0, 4));
      expect(inOrder(await ledgerFlows(view, period))).toEqual(summed(entries, covers(period)));
      const standing = (entry: Entry) => entry.year === year && entry.date <= period.to;
      expect(inOrder(await ledgerBalances(view, period))).toEqual(summed(entries, standing));
    }
    for (const year of [2022, 2023, 2024]) {
      const opening = (entry: Entry) => entry.opening && entry.year === year;
      expect(inOrder(await openingBalances(view, year))).toEqual(summed(entries, opening));
    }
  });
}

it('sums what a straightforward sum of the log gives, now and at any position before', async () => {
  for (const association of [north, south]) {
    const log = await db.store.readLog(recordOf(association), 0, 1_000);
    for (const at of [1, 4, 9, 20, log.length - 3, log.length]) {
      if (at <= log.length) await expectSums(association, at, log);
    }
  }
});

it('gives the same sums after it is built again, twice', async () => {
  const log = await db.store.readLog(recordOf(north), 0, 1_000);
  const runner = new GroupRunner(db.databases, catalogue, { batchSize: 7 });
  await runner.rebuild(north, ledgerGroup);
  await runner.rebuild(north, ledgerGroup);
  for (const at of [12, log.length]) await expectSums(north, at, log);
});

it('orders sums by account, activity and member', async () => {
  const sums = await read(north, undefined, (view) => ledgerFlows(view, parsePeriod('2024')));
  const keys = sums.map(({ account, activity, member }) => [account, activity ?? '~', member ?? '~'].join(' '));
  expect(keys).toEqual([...keys].sort());
  expect(keys.length).toBeGreaterThan(8);
});
