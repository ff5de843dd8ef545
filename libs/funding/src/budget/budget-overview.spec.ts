import { ore } from '@finsam/kernel';
import fc from 'fast-check';
import { kinds, post } from '../testing';
import { budgetOverview, type PlanColumn } from './budget-overview';
import { sided, totalsOf } from './totals';

const rows = (...posts: ReturnType<typeof post>[]) => posts.map(({ member = null, ...rest }) => ({ ...rest, member }));
const column = (posts: ReturnType<typeof post>[], changes: Partial<PlanColumn> = {}): PlanColumn => ({
  column: 'plan',
  year: 2025,
  asOf: null,
  follows: null,
  openingEquityOre: null,
  posts: rows(...posts),
  ...changes,
});
const income = (amount: number) => post('kansli', 'bidrag', amount);
const cost = (amount: number, activity = 'kansli') => post(activity, 'kostnad', amount);
const equity = (amount: number) => post('kansli', 'balanserat-resultat', amount);
const one = (of: PlanColumn, administration: string[] | null = null) => budgetOverview([of], kinds, administration)[0]!;

it('guesses no side: one kind that nobody has settled leaves every total blank', () => {
  const overview = one(column([income(100), cost(70), post('kansli', 'okant', 1), post('stegen', 'annat', 1)]), []);
  expect(overview).toMatchObject({ incomeOre: null, costOre: null, resultOre: null, balance: null, chain: null });
  expect(overview).toMatchObject({ openingEquityOre: null, closingEquityOre: null, administration: null });
  expect(overview.unsettledKinds).toEqual(['annat', 'okant']);
  expect(totalsOf(column([income(1)]), [])).toBeNull();
  expect(sided(rows(income(1)), [])[0]!.side).toBeNull();
});

it('knows no closing equity where none is known to start from', () => {
  const overview = one(column([income(100), cost(70)]));
  expect(overview).toMatchObject({ resultOre: 30, openingEquityOre: null, openingEquityFrom: null });
  expect(overview.closingEquityOre).toBeNull();
});

it('starts from what the column before left, where it does not say itself', () => {
  const [, next] = budgetOverview(
    [column([income(100), equity(5)]), column([cost(30)], { year: 2026, follows: 0 })],
    kinds,
    null,
  );
  expect(next).toMatchObject({ openingEquityOre: 105, openingEquityFrom: 'carried', closingEquityOre: 75 });
  expect(next!.chain).toBeNull();
});

it('names by how much the chain is broken', () => {
  const [, next] = budgetOverview(
    [column([income(100), equity(5)]), column([cost(30), equity(90)], { follows: 0 })],
    kinds,
    null,
  );
  expect(next!.chain).toEqual({ closingOre: 105, openingOre: 90, differenceOre: -15 });
});

it('takes the field before the posts, where the equity stands in both', () => {
  expect(one(column([equity(5)], { openingEquityOre: ore(7) })).openingEquityOre).toBe(7);
  expect(one(column([equity(5), income(0)], { openingEquityOre: ore(0) })).openingEquityOre).toBe(0);
});

it('says what of a shortfall equity covers, and what nothing does', () => {
  const short = (of: number | null) =>
    one(column([income(100), cost(130)], { openingEquityOre: of === null ? null : ore(of) })).balance;
  expect(short(50)).toEqual({ balanced: false, shortfallOre: 30, coveredByEquityOre: 30, uncoveredOre: 0 });
  expect(short(20)).toEqual({ balanced: false, shortfallOre: 30, coveredByEquityOre: 20, uncoveredOre: 10 });
  for (const none of [null, 0, -5]) expect(short(none)).toMatchObject({ coveredByEquityOre: 0, uncoveredOre: 30 });
  expect(one(column([income(100), cost(100)])).balance).toMatchObject({ balanced: true, shortfallOre: 0 });
});

it('warns of a post below zero and refuses nothing, but a deficit carried forward is none', () => {
  const overview = one(column([income(100), cost(-70, 'stegen'), equity(-20), post('kansli', 'okant', -1)]));
  expect(overview.warnings.map(({ code, activity, kind, amountOre }) => [code, activity, kind, amountOre])).toEqual([
    ['negative-post', 'stegen', 'kostnad', -70],
    ['negative-post', 'kansli', 'okant', -1],
  ]);
  expect(overview.warnings[0]!.text).toContain('stegen · kostnad är mindre än noll');
});

it('shares cost only, and nothing has no share', () => {
  const posts = [income(1_000), cost(30), cost(70, 'stegen')];
  expect(one(column(posts), ['kansli']).administration).toEqual({ amountOre: 30, ofOre: 100, basisPoints: 3_000 });
  expect(one(column(posts), []).administration).toEqual({ amountOre: 0, ofOre: 100, basisPoints: 0 });
  for (const none of [income(1), cost(-5)]) {
    expect(one(column([none]), ['kansli']).administration!.basisPoints).toBeNull();
  }
  expect(one(column(posts)).administration).toBeNull();
});

const amount = fc.integer({ min: -1_000, max: 1_000 });
const anyYear = fc.record({
  incomes: fc.array(amount, { maxLength: 3 }),
  costs: fc.array(amount, { maxLength: 3 }),
  stated: fc.option(amount),
});

it('adds up in every column, and a chain that is whole closes where all results lead', () => {
  fc.assert(
    fc.property(fc.array(anyYear, { minLength: 1, maxLength: 4 }), amount, (years, start) => {
      const columns = years.map(({ incomes, costs, stated }, index) => {
        const posts = [...incomes.map(income), ...costs.map((of) => cost(of))];
        const openingEquityOre = index === 0 ? ore(start) : stated === null ? null : ore(stated);
        return column(posts, { follows: index === 0 ? null : index - 1, openingEquityOre });
      });
      const overview = budgetOverview(columns, kinds, null);
      overview.forEach((of, index) => {
        const sum = (list: number[]) => list.reduce((total, next) => total + next, 0);
        const { incomes, costs } = years[index]!;
        expect([of.incomeOre, of.costOre]).toEqual([sum(incomes), sum(costs)]);
        expect(of.resultOre).toBe(sum(incomes) - sum(costs));
        expect(of.closingEquityOre).toBe(of.openingEquityOre! + of.resultOre!);
        const before = overview[index - 1];
        expect(of.openingEquityOre! - (of.chain?.differenceOre ?? 0)).toBe(before?.closingEquityOre ?? start);
        const { shortfallOre, coveredByEquityOre, uncoveredOre } = of.balance!;
        expect(coveredByEquityOre + uncoveredOre).toBe(shortfallOre);
        expect(shortfallOre).toBe(Math.max(0, -of.resultOre!));
      });
    }),
  );
});
