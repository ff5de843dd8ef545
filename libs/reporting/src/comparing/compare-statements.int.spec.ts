import { associationDeciders, type LayoutColumn, type LayoutRow } from '@finsam/associations';
import type { AssociationId, Command } from '@finsam/kernel';
import { ledgerDeciders } from '@finsam/ledger';
import { CommandRunner, withView } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { reportGroups } from '../rendering/render';
import { flow } from '../statements/testing';
import { compareStatements } from './compare-statements';

jest.setTimeout(60_000);

const deciders = [...associationDeciders, ...ledgerDeciders];
const decision = { body: 'styrelse', on: '2023-11-24', paragraph: '41' };
const utfall: LayoutColumn = { id: 'utfall', label: '{to}', kind: 'actual', period: 'report' };
const line = (id: string, accounts: [number, number], more: object = {}): LayoutRow => ({
  kind: 'line',
  id,
  label: id,
  sign: 1,
  accounts: [accounts],
  ...more,
});

let db: TestDatabase;
let id: AssociationId;
let commands = 0;
beforeAll(async () => {
  db = await testDatabase(reportGroups);
  id = await db.register('jamfor');
  await send('RegisterAssociation', { slug: 'norrviken', name: 'Norrviken' });
  await openYear(2024);
});
afterAll(() => db.close());

async function send(type: string, data: object): Promise<number> {
  const context = { association: id, commandId: `command-${++commands}`, actor: 'tester', correlationId: 'c' };
  const { position } = await new CommandRunner(db.store, deciders).execute({ type, data } as Command, context);
  return position;
}

async function openYear(year: number): Promise<void> {
  await send('OpenFiscalYear', { year, books: 'own' });
  const accounts = [1910, 3610, 5010].map((account) => ({ account, name: `Konto ${account}` }));
  await send('AdoptAccounts', { year, accounts });
  await send('AdoptActivities', { year, activities: [{ activity: 'kansli', name: 'Kansli' }] });
}

const voucher = (account: number, ore: number, year = 2024) =>
  send('BookVoucher', {
    year,
    series: 'A',
    date: `${year}-03-01`,
    text: 'Hyra',
    voucherId: `voucher-${commands}`,
    facts: { members: [], today: '2025-04-01' },
    rows: [
      { account, amountOre: ore, dimensions: { activity: 'kansli' } },
      { account: 1910, amountOre: -ore, dimensions: {} },
    ],
  });

async function compared(from: number, period = '2024') {
  await db.project(
    id,
    deciders.flatMap(({ events }) => events),
  );
  return withView(db.databases.association(id), reportGroups, {}, (view) =>
    compareStatements(view, { period, from, after: 0, limit: 50 }),
  );
}

it('tells what a view moves apart from what the row itself took of the books', async () => {
  const setOffs = [{ label: 'Externa intäkter', rows: ['kansli'], accounts: [[3600, 3699]] }];
  const rows = [line('externt', [3600, 3699], { sign: -1 }), line('kansli', [4000, 7999]), line('bank', [1900, 1999])];
  const layout = flow(rows, { columns: [utfall], view: { setOffs } as never });
  const from = await send('AdoptLayout', { layout, decision });
  await voucher(3610, -40_00);
  const afterIncome = await voucher(5010, 100_00);
  const { changes, layouts } = await compared(from);
  expect(layouts).toEqual([]);
  const kansli = changes.find(({ row }) => row === 'kansli')!;
  expect(kansli.differenceOre).toBe(60_00);
  expect(kansli.because).toMatchObject([
    { kind: 'view', differenceOre: -40_00, before: [], after: [{ label: 'Externa intäkter', changeOre: -40_00 }] },
    { kind: 'ledger', differenceOre: 100_00, lines: [{ account: 5010, position: afterIncome }] },
  ]);
  // What was set off against another row never stood on its own.
  expect(changes.map(({ row }) => row)).toEqual(['kansli', 'bank']);
  await voucher(3610, -10_00);
  const [more] = (await compared(afterIncome)).changes;
  const moved = [{ changeOre: -40_00 }, { changeOre: -50_00 }];
  expect(more!.because).toMatchObject([
    { kind: 'view', differenceOre: -10_00, before: moved.slice(0, 1), after: moved.slice(1) },
  ]);
});

it('adds up where the year got its books in between as well', async () => {
  const from = commands; // Each command here has recorded one event.
  await openYear(2025);
  await voucher(3610, -5_00, 2025);
  await voucher(5010, 8_00, 2025);
  const { changes } = await compared(from, '2025');
  const kansli = changes.find(({ row }) => row === 'kansli')!;
  expect([kansli.before.ore, kansli.after.ore]).toEqual([null, 3_00]);
  const told = kansli.because.map((reason) => [reason.kind, 'differenceOre' in reason && reason.differenceOre]);
  expect(told).toEqual([
    ['view', -5_00],
    ['source', 0],
    ['ledger', 8_00],
  ]);
});

it('explains a closing balance by its own entries, and is silent of the opening that they came after', async () => {
  const rows = [
    line('bank-in', [1900, 1999], { reads: 'opening' }),
    line('bank-ut', [1900, 1999], { reads: 'closing' }),
  ];
  const layout = flow(rows, { id: 'kassa', columns: [utfall], covers: [[9000, 9999]] });
  const from = await send('AdoptLayout', { layout, decision });
  await voucher(5010, 7_00);
  const { changes } = await compared(from);
  const kassa = changes.filter(({ table }) => table === 'kassa');
  expect(kassa).toMatchObject([
    { row: 'bank-ut', differenceOre: -7_00, because: [{ kind: 'ledger', differenceOre: -7_00, count: 1 }] },
  ]);
});
