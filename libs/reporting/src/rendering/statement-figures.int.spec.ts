import { associationDeciders, type LayoutColumn, type LayoutRow } from '@finsam/associations';
import { fundingDeciders } from '@finsam/funding';
import { type AssociationId, type Command, parsePeriod } from '@finsam/kernel';
import { ledgerDeciders } from '@finsam/ledger';
import { CommandRunner, withView } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { flow, printedRow } from '../statements/testing';
import { explainCell } from '../explaining/explain-cell';
import { reportGroups, statements } from './render';

jest.setTimeout(60_000);

const decision = { body: 'styrelse', on: '2023-11-24', paragraph: '41' };
const deciders = [...associationDeciders, ...ledgerDeciders, ...fundingDeciders];

const header = {
  year: 2024,
  series: 'A',
  date: '2024-03-01',
  text: 'Hyra',
  facts: { members: [], today: '2024-04-01' },
};

let db: TestDatabase;
let id: AssociationId;
let commands = 0;
beforeAll(async () => (db = await testDatabase(reportGroups)));
beforeEach(async () => (id = await db.register(`figures-${commands}`)));
afterAll(() => db.close());

async function send(type: string, data: object): Promise<number> {
  const context = { association: id, commandId: `command-${++commands}`, actor: 'tester', correlationId: 'c' };
  await new CommandRunner(db.store, deciders).execute({ type, data } as Command, context);
  return db.store.head({ owner: id, kind: 'record' });
}

const adopt = (rows: LayoutRow[], columns: LayoutColumn[]) =>
  send('AdoptLayout', { layout: flow(rows, { columns }), decision });

async function printed(row: string, period: string, at?: number) {
  await db.project(
    id,
    deciders.flatMap(({ events }) => events),
  );
  const options = at === undefined ? {} : { at };
  const [table] = await withView(db.databases.association(id), reportGroups, options, (view) =>
    statements(view, parsePeriod(period)),
  );
  return printedRow(table!, row);
}

const behind = async (row: string, column: string) => {
  const asked = { layoutId: 'liten', period: '2024', row, column, after: 0, limit: 10 };
  return (await withView(db.databases.association(id), reportGroups, {}, (view) => explainCell(view, asked))).behind;
};

const post = (amountOre: number) => [{ activity: 'kansli', kind: 'kostnad', amountOre }];
const budget = (year: number, ore: number, plan: [number, number][] = []) =>
  send('AdoptBudget', {
    year,
    posts: post(ore),
    ...(plan.length > 0 && { plan: plan.map(([of, amount]) => ({ year: of, posts: post(amount) })) }),
    decision,
    facts: { members: [] },
  });
const kansli: LayoutRow = {
  kind: 'line',
  id: 'kansli',
  label: 'Kansli',
  sign: 1,
  accounts: [[4000, 7999]],
  posts: [{ kinds: ['kostnad'] }],
};
const planColumn = (yearsAhead: 1 | 2, period: 'fiscal-year' | 'previous-year' = 'fiscal-year'): LayoutColumn => ({
  id: `${period}-${yearsAhead}`,
  label: 'Plan {year}',
  kind: 'plan',
  period,
  yearsAhead,
});

it('takes a plan year from the plan of its budget, not from a budget of that year, at any position', async () => {
  await adopt([kansli], [planColumn(1), planColumn(2), planColumn(1, 'previous-year')]);
  const first = await budget(2024, 100_00, [
    [2025, 110_00],
    [2026, 120_00],
  ]);
  await budget(2025, 999_00);
  const second = await budget(2024, 100_00, [[2025, 111_00]]);
  expect(await printed('kansli', '2024-H1', first)).toEqual(['110', '120', '']);
  expect(await printed('kansli', '2024-H1', second)).toEqual(['111', '', '']);
  expect(await printed('kansli', '2025', first)).toEqual(['', '', '110']);
  expect(await behind('kansli', 'fiscal-year-1')).toMatchObject({ source: 'posts', decision, position: second });
  expect(await behind('kansli', 'fiscal-year-2')).toEqual({ source: 'none' });
});

it('reads a budget of years back, and the counts that were reported of a year', async () => {
  const back: LayoutColumn = { id: 'da', label: 'Budget {year}', kind: 'budget', period: 'fiscal-year', yearsBack: 3 };
  const before: LayoutColumn = { id: 'ar', label: '{year}', kind: 'actual', period: 'report', yearsBack: 2 };
  await adopt([kansli, { kind: 'count', id: 'anstallda', label: 'Antal anställda' }], [back, before]);
  await budget(2021, 77_00);
  const counts = [{ line: 'anstallda', count: 4, unit: 'anstallda' }];
  await send('ReportFigures', { layoutId: 'liten', period: '2022', document: 'Äldre', figures: [], counts });
  expect([await printed('kansli', '2024'), await printed('anstallda', '2024')]).toEqual([
    ['77', ''],
    ['', '4'],
  ]);
  expect(await printed('anstallda', '2025')).toEqual(['', '']);
});

it('sums the books by the dimensions of the layout', async () => {
  const project: LayoutRow = { kind: 'line', id: 'esf', label: 'ESF', sign: 1, dimensions: { project: ['esf'] } };
  await adopt([project, { ...kansli, sign: 1 }], [{ id: 'u', label: 'Utfall', kind: 'actual', period: 'report' }]);
  await send('OpenFiscalYear', { year: 2024, books: 'own' });
  const accounts = [
    { account: 1910, name: 'Bank' },
    { account: 5010, name: 'Hyra' },
  ];
  await send('AdoptAccounts', { year: 2024, accounts });
  await send('AdoptActivities', { year: 2024, activities: [{ activity: 'kansli', name: 'Kansli' }] });
  const voucher = (voucherId: string, amount: number, dimensions: object) =>
    send('BookVoucher', {
      ...header,
      voucherId,
      rows: [
        { account: 5010, amountOre: amount, dimensions: { activity: 'kansli', ...dimensions } },
        { account: 1910, amountOre: -amount, dimensions: {} },
      ],
    });
  await voucher('voucher-1', 60_00, { project: 'esf' });
  await voucher('voucher-2', 5_00, {});
  expect([await printed('esf', '2024'), await printed('kansli', '2024')]).toEqual([['60'], ['65']]);
  const explained = await behind('esf', 'u');
  expect(explained).toMatchObject({ source: 'ledger', lines: [{ voucherId: 'voucher-1' }], next: null });
});
