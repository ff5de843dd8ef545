import { associationDeciders, type Layout, type LayoutColumn, type LayoutRow } from '@finsam/associations';
import { fundingDeciders } from '@finsam/funding';
import { type AssociationId, type Command, parsePeriod } from '@finsam/kernel';
import { ledgerDeciders } from '@finsam/ledger';
import { CommandRunner, type View, withView } from '@finsam/platform';
import { type CountedQueries, countedQueries, type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { explainCell } from '../explaining/explain-cell';
import { bidrag, flow, kansli, resultat } from '../statements/testing';
import { reportGroups, statements } from './render';

jest.setTimeout(120_000);

const decision = { body: 'styrelse', on: '2023-11-24', paragraph: '41' };
const deciders = [...associationDeciders, ...ledgerDeciders, ...fundingDeciders];
const catalogue = deciders.flatMap(({ events }) => events);

/** Every kind of figures, and a period that ends within a month. */
const PERIOD = '2024-01-01..2024-08-15';
const columns: LayoutColumn[] = [
  { id: 'utfall', label: 'Utfall', kind: 'actual', period: 'report' },
  { id: 'fjol', label: 'Fjol', kind: 'actual', period: 'same-period-last-year' },
  { id: 'forrfjol', label: 'Förrfjol', kind: 'actual', period: 'fiscal-year', yearsBack: 2 },
  { id: 'budget', label: 'Budget', kind: 'budget', period: 'fiscal-year' },
  { id: 'prognos', label: 'Prognos', kind: 'forecast', period: 'fiscal-year' },
  { id: 'plan', label: 'Plan', kind: 'plan', period: 'fiscal-year', yearsAhead: 1 },
];
const project = (code: string): LayoutRow => ({
  kind: 'line',
  id: 'projekt',
  label: 'Projekt',
  sign: 1,
  dimensions: { [code]: ['esf'] },
});
const layoutOf = (n: number): Layout => {
  const own = { id: `tabell-${n}`, columns };
  const tillgangar: LayoutRow = { kind: 'line', id: 'kansli', label: 'Bank', sign: 1, accounts: [[1000, 1999]] };
  if (n % 2 === 1) return flow([tillgangar], { ...own, statement: 'balance' });
  const count: LayoutRow = { kind: 'count', id: 'anstallda', label: 'Anställda' };
  return flow([bidrag, kansli, resultat, project(n % 4 === 0 ? 'project' : `kod-${n}`), count], own);
};

let db: TestDatabase;
let id: AssociationId;
let counted: CountedQueries;
let commands = 0;
beforeAll(async () => {
  db = await testDatabase(reportGroups);
  id = await db.register('manga-rakningar');
  counted = countedQueries(db.databases.association(id));
  await books();
});
afterAll(() => db.close());

async function send(type: string, data: object): Promise<void> {
  const context = { association: id, commandId: `command-${++commands}`, actor: 'tester', correlationId: 'c' };
  await new CommandRunner(db.store, deciders).execute({ type, data } as Command, context);
}

async function books(): Promise<void> {
  const accounts = [1910, 3510, 5010].map((account) => ({ account, name: String(account) }));
  const posts = [{ activity: 'kansli', kind: 'kostnad', amountOre: 100_00 }];
  for (const year of [2023, 2024]) {
    await send('OpenFiscalYear', { year, books: 'own' });
    await send('AdoptAccounts', { year, accounts });
    const rows = [
      { account: 5010, amountOre: 60_00, dimensions: { project: 'esf' } },
      { account: 1910, amountOre: -60_00, dimensions: {} },
    ];
    for (const on of ['03-01', '08-10']) {
      const header = { year, series: 'A', date: `${year}-${on}`, text: 'Hyra', voucherId: `voucher-${year}-${on}` };
      await send('BookVoucher', { ...header, rows, facts: { members: [], today: '2024-12-31' } });
    }
  }
  await send('AdoptBudget', { year: 2024, posts, decision, facts: { members: [] } });
}

async function adopt(from: number, to: number): Promise<void> {
  for (let n = from; n < to; n++) await send('AdoptLayout', { layout: layoutOf(n), decision });
  await db.project(id, catalogue);
}

async function asked<T>(work: (view: View) => Promise<T>, at?: number): Promise<{ answer: T; queries: number }> {
  counted.count();
  const answer = await withView(counted.db, reportGroups, at === undefined ? {} : { at }, work);
  return { answer, queries: counted.count() };
}
const all = (view: View) => statements(view, parsePeriod(PERIOD));

it('reads the figures of a hundred statements as often as those of one flow and one balance', async () => {
  await adopt(0, 2);
  const two = await asked(all);
  await adopt(2, 100);
  const hundred = await asked(all);
  expect([two.answer.length, hundred.answer.length]).toEqual([2, 100]);
  expect(hundred.queries).toBe(two.queries);
  expect(hundred.answer.slice(0, 2)).toEqual(two.answer);
  expect(hundred.answer[98]!.rows[1]!.cells.map(({ printed }) => printed)).toEqual(['120', '120', '', '100', '', '']);
});

it('explains a cell with what its statement was made of, and no more queries than its vouchers take', async () => {
  const asking = { layoutId: 'tabell-4', period: PERIOD, row: 'kansli', column: 'utfall', after: 0, limit: 10 };
  const of = await asked(all);
  const explained = await asked((view) => explainCell(view, asking));
  expect(explained.answer.behind).toMatchObject({ source: 'ledger', lines: { length: 2 } });
  // The lines, and the heads of their vouchers.
  expect(explained.queries).toBe(of.queries + 2);
});
