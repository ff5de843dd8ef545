import { parsePeriod } from '@finsam/kernel';
import { CommandRunner, withView } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { ledgerDeciders, ledgerGroup } from '../../room';
import { accounts, activities, bank, cost, day, header, row, send } from '../../testing';
import { AdoptAccounts, AdoptActivities, BookVoucher, OpenFiscalYear } from '../commands';
import { ledgerBalances, ledgerFlows } from './ledger-sums';

jest.setTimeout(60_000);

let db: TestDatabase;
let commands: CommandRunner;

beforeAll(async () => {
  db = await testDatabase([ledgerGroup]);
  commands = new CommandRunner(db.store, ledgerDeciders);
});
afterAll(() => db.close());

const book = (voucherId: string, amount: number, dimensions: Record<string, string>) =>
  BookVoucher({
    ...header(voucherId, { date: day('2024-03-01') }),
    rows: [row(cost, amount, { activity: 'kansli', ...dimensions }), row(bank, -amount)],
  });

it('sums by the dimensions that are asked for, and by no others', async () => {
  const association = await db.register('dimensioner');
  await send(
    commands,
    association,
    OpenFiscalYear({ year: 2024, books: 'own' }),
    AdoptAccounts({ year: 2024, accounts }),
    AdoptActivities({ year: 2024, activities }),
    book('voucher-1', 100, { project: 'esf', counterparty: 'a' }),
    book('voucher-2', 20, { project: 'esf', counterparty: 'b' }),
    book('voucher-3', 3, { project: 'annat', counterparty: 'a' }),
    book('voucher-4', 4, {}),
  );
  await db.project(
    association,
    ledgerDeciders.flatMap(({ events }) => events),
  );
  const costs = (by: string[]) =>
    withView(db.databases.association(association), [ledgerGroup], {}, async (view) => {
      const [flows, balances] = [
        await ledgerFlows(view, parsePeriod('2024'), by),
        await ledgerBalances(view, parsePeriod('2024'), by),
      ];
      expect(balances).toEqual(flows);
      return flows
        .filter(({ account }) => account === cost)
        .map(({ dimensions, amountOre }) => [dimensions, amountOre]);
    });
  expect(await costs([])).toEqual([[undefined, 127]]);
  const byProject = await costs(['project']);
  expect(byProject).toHaveLength(3);
  expect(byProject).toEqual(
    expect.arrayContaining([
      [{ project: 'esf' }, 120],
      [{ project: 'annat' }, 3],
      [{}, 4],
    ]),
  );
  expect(await costs(['counterparty', 'project'])).toHaveLength(4);
  expect(await costs(["o'neill"])).toEqual([[{}, 127]]);
});
