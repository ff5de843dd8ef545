import { type AssociationId, parsePeriod } from '@finsam/kernel';
import { CommandRunner, type View, withView } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { AdoptAccounts, AdoptActivities, BookVoucher, CloseFiscalYear, OpenFiscalYear } from './fiscal-year/commands';
import { listFiscalYears } from './fiscal-year/views/fiscal-year.projection';
import { ledgerBalances, ledgerFlows, openingBalances } from './fiscal-year/views/ledger-sums';
import { journal } from './fiscal-year/views/journal';
import { ReportFigures } from './reported-figures/reported-figures.decider';
import { reportedIn } from './reported-figures/reported-figures.projection';
import { ledgerDeciders, ledgerGroup } from './room';
import { accounts, activities, cost, bank, decision, header, kr, row, send, someRows } from './testing';

jest.setTimeout(120_000);

const catalogue = ledgerDeciders.flatMap(({ events }) => events);
const begin = [
  OpenFiscalYear({ year: 2024, books: 'own' }),
  AdoptAccounts({ year: 2024, accounts }),
  AdoptActivities({ year: 2024, activities }),
];
const book = (rows: typeof someRows) => BookVoucher({ ...header('voucher-1'), rows });

let db: TestDatabase;
let commands: CommandRunner;

beforeAll(async () => {
  db = await testDatabase([ledgerGroup]);
  commands = new CommandRunner(db.store, ledgerDeciders);
});
afterAll(() => db.close());

async function read<T>(association: AssociationId, work: (view: View) => Promise<T>, at?: number): Promise<T> {
  await db.project(association, catalogue);
  return withView(db.databases.association(association), [ledgerGroup], at === undefined ? {} : { at }, work);
}

it('knows the years at any position, and whether they are closed', async () => {
  const association = await db.register('ar');
  await send(commands, association, ...begin, OpenFiscalYear({ year: 2023, books: 'imported' }));
  const closed = await send(commands, association, CloseFiscalYear({ year: 2023, decision }));
  const years = (at?: number) =>
    read(association, listFiscalYears, at).then((rows) =>
      rows.map(({ fiscal_year, books, status }) => [fiscal_year, books, status]),
    );
  expect(await years()).toEqual([
    [2023, 'imported', 'closed'],
    [2024, 'own', 'open'],
  ]);
  expect(await years(closed - 1)).toContainEqual([2023, 'imported', 'open']);
  expect(await years(1)).toEqual([[2024, 'own', 'open']]);
});

it('finds reported figures by their days, the latest told first', async () => {
  const association = await db.register('aldre');
  const printed = {
    layoutId: 'balansrakning',
    document: 'Årsredovisning 2022',
    figures: [{ line: 'kassa', amountOre: kr(1) }],
  };
  const first = await send(commands, association, ReportFigures({ ...printed, period: '2022' }));
  await send(
    commands,
    association,
    ReportFigures({ ...printed, period: '2022-01-01..2022-12-31', document: 'Rättad 2022' }),
  );
  await send(commands, association, ReportFigures({ ...printed, period: '2022-H1', document: 'Delårsrapport 2022' }));
  const found = (code: string, layoutId = 'balansrakning', at?: number) =>
    read(association, async (view) => (await reportedIn(view, parsePeriod(code))).get(layoutId) ?? null, at).then(
      (row) => row?.document ?? null,
    );
  expect(await found('2022')).toBe('Rättad 2022');
  expect(await found('2022', 'balansrakning', first)).toBe('Årsredovisning 2022');
  expect(await found('2022-H1')).toBe('Delårsrapport 2022');
  expect(await found('2022-H2')).toBeNull();
  expect(await found('2022', 'resultatrakning')).toBeNull();
});

it('shows no association the books of another, whatever they call their vouchers', async () => {
  const [a, b] = [await db.register('granne-a'), await db.register('granne-b')];
  const figures = { layoutId: 'egen', period: '2022', document: 'Äldre', figures: [{ line: 'x', amountOre: kr(1) }] };
  await send(commands, a, ...begin, book(someRows), ReportFigures(figures));
  const everything = async (view: View) => ({
    years: await listFiscalYears(view),
    vouchers: (await journal(view, { year: 2024, after: 0, limit: 200 })).vouchers.map(({ rows }) => rows),
    flows: await ledgerFlows(view, parsePeriod('2024')),
    balances: await ledgerBalances(view, parsePeriod('2024')),
    opening: await openingBalances(view, 2024),
    reported: (await reportedIn(view, parsePeriod('2022'))).get('egen') ?? null,
  });
  const nothing = { years: [], vouchers: [], flows: [], balances: [], opening: [], reported: null };
  expect(await read(b, everything)).toEqual(nothing);
  const others = [row(cost, 1), row(bank, -1)];
  await send(commands, b, ...begin, book(others));
  expect((await read(a, everything)).vouchers).toEqual([someRows]);
  expect(await read(b, everything)).toMatchObject({ vouchers: [others], reported: null });
});

it('books nothing after the closing, however many try while it is closed', async () => {
  const association = await db.register('stangning');
  await send(commands, association, ...begin);
  const bookings = Array.from({ length: 24 }, (_, n) => BookVoucher({ ...header(`voucher-${n}`), rows: someRows }));
  const close = CloseFiscalYear({ year: 2024, decision });
  const asked = [...bookings.slice(0, 8), close, ...bookings.slice(8)];
  const outcomes = await Promise.allSettled(asked.map((command) => send(commands, association, command)));
  const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));
  expect(['ledger/year-closed', 'command/contended']).toEqual(expect.arrayContaining([...new Set(refusals)]));
  await send(commands, association, close);
  const stream = await db.store.readStream({ owner: association, kind: 'record' }, 'fiscal-year-2024');
  const types = stream.map(({ type }) => type);
  expect(types.indexOf('FiscalYearClosed')).toBe(types.length - 1);
  const bookedNow = stream.filter(({ type }) => type === 'VoucherBooked').length;
  expect(bookedNow).toBe(outcomes.filter(({ status }, n) => status === 'fulfilled' && asked[n] !== close).length);
});
