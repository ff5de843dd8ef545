import type { InsatsStaffing } from '@finsam/insatser';
import { businessDate, daysInMonth, ore } from '@finsam/kernel';
import fc from 'fast-check';
import { derivation, type DerivationInput } from './derivation';
import { booked, kinds, post } from './testing';

const day = businessDate;
const input = (changes: Partial<DerivationInput> = {}): DerivationInput => ({
  posts: [post('kansli', 'kostnad', 1_200)],
  kinds,
  asOf: day('2024-06-30'),
  booked: [booked(6100, 500)],
  lastYear: null,
  staffing: [],
  ...changes,
});
const derived = (changes: Partial<DerivationInput> = {}) => derivation(input(changes)).posts.map((one) => one.derived);
const vacant = (changes: Partial<InsatsStaffing> = {}): InsatsStaffing => ({
  insatsId: 'stegen',
  activity: 'stegen',
  kind: null,
  positions: [
    { position: 'coach-1', shareBasisPoints: 10_000, monthlyCostOre: ore(10), from: day('2024-01-01') },
    { position: 'coach-2', shareBasisPoints: 5_000, monthlyCostOre: ore(5), from: day('2024-01-01') },
  ],
  vacancies: [{ position: 'coach-1', from: day('2024-05-01'), to: null }],
  ...changes,
});

it('gives the whole year by each method', () => {
  const lastYear = { toMonth: [booked(6100, 400)], full: [booked(6100, 1_000)] };
  expect(derived({ lastYear })).toEqual([
    { 'aterstaende-budget': 1_100, 'rak-linje': 1_000, 'forra-arets-monster': 1_250, vakanser: 1_100 },
  ]);
});

it('goes on from a year that was below zero, too', () => {
  const lastYear = { toMonth: [booked(6100, -400)], full: [booked(6100, -1_000)] };
  expect(derived({ lastYear })[0]!['forra-arets-monster']).toBe(1_250);
  expect(derived({ lastYear: { ...lastYear, full: [booked(6100, 1_000)] } })[0]!['forra-arets-monster']).toBe(-1_250);
});

it('cuts the budget into months that add up, whatever the amount', () => {
  const at = (asOf: string) =>
    derived({ posts: [post('kansli', 'kostnad', 100)], booked: [], asOf: day(asOf) })[0]!['aterstaende-budget'];
  expect(['2024-01-31', '2024-02-29', '2024-11-30', '2024-12-31'].map(at)).toEqual([92, 83, 8, 0]);
});

it('has nothing to go on from without books, last year or accounts of the kind', () => {
  const nothing = {
    'aterstaende-budget': null,
    'rak-linje': null,
    'forra-arets-monster': null,
    vakanser: null,
  };
  expect(derived({ booked: null })).toEqual([nothing]);
  expect(derived({ posts: [post('kansli', 'utan-konton', 1)] })).toEqual([nothing]);
  expect(derived({ posts: [post('finansiering', 'balanserat-resultat', 1)] })).toEqual([nothing]);
  const empty = { toMonth: [booked(6100, 5, 'stegen')], full: [booked(6100, 1_000)] };
  expect(derived({ lastYear: empty })[0]!['forra-arets-monster']).toBeNull();
  expect(derived({ lastYear: null })[0]!['forra-arets-monster']).toBeNull();
});

it('derives income as income', () => {
  const [bidrag] = derived({ posts: [post('kansli', 'bidrag', 1_200)], booked: [booked(3510, -900)] });
  expect(bidrag).toMatchObject({ 'aterstaende-budget': 1_500, 'rak-linje': 1_800 });
});

it('lists what is booked outside the plan', () => {
  const outside = booked(6100, 7, 'stegen');
  expect(derivation(input({ booked: [booked(6100, 500), outside] })).onNoPost).toEqual([outside]);
});

describe('by vacancies', () => {
  const posts = [post('stegen', 'lon', 1_200), post('kansli', 'kostnad', 1_200)];
  const byVacancies = (...staffing: InsatsStaffing[]) => {
    const { posts: found, vacanciesOnNoPost } = derivation(input({ posts, booked: [], staffing }));
    return [...found.map((one) => one.derived.vakanser), vacanciesOnNoPost];
  };

  it('takes what empty positions would have cost in the rest of the year off their post', () => {
    expect(byVacancies(vacant())).toEqual([600 - 60, 600, []]);
    const both = [...vacant().vacancies, { position: 'coach-2', from: day('2024-10-01'), to: day('2024-10-31') }];
    expect(byVacancies(vacant({ vacancies: both }))).toEqual([600 - 65, 600, []]);
    expect(byVacancies(vacant(), vacant({ insatsId: 'verkstan' }))).toEqual([600 - 120, 600, []]);
  });

  it('does not choose a post where several would do, and says where it found none', () => {
    const two = [...posts, post('stegen', 'kostnad', 240)];
    const among = (staffing: InsatsStaffing) => {
      const { posts: found, vacanciesOnNoPost } = derivation(input({ posts: two, booked: [], staffing: [staffing] }));
      return [...found.map((one) => one.derived.vakanser), vacanciesOnNoPost];
    };
    expect(among(vacant())).toEqual([null, 600, null, ['stegen']]);
    expect(among(vacant({ kind: 'lon' }))).toEqual([540, 600, 120, []]);
    expect(among(vacant({ activity: 'nagot-annat' }))).toEqual([600, 600, 120, ['stegen']]);
    expect(among(vacant({ vacancies: [] }))).toEqual([600, 600, 120, []]);
  });
});

const month = fc.integer({ min: 1, max: 12 });
const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
const lastDay = (of: number) => day(`2024-${String(of).padStart(2, '0')}-${daysInMonth(2024, of)}`);

it('is the outcome in December, by every method that has anything to go on from', () => {
  fc.assert(
    fc.property(amount, amount, amount, (budget, outcome, last) => {
      const year = [booked(6100, last)];
      const [found] = derived({
        posts: [post('stegen', 'kostnad', budget)],
        booked: [booked(6100, outcome, 'stegen')],
        lastYear: { toMonth: year, full: year },
        asOf: lastDay(12),
        staffing: [vacant()],
      });
      expect([found!['aterstaende-budget'], found!['rak-linje'], found!.vakanser]).toEqual([outcome, outcome, outcome]);
      expect([null, outcome]).toContain(found!['forra-arets-monster']);
    }),
  );
});

it('is the budget for a year that goes as budgeted, to the öre that a month is rounded by', () => {
  fc.assert(
    fc.property(amount, month, (budget, through) => {
      const outcome = Math.round((budget * through) / 12);
      const [found] = derived({
        posts: [post('kansli', 'kostnad', budget)],
        booked: [booked(6100, outcome)],
        asOf: lastDay(through),
      });
      expect(Math.abs(found!['aterstaende-budget']! - budget)).toBeLessThanOrEqual(1);
      expect(Math.abs(found!['rak-linje']! - budget)).toBeLessThanOrEqual(6);
    }),
  );
});
