import type { ForecastVersion } from '@finsam/funding';
import { businessDate } from '@finsam/kernel';
import fc from 'fast-check';
import { forecastHistory } from './forecast-history';
import { booked, kinds, post } from './testing';

const version = (asOf: string, position: number, ...posts: ReturnType<typeof post>[]): ForecastVersion => ({
  asOf: businessDate(asOf),
  position,
  posts: posts.map(({ side: _, ...one }) => ({ ...one, method: null, derivedOre: null, reason: null })),
});
const year = [booked(3510, -1_000), booked(6100, 700), booked(6100, 9, 'stegen')];
const june = version('2024-06-30', 4, post('kansli', 'bidrag', 1_000), post('kansli', 'kostnad', 640));

it('numbers the revisions of each reporting date', () => {
  const versions = [june, { ...june, position: 7 }, version('2024-08-31', 6, post('kansli', 'kostnad', 1))];
  const found = forecastHistory(versions, kinds, null);
  expect(found.map(({ asOf, revision, position }) => [asOf, revision, position])).toEqual([
    ['2024-06-30', 1, 4],
    ['2024-06-30', 2, 7],
    ['2024-08-31', 1, 6],
  ]);
});

it('compares with nothing until the outcome is known', () => {
  const [found] = forecastHistory([june], kinds, null);
  expect(found).toMatchObject({ resultOre: 360, outcomeResultOre: null, differenceOre: null, onNoPostOre: null });
  expect(found!.posts.map(({ outcomeOre, differenceOre }) => [outcomeOre, differenceOre])).toEqual([
    [null, null],
    [null, null],
  ]);
});

it('says by how much each post was off, and the whole, with what no post foresaw', () => {
  const [found] = forecastHistory([june], kinds, year);
  expect(found!.posts.map(({ outcomeOre, differenceOre }) => [outcomeOre, differenceOre])).toEqual([
    [1_000, 0],
    [700, -60],
  ]);
  expect(found).toMatchObject({ resultOre: 360, outcomeResultOre: 291, differenceOre: 69, onNoPostOre: -9 });
});

it('warns of a cost below zero, and compares it all the same', () => {
  const odd = version('2024-06-30', 1, post('kansli', 'kostnad', -5), post('kansli', 'balanserat-resultat', -1));
  const [found] = forecastHistory([odd], kinds, year);
  expect(found!.warnings.map(({ kind, amountOre }) => [kind, amountOre])).toEqual([['kostnad', -5]]);
  expect([found!.posts[0]!.differenceOre, forecastHistory([june], kinds, year)[0]!.warnings]).toEqual([-705, []]);
});

it('guesses no side', () => {
  const [found] = forecastHistory([june], [], year);
  expect(found).toMatchObject({ resultOre: null, outcomeResultOre: 291, differenceOre: null, onNoPostOre: 291 });
});

it('explains the whole difference by posts and by what no post foresaw', () => {
  const amount = fc.integer({ min: -1_000, max: 1_000 });
  fc.assert(
    fc.property(amount, amount, amount, amount, amount, (bidrag, kostnad, came, cost, other) => {
      const forecast = version('2024-06-30', 1, post('kansli', 'bidrag', bidrag), post('kansli', 'kostnad', kostnad));
      const rows = [booked(3510, -came), booked(6100, cost), booked(6100, other, 'stegen')];
      const [found] = forecastHistory([forecast], kinds, rows);
      const [income, spent] = found!.posts;
      expect(found!.differenceOre).toBe(income!.differenceOre! - spent!.differenceOre! - found!.onNoPostOre!);
    }),
  );
});
