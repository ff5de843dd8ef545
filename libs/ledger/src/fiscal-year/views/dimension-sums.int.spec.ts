import type { AssociationId } from '@finsam/kernel';
import { CommandRunner, withView } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { ledgerDeciders, ledgerGroup } from '../../room';
import { accounts, activities, bank, cost, day, equity, header, kr, noYearBefore, row, send } from '../../testing';
import { AdoptAccounts, AdoptActivities, BookVoucher, OpenFiscalYear, SetOpeningBalances } from '../commands';
import { dimensionSums } from './dimension-sums';

jest.setTimeout(60_000);

let db: TestDatabase;
let commands: CommandRunner;

beforeAll(async () => {
  db = await testDatabase([ledgerGroup]);
  commands = new CommandRunner(db.store, ledgerDeciders);
});
afterAll(() => db.close());

const catalogue = ledgerDeciders.flatMap(({ events }) => events);
const begin = (year: number) => [
  OpenFiscalYear({ year, books: 'own' as const }),
  AdoptAccounts({ year, accounts }),
  AdoptActivities({ year, activities }),
];
const book = (voucherId: string, on: string, amount: number, dimensions: Record<string, string> = {}) =>
  BookVoucher({
    ...header(voucherId, { date: day(on), year: Number(on.slice(0, 4)) }),
    rows: [row(cost, amount, { activity: 'kansli', ...dimensions }), row(bank, -amount)],
  });

async function costs(association: AssociationId, from: string, to: string, at?: number) {
  await db.project(association, catalogue);
  const view = { ...(at !== undefined && { at }) };
  const sums = await withView(db.databases.association(association), [ledgerGroup], view, (open) =>
    dimensionSums(open, { from: day(from), to: day(to) }),
  );
  return sums
    .filter(({ account }) => account === cost)
    .map(({ month, dimensions, amountOre }) => [month, dimensions['position'] ?? null, amountOre]);
}

it('sums each month by itself, over the end of a year, apart by every dimension', async () => {
  const association = await db.register('manader');
  await send(commands, association, ...begin(2023), ...begin(2024));
  const first = await send(commands, association, book('voucher-1', '2023-12-31', 100));
  await send(
    commands,
    association,
    book('voucher-2', '2024-01-01', 200),
    book('voucher-3', '2024-01-31', 30),
    book('voucher-4', '2024-01-15', 4, { position: 'chef' }),
    book('voucher-5', '2024-02-01', 5),
  );
  const december = ['2023-12', null, 100];
  const january = [
    ['2024-01', null, 230],
    ['2024-01', 'chef', 4],
  ];
  const both = await costs(association, '2023-12-01', '2024-01-31');
  expect(both).toHaveLength(3);
  expect(both).toEqual(expect.arrayContaining([december, ...january]));
  expect(await costs(association, '2024-01-02', '2024-02-01')).toEqual(
    expect.arrayContaining([
      ['2024-01', null, 30],
      ['2024-02', null, 5],
    ]),
  );
  expect(await costs(association, '2023-01-01', '2024-12-31', first)).toEqual([december]);
});

it('leaves out what the year began with', async () => {
  const association = await db.register('ingaende');
  await send(commands, association, ...begin(2024));
  const balances = [
    { account: bank, amountOre: kr(5) },
    { account: equity, amountOre: kr(-5) },
  ];
  await send(commands, association, SetOpeningBalances({ year: 2024, balances, facts: noYearBefore }));
  await db.project(association, catalogue);
  const sums = await withView(db.databases.association(association), [ledgerGroup], {}, (view) =>
    dimensionSums(view, { from: day('2024-01-01'), to: day('2024-12-31') }),
  );
  expect(sums).toEqual([]);
});
