// SIE through a real log: out of one association and into another the books are the same, and a file is all or nothing.
import { type AssociationId, DomainError, ore } from '@finsam/kernel';
import { CommandRunner, type Edge, GroupRunner, recordOf, type View, withView } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { associationDeciders } from '@finsam/associations';
import { Client } from 'pg';
import { OpenFiscalYear } from './fiscal-year/commands';
import { sieBooks } from './fiscal-year/export/sie-books';
import { outcomeOf, readUpload } from './fiscal-year/import/import-edge';
import { changed, january } from './fiscal-year/import/testing';
import { openConflicts } from './fiscal-year/import/sie-conflict.projection';
import { listSieImports } from './fiscal-year/import/sie-import.projection';
import { ResolveImportConflict } from './fiscal-year/commands';
import { journal, voucherHistory } from './fiscal-year/views/journal';
import { ledgerBalances } from './fiscal-year/views/ledger-sums';
import { ledgerDeciders, ledgerGroup } from './room';
import { generatedYear } from './sie/generated-year';
import { cp437 } from './sie/testing';
import { SieWriter } from './sie/writing/write-sie';
import { AdoptSieMapping } from './sie-mapping/sie-mapping.decider';
import { day, send } from './testing';

jest.setTimeout(600_000);

/** `npm run test:fuzz` takes a whole year of a large association. */
const VOUCHERS = Number(process.env['FINSAM_SIE_VOUCHERS'] ?? 600);

const deciders = [...ledgerDeciders, ...associationDeciders];
const catalogue = deciders.flatMap(({ events }) => events);

let db: TestDatabase;
let commands: CommandRunner;
let associations = 0;

beforeAll(async () => {
  db = await testDatabase([ledgerGroup]);
  commands = new CommandRunner(db.store, deciders);
});
afterAll(() => db.close());

const sameCodes = (dimension: number, to: string) => ({ dimension, to, objects: [], others: 'same' as const });
const mapping = AdoptSieMapping({ dimensions: [sameCodes(6, 'activity'), sameCodes(22, 'project')], accounts: [] });

async function association(): Promise<AssociationId> {
  const id = await db.register(`forbund-${++associations}`);
  await send(commands, id, OpenFiscalYear({ year: 2024, books: 'imported', facts: {} }), mapping);
  return id;
}

const edgeOf = (id: AssociationId): Edge => ({
  association: id,
  actor: 'test',
  today: day('2024-12-31'),
  commands,
  databases: db.databases,
  store: db.store,
});

let imports = 0;

async function importInto(id: AssociationId, bytes: Buffer) {
  const importId = `import-${++imports}`;
  const { command, file } = await readUpload(edgeOf(id), { year: 2024, importId, bytes, charset: undefined });
  const context = { association: id, commandId: importId, actor: 'test', correlationId: 'test' };
  const { events } = await commands.execute(command, context);
  await db.project(id, catalogue);
  return outcomeOf(events as never, file);
}

const see = <T>(id: AssociationId, work: (view: View) => Promise<T>) =>
  withView(db.databases.association(id), [ledgerGroup], {}, work);

async function exportFrom(id: AssociationId): Promise<Buffer> {
  const head = { year: 2024, company: 'Förbundet', organisationNumber: null, generatedOn: day('2025-01-10') };
  const books = await see(id, (view) => sieBooks(view, head));
  if (!books || books === 'only-balances') throw new Error('there is nothing to write');
  return Buffer.concat([...new SieWriter().write(books)]);
}

async function booksOf(id: AssociationId) {
  return see(id, async (view) => {
    const pages = [];
    for (let after: number | null = 0; after !== null;) {
      const page: Awaited<ReturnType<typeof journal>> = await journal(view, { year: 2024, after, limit: 200 });
      pages.push(...page.vouchers);
      after = page.next;
    }
    const vouchers = pages
      .map(({ series, number, date, text, rows }) => ({ series, number, date, text, rows }))
      .sort((a, b) => (a.series < b.series ? -1 : a.series > b.series ? 1 : a.number - b.number));
    return { vouchers, balances: await ledgerBalances(view, { to: day('2024-12-31') }) };
  });
}

it('gives the same books when what was written out is read in by another association', async () => {
  const [north, south] = [await association(), await association()];
  const source = Buffer.concat([...new SieWriter().write(generatedYear(VOUCHERS, 7))]);
  const first = await importInto(north, source);
  expect(first).toMatchObject({ vouchers: { booked: VOUCHERS, known: 0, conflicts: 0 } });
  expect(first).toMatchObject({ findings: [{ code: 'unmapped-account' }] });
  const second = await importInto(south, await exportFrom(north));
  expect(second).toMatchObject({ vouchers: { booked: VOUCHERS, known: 0, conflicts: 0 } });
  const [one, other] = [await booksOf(north), await booksOf(south)];
  expect(other).toEqual(one);
  expect(one.vouchers).toHaveLength(VOUCHERS);
  // And what the second writes is what the first wrote, to the byte.
  expect((await exportFrom(south)).equals(await exportFrom(north))).toBe(true);
});

it('is all or nothing: an append that fails leaves the log as it was, and the same file can come again', async () => {
  const id = await association();
  const bytes = Buffer.concat([...new SieWriter().write(generatedYear(VOUCHERS, 8))]);
  const admin = new Client({ connectionString: db.url });
  await admin.connect();
  const before = await db.store.head(recordOf(id));
  const rule = `check (type <> 'VouchersImported' or ordinal < 5)`;
  await admin.query(`alter table log.event add constraint breaks ${rule} not valid`);
  try {
    await expect(importInto(id, bytes)).rejects.toThrow('breaks');
  } finally {
    await admin.query('alter table log.event drop constraint breaks');
    await admin.end();
  }
  expect(await db.store.head(recordOf(id))).toBe(before);
  expect(await db.store.readStream(recordOf(id), 'fiscal-year-2024')).toHaveLength(1);
  expect(await importInto(id, bytes)).toMatchObject({ vouchers: { booked: VOUCHERS } });
});

it('lists a conflict with both contents, and after the decision both can be read', async () => {
  const id = await association();
  await importInto(id, cp437(january));
  expect(await importInto(id, cp437(changed))).toMatchObject({ conflicts: [{ series: 'A', number: 2 }] });
  const [conflict, ...more] = await see(id, (view) => openConflicts(view, 2024));
  expect(more).toEqual([]);
  expect(conflict!.booked.rows.map(({ amountOre }) => amountOre)).toEqual([1_000, -1_000]);
  expect(conflict!.newer.rows.map(({ amountOre }) => amountOre)).toEqual([1_200, -1_200]);
  const { contentHash } = conflict!;
  const replace = { year: 2024, series: 'A', number: 2, contentHash, decision: 'replace', reason: 'Rättat' } as const;
  await send(commands, id, ResolveImportConflict(replace));
  await db.project(id, catalogue);
  expect(await see(id, (view) => openConflicts(view, 2024))).toEqual([]);
  const found = await see(id, (view) => journal(view, { year: 2024, after: 0, limit: 10 }));
  const [, old, standing] = found.vouchers;
  expect(standing).toMatchObject({ series: 'A', number: 2, corrects: old!.voucherId, text: 'Köp' });
  expect(old).toMatchObject({ series: 'A', number: 2, correctedBy: standing!.voucherId });
  const history = await see(id, (view) => voucherHistory(view, 2024, old!.voucherId));
  expect(history!.history.map(({ mark, voucherId }) => [mark, voucherId])).toEqual([['replaced', standing!.voucherId]]);
  const sums = await see(id, (view) => ledgerBalances(view, { to: day('2024-12-31') }));
  expect(sums.find(({ account }) => account === 1930)!.amountOre).toBe(ore(10_000 - 12_550 - 1_200));
  // What is written out is what stands.
  const other = await association();
  expect(await importInto(other, await exportFrom(id))).toMatchObject({ vouchers: { booked: 2 } });
  expect(await see(other, (view) => ledgerBalances(view, { to: day('2024-12-31') }))).toEqual(
    sums.map((sum) => expect.objectContaining({ account: sum.account, amountOre: sum.amountOre })),
  );
});

it('tells of every file with what was odd in it, in words', async () => {
  const id = await association();
  await importInto(id, cp437(`${january}#EGEN 1`));
  const [told] = await see(id, (view) => listSieImports(view, 2024));
  expect(told).toMatchObject({ sieType: '4E', charset: { charset: 'cp437', chosenBy: 'bytes' } });
  const odd = told!.findings.find(({ code }) => code === 'unknown-label');
  expect(odd!.examples).toEqual([
    { line: expect.any(Number), what: '#EGEN', text: 'Etiketten #EGEN är okänd och har hoppats över.' },
  ]);
  await expect(importInto(id, cp437(`${january}#EGEN 1`))).rejects.toThrow(DomainError);
});

it('gives the same rows when they are built again', async () => {
  const id = await association();
  await importInto(id, cp437(january));
  await importInto(id, cp437(changed));
  const before = [await booksOf(id), await see(id, (view) => openConflicts(view, 2024))];
  await new GroupRunner(db.databases, catalogue).rebuild(id, ledgerGroup);
  expect([await booksOf(id), await see(id, (view) => openConflicts(view, 2024))]).toEqual(before);
});
