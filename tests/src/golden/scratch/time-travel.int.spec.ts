// Time travel: at a hundred random positions of seven logs, a random statement read from the database is the one that
// a fold of the log up to there gives. Five logs are published documents; in two the past was changed in every way.
import { readDemos, seedDemo } from '@finsam/cli';
import type { Recorded } from '@finsam/kernel';
import { parsePeriod } from '@finsam/kernel';
import { type AssociationDatabase, listAssociations, recordOf, withView } from '@finsam/platform';
import { reportGroups, statements, type StatementTable } from '@finsam/reporting';
import * as fc from 'fast-check';
import { join } from 'node:path';
import { type TestService, testService } from '../../service';
import { readRequests } from '../demo/demo-files';
import { firstDifference } from './first-difference';
import { SLUG as IMPORTED, importedBooks } from './past/imported-books';
import { ownBooks } from './past/own-books';
import { statementsFromScratch } from './statements';

const SEED = 20_240_630;
const PAIRS = 100;
const BOOKS = ['sodra-vatterbygden-bokslut', 'sodra-vatterbygden-plan', 'vastra-ostergotland'];

/** The periods that a document is about, and some beside them. */
const PERIODS: Readonly<Record<string, readonly string[]>> = {
  'sodra-vatterbygden': ['2024-H1', '2024', '2024-03', '2023'],
  'sodra-dalarna': ['2024-01-01..2024-08-31', '2024-T1', '2023-01-01..2023-08-31'],
  'sodra-vatterbygden-bokslut': ['2023', '2022', '2023-H1', '2024'],
  'sodra-vatterbygden-plan': ['2022', '2021', '2023'],
  'vastra-ostergotland': ['2021-01-01..2021-08-31', '2021', '2021-H1'],
  [ownBooks.slug]: ['2023', '2023-H1', '2024', '2024-H1', '2025', '2024-03-R12'],
  [IMPORTED]: ['2023', '2023-H1', '2024', '2024-01', '2025', '2022'],
};

interface Subject {
  readonly slug: string;
  readonly log: readonly Recorded[];
  readonly database: AssociationDatabase;
  /** Every layout that was ever adopted. */
  readonly layouts: readonly string[];
}

let service: TestService;
let subjects: readonly Subject[];

beforeAll(async () => {
  service = await testService();
  const { url, config } = service;
  const books = BOOKS.map((slug) => readRequests(join(__dirname, '../books'), slug));
  for (const demo of [...readDemos(), ...books, ownBooks]) await seedDemo(url, config, { ...demo, reports: [] });
  await importedBooks(service);
  const { databases, store } = service.service.installation;
  const known = await listAssociations(databases);
  subjects = await Promise.all(
    known.map(async ({ id, slug }) => {
      const log = await store.readLog(recordOf(id), 0, 100_000);
      const layouts = log.flatMap(({ type, data }) =>
        type === 'LayoutAdopted' ? [(data as { layout: { id: string } }).layout.id] : [],
      );
      return { slug, log, database: databases.association(id), layouts: [...new Set(layouts)] };
    }),
  );
}, 240_000);
afterAll(() => service?.stop());

const subjectOf = (slug: string): Subject => subjects.find((subject) => subject.slug === slug)!;

const read = ({ database }: Subject, period: string, at: number): Promise<StatementTable[]> =>
  withView(database, reportGroups, { at }, (view) => statements(view, parsePeriod(period)));

const tableOf = (tables: readonly StatementTable[], layout: string) =>
  tables.find((table) => table.layout.id === layout);

const hasFigures = (table: StatementTable | undefined): boolean =>
  table?.rows.some(({ cells }) => cells.some(({ ore }) => ore !== null && ore !== 0)) ?? false;

it('has logs in which the past was changed in every way there is', () => {
  const types = new Set(subjects.flatMap(({ log }) => log.map(({ type }) => type)));
  const changing = [
    'VoucherCorrected',
    'ImportedVoucherReplaced',
    'VoucherClassified',
    'ContributionLinked',
    'BalancesCarriedForward',
    'FiscalYearClosed',
    'OpeningBalancesImported',
    'BalancesImported',
    'BudgetBalancesImported',
    'ComparativesImported',
    'FiguresReported',
  ];
  expect(changing.filter((type) => !types.has(type))).toEqual([]);
  const twice = (slug: string, type: string) => subjectOf(slug).log.filter((event) => event.type === type).length > 1;
  for (const type of ['LayoutAdopted', 'BudgetAdopted', 'ForecastMade', 'BalancesCarriedForward', 'FiguresReported']) {
    expect([type, twice(ownBooks.slug, type)]).toEqual([type, true]);
  }
  expect(subjects.map(({ slug }) => slug).sort()).toEqual(Object.keys(PERIODS).sort());
});

it(`says at ${PAIRS} random positions what a fold from scratch says (seed ${SEED})`, async () => {
  const pairs = fc.constantFrom(...subjects).chain((subject) =>
    fc.record({
      slug: fc.constant(subject.slug),
      at: fc.noBias(fc.integer({ min: 0, max: subject.log.length })),
      layout: fc.constantFrom(...subject.layouts),
      period: fc.constantFrom(...PERIODS[subject.slug]!),
    }),
  );
  let filled = 0;
  await fc.assert(
    fc.asyncProperty(pairs, async ({ slug, at, layout, period }) => {
      const subject = subjectOf(slug);
      const [stored, folded] = [await read(subject, period, at), statementsFromScratch(subject.log, period, at)].map(
        (tables) => tableOf(tables, layout),
      );
      const difference = firstDifference(stored, folded);
      if (difference !== null) throw new Error(`${slug} ${layout} ${period} at ${at}: ${difference}`);
      if (hasFigures(stored)) filled += 1;
    }),
    { numRuns: PAIRS, seed: SEED },
  );
  console.info(`time travel: seed ${SEED}, ${PAIRS} pairs, ${filled} of them with figures`);
  expect(filled).toBeGreaterThan(PAIRS / 2);
}, 240_000);

it.each([ownBooks.slug, IMPORTED])(
  '%s is the same at every position that there has been',
  async (slug) => {
    const subject = subjectOf(slug);
    for (const period of PERIODS[slug]!) {
      for (let at = 0; at <= subject.log.length; at++) {
        const [stored, folded] = [await read(subject, period, at), statementsFromScratch(subject.log, period, at)];
        for (const layout of subject.layouts) {
          const difference = firstDifference(tableOf(stored, layout), tableOf(folded, layout));
          expect([slug, layout, period, at, difference]).toEqual([slug, layout, period, at, null]);
        }
      }
    }
  },
  240_000,
);
