// Time travel: at a hundred random positions of seven logs, a random statement read from the database is the one that
// a fold of the log up to there gives; and what two positions differ in is told, and explained to the öre.
import type { StatementTable } from '@finsam/reporting';
import * as fc from 'fast-check';
import { type TestService, testService } from '../../service';
import { describeComparisons } from './comparisons';
import { firstDifference } from './first-difference';
import { statementsFromScratch } from './statements';
import { CHANGED, PERIODS, readStatements, seedSubjects, type Subject } from './subjects';

const SEED = 20_240_630;
const PAIRS = 100;

let service: TestService;
let subjects: readonly Subject[];

beforeAll(async () => {
  service = await testService();
  subjects = await seedSubjects(service);
}, 240_000);
afterAll(() => service?.stop());

const subjectOf = (slug: string): Subject => subjects.find((subject) => subject.slug === slug)!;

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
    expect([type, twice(CHANGED.own, type)]).toEqual([type, true]);
  }
  expect(subjects.map(({ slug }) => slug).sort()).toEqual(Object.keys(PERIODS).sort());
});

it(`says at ${PAIRS} random positions what a fold from scratch says (seed ${SEED})`, async () => {
  const pairs = fc.constantFrom(...subjects).chain((subject) =>
    fc.record({
      slug: fc.constant(subject.slug),
      at: fc.noBias(fc.integer({ min: 0, max: subject.log.length })),
      layout: fc.constantFrom(...subject.layouts),
      period: fc.constantFrom(...subject.periods),
    }),
  );
  let filled = 0;
  await fc.assert(
    fc.asyncProperty(pairs, async ({ slug, at, layout, period }) => {
      const subject = subjectOf(slug);
      const [stored, folded] = [
        await readStatements(subject, period, at),
        statementsFromScratch(subject.log, period, at),
      ].map((tables) => tableOf(tables, layout));
      const difference = firstDifference(stored, folded);
      if (difference !== null) throw new Error(`${slug} ${layout} ${period} at ${at}: ${difference}`);
      if (hasFigures(stored)) filled += 1;
    }),
    { numRuns: PAIRS, seed: SEED },
  );
  expect(filled).toBeGreaterThan(PAIRS / 2);
}, 240_000);

it.each([CHANGED.own, CHANGED.imported])(
  '%s is the same at every position that there has been',
  async (slug) => {
    const subject = subjectOf(slug);
    for (const period of PERIODS[slug]!) {
      for (let at = 0; at <= subject.log.length; at++) {
        const [stored, folded] = [
          await readStatements(subject, period, at),
          statementsFromScratch(subject.log, period, at),
        ];
        for (const layout of subject.layouts) {
          const difference = firstDifference(tableOf(stored, layout), tableOf(folded, layout));
          expect([slug, layout, period, at, difference]).toEqual([slug, layout, period, at, null]);
        }
      }
    }
  },
  240_000,
);

describe('two knowledge times', () => describeComparisons(() => subjects));
