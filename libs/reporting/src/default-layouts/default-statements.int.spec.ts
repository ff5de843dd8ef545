// The same random ledgers booked by commands and read through PostgreSQL: the tables are those that the pencil's
// figures give, cell by cell and note by note.
import { associationDeciders, defaultLayouts } from '@finsam/associations';
import { fundingDeciders } from '@finsam/funding';
import { type AssociationId, type Command, parsePeriod } from '@finsam/kernel';
import { kommunBas, ledgerDeciders } from '@finsam/ledger';
import { CommandRunner, withView } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import fc from 'fast-check';
import { reportGroups, statements } from '../rendering/render';
import { columnPeriods } from '../statements/column-periods';
import { statement } from '../statements/statement';
import type { StatementTable } from '../statements/statement-table';
import { Pencil } from './testing/pencil';
import { ADDED, EQUITY, LAST_YEAR, ledgers, type RandomLedger, type Row, THIS_YEAR } from './testing/random-ledger';

jest.setTimeout(240_000);

const [SEED, RUNS] = [20_240_901, 20];
const decision = { body: 'styrelse', on: '2023-11-24', paragraph: '41' };
const deciders = [...associationDeciders, ...ledgerDeciders, ...fundingDeciders];
const events = deciders.flatMap((decider) => decider.events);

let db: TestDatabase;
let commands = 0;
beforeAll(async () => (db = await testDatabase(reportGroups, { associations: RUNS })));
afterAll(() => db.close());

/** One balance for each account: rows of the same account are one. */
function balancesOf(rows: readonly Pick<Row, 'account' | 'amountOre'>[]) {
  const sums = new Map<number, number>();
  for (const { account, amountOre } of rows) sums.set(account, (sums.get(account) ?? 0) + amountOre);
  return [...sums].filter(([, amount]) => amount !== 0).map(([account, amountOre]) => ({ account, amountOre }));
}

async function book(id: AssociationId, ledger: RandomLedger): Promise<void> {
  const { registers, opening, carried, vouchers, budget, forecast } = ledger;
  const members = registers.members.map(({ memberId }) => memberId);
  const send = (type: string, data: object) => {
    const context = { association: id, commandId: `random-${++commands}`, actor: 'tester', correlationId: 'c' };
    return new CommandRunner(db.store, deciders).execute({ type, data } as Command, context);
  };
  for (const layout of defaultLayouts(registers)) await send('AdoptLayout', { layout, decision });
  const activities = registers.activities.map(({ activity, name }) => ({ activity, name }));
  for (const year of [LAST_YEAR, THIS_YEAR]) {
    await send('OpenFiscalYear', { year, books: 'own', chart: 'kommun-bas' });
    await send('AdoptAccounts', { year, accounts: ADDED.map((account) => ({ account, name: `Konto ${account}` })) });
    await send('AdoptActivities', { year, activities });
  }
  const balances = balancesOf(opening);
  if (balances.length > 0) {
    await send('SetOpeningBalances', { year: LAST_YEAR, balances, facts: { previous: null } });
  }
  for (const [index, { year, date, rows }] of vouchers.entries()) {
    await send('BookVoucher', {
      year,
      series: 'A',
      date,
      text: 'Slumpad',
      voucherId: `voucher-${index}`,
      facts: { members, today: '2025-01-15' },
      rows: rows.map(({ account, activity, member, amountOre }) => ({
        account,
        amountOre,
        dimensions: { ...(activity && { activity }), ...(member && { member }) },
      })),
    });
  }
  if (carried) {
    const of = vouchers.filter(({ year }) => year === LAST_YEAR).flatMap(({ rows }) => rows);
    const resultOre = 0 - of.reduce((sum, row) => sum + (row.account >= 3000 ? row.amountOre : 0), 0);
    const standing = balancesOf([...opening, ...of.filter(({ account }) => account < 3000)]);
    const previous = { closed: false, resultOre, balances: standing };
    await send('CarryForwardBalances', { year: THIS_YEAR, equityAccount: EQUITY, facts: { previous } });
  }
  const planned = { year: THIS_YEAR, facts: { members } };
  const posts = (list: RandomLedger['budget']) =>
    list.map(({ activity, kind, member, amountOre }) => ({ activity, kind, amountOre, ...(member && { member }) }));
  if (budget.length > 0) await send('AdoptBudget', { ...planned, posts: posts(budget), decision });
  if (forecast.length > 0) await send('MakeForecast', { ...planned, asOf: '2024-01-31', posts: posts(forecast) });
}

function byPencil(ledger: RandomLedger, code: string): StatementTable[] {
  const [pencil, period] = [new Pencil(ledger), parsePeriod(code)];
  const tables: StatementTable[] = [];
  for (const layout of defaultLayouts(ledger.registers)) {
    tables.push(statement(layout, columnPeriods(layout, period), pencil.figures(layout, period), tables));
  }
  return tables;
}

const said = ({ layout, title, columns, rows, notes, unmapped }: StatementTable) => ({
  layout,
  title,
  columns,
  rows,
  notes,
  unmapped,
});

it(`${RUNS} random ledgers (seed ${SEED}) give the same statements from PostgreSQL as from the pencil`, async () => {
  expect(kommunBas.some(({ account }) => account === EQUITY)).toBe(true);
  for (const [index, ledger] of fc.sample(ledgers, { seed: SEED, numRuns: RUNS }).entries()) {
    const id = await db.register(`random-${index}`);
    await book(id, ledger);
    await db.project(id, events);
    for (const code of ['2024', '2024-H1', '2023-03']) {
      const ours = await withView(db.databases.association(id), reportGroups, {}, (view) =>
        statements(view, parsePeriod(code)),
      );
      expect(ours.map(said)).toEqual(byPencil(ledger, code).map(said));
    }
  }
});
