import { associationDeciders, type LayoutColumn, type LayoutRow, type Reading } from '@finsam/associations';
import { fundingDeciders } from '@finsam/funding';
import { type AssociationId, type Command, parsePeriod } from '@finsam/kernel';
import { ledgerDeciders } from '@finsam/ledger';
import { CommandRunner, withView } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { explainCell } from '../explaining/explain-cell';
import { flow, printedRow } from '../statements/testing';
import { reportGroups, statements } from './render';

jest.setTimeout(60_000);

const decision = { body: 'styrelse', on: '2023-11-24', paragraph: '41' };
const deciders = [...associationDeciders, ...ledgerDeciders, ...fundingDeciders];
const utfall: LayoutColumn = { id: 'utfall', label: '{to}', kind: 'actual', period: 'report' };
const forra: LayoutColumn = { id: 'forra', label: '{to}', kind: 'actual', period: 'previous-year' };
const sammaDag: LayoutColumn = { id: 'samma-dag', label: '{to}', kind: 'actual', period: 'same-period-last-year' };

let db: TestDatabase;
let id: AssociationId;
let commands = 0;
beforeAll(async () => (db = await testDatabase(reportGroups)));
beforeEach(async () => {
  id = await db.register(`readings-${commands}`);
  await send('RegisterAssociation', { slug: 'norrviken', name: 'Norrviken' });
});
afterAll(() => db.close());

async function send(type: string, data: object): Promise<void> {
  const context = { association: id, commandId: `command-${++commands}`, actor: 'tester', correlationId: 'c' };
  await new CommandRunner(db.store, deciders).execute({ type, data } as Command, context);
}

const voucher = (year: number, on: string, text: string, rows: [account: number, ore: number, member?: string][]) =>
  send('BookVoucher', {
    year,
    series: 'A',
    date: on,
    text,
    voucherId: `voucher-${commands}`,
    facts: { members: ['habo', 'staten'], today: '2025-02-01' },
    rows: rows.map(([account, amountOre, member]) => ({
      account,
      amountOre,
      dimensions: account < 3000 ? {} : { activity: 'kansli', ...(member && { member }) },
    })),
  });

/** 100 in the bank at the year's start, 50 spent in March, and 30 received in October. */
async function books(): Promise<void> {
  await send('OpenFiscalYear', { year: 2024, books: 'own' });
  const accounts = [1910, 2010, 3510, 5010].map((account) => ({ account, name: `Konto ${account}` }));
  await send('AdoptAccounts', { year: 2024, accounts });
  await send('AdoptActivities', { year: 2024, activities: [{ activity: 'kansli', name: 'Kansli' }] });
  const balances = [
    { account: 1910, amountOre: 100_00 },
    { account: 2010, amountOre: -100_00 },
  ];
  await send('SetOpeningBalances', { year: 2024, balances, facts: { previous: null } });
  await voucher(2024, '2024-03-01', 'Hyra', [
    [5010, 50_00],
    [1910, -50_00],
  ]);
  await voucher(2024, '2024-10-01', 'Bidrag', [
    [1910, 30_00],
    [3510, -30_00, 'habo'],
  ]);
}

const line = (code: string, accounts: [number, number], more: object = {}): LayoutRow => ({
  kind: 'line',
  id: code,
  label: code,
  sign: 1,
  accounts: [accounts],
  ...more,
});
const bank = (reads: Reading) => line(`bank-${reads}`, [1900, 1999], { reads });

const view = async <T>(read: Parameters<typeof withView<T>>[3]) => {
  await db.project(
    id,
    deciders.flatMap(({ events }) => events),
  );
  return withView(db.databases.association(id), reportGroups, {}, read);
};
const tableFor = async (period: string) => (await view((at) => statements(at, parsePeriod(period))))[0]!;
const explained = (period: string, row: string, column = 'utfall') =>
  view((at) => explainCell(at, { layoutId: 'liten', period, row, column, after: 0, limit: 10 }));

const cash = [bank('opening'), line('resultat', [3000, 8999], { sign: -1 }), bank('closing')];

it('opens and closes a cash flow from the books themselves, for the year and for a part of it', async () => {
  await books();
  await send('AdoptLayout', { layout: flow(cash, { columns: [utfall, forra] }), decision });
  const cells = async (period: string) => {
    const table = await tableFor(period);
    return cash.map((row) => printedRow(table, row.id)[0]);
  };
  expect(await cells('2024')).toEqual(['100', '-20', '80']);
  expect(await cells('2024-H1')).toEqual(['100', '-50', '50']);
  expect(await cells('2024-H2')).toEqual(['50', '30', '80']);
  expect(printedRow(await tableFor('2024'), 'bank-opening')[1]).toBe('');
  // A rolling year has the opening balances of none.
  expect(await cells('2024-06-R12')).toEqual(['', '-50', '50']);
});

it('leads each reading back to its own entries', async () => {
  await books();
  await send('AdoptLayout', { layout: flow(cash, { columns: [utfall] }), decision });
  const lines = (...of: number[]) => ({ behind: { lines: of.map((amountOre) => ({ amountOre })) } });
  expect(await explained('2024-H2', 'bank-opening')).toMatchObject(lines(100_00, -50_00));
  expect(await explained('2024-03', 'bank-opening')).toMatchObject(lines(100_00));
  expect(await explained('2024-H2', 'bank-closing')).toMatchObject(lines(100_00, -50_00, 30_00));
  expect(await explained('2024-H2', 'resultat')).toMatchObject(lines(-30_00));
  expect((await explained('2023', 'bank-opening')).behind).toEqual({ source: 'none' });
});

it('compares a balance with the last year’s end and with the same day of last year', async () => {
  await books();
  await send('OpenFiscalYear', { year: 2025, books: 'own' });
  await send('AdoptAccounts', { year: 2025, accounts: [1910, 2010, 2090].map((account) => ({ account, name: 'K' })) });
  await send('SetOpeningBalances', {
    year: 2025,
    balances: [
      { account: 1910, amountOre: 80_00 },
      { account: 2010, amountOre: -100_00 },
      { account: 2090, amountOre: 20_00 },
    ],
    facts: { previous: null },
  });
  const rows = [line('bank', [1900, 1999]), bank('movement')];
  const columns = [utfall, forra, sammaDag];
  await send('AdoptLayout', {
    layout: flow(rows, { statement: 'balance', columns, covers: [[1900, 1999]] }),
    decision,
  });
  const table = await tableFor('2025-H1');
  expect(table.columns.map(({ label }) => label)).toEqual(['2025-06-30', '2024-12-31', '2024-06-30']);
  expect(printedRow(table, 'bank')).toEqual(['80', '80', '50']);
  expect(printedRow(table, 'bank-movement')).toEqual(['0', '-20', '-50']);
});

it('selects by kinds of members as the register has them', async () => {
  for (const [memberId, kind] of [
    ['habo', 'kommun'],
    ['staten', 'stat'],
  ]) {
    await send('JoinMember', { memberId, name: memberId, kind, from: '2024-01-01' });
  }
  await books();
  await voucher(2024, '2024-11-01', 'Bidrag', [
    [1910, 5_00],
    [3510, -5_00, 'staten'],
  ]);
  const kommuner = line('kommuner', [3500, 3599], { sign: -1, memberKinds: ['kommun'] });
  const layout = flow([kommuner], { columns: [utfall], covers: [[3500, 3500]] });
  await send('AdoptLayout', { layout, decision });
  expect(printedRow(await tableFor('2024'), 'kommuner')).toEqual(['30']);
  expect(await explained('2024', 'kommuner')).toMatchObject({ behind: { lines: [{ amountOre: -30_00 }] } });
});

it('says of a cell that a view has moved to or from what it was moved by', async () => {
  await books();
  const view = {
    setOffs: [{ label: 'Bidrag mot hyra', accounts: [[3500, 3599] as [number, number]], rows: ['hyra'] }],
  };
  const rows = [line('bidrag', [3500, 3599], { sign: -1 }), line('hyra', [5000, 5099])];
  await send('AdoptLayout', { layout: flow(rows, { columns: [utfall], view }), decision });
  expect(await explained('2024', 'hyra')).toMatchObject({
    ore: 20_00,
    behind: {
      lines: [{ amountOre: 50_00 }],
      moved: [{ kind: 'set-off', label: 'Bidrag mot hyra', changeOre: -30_00 }],
    },
  });
});
