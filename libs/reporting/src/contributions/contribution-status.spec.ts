import type { AgreedContribution } from '@finsam/funding';
import { businessDate, dateOf, type Ore, ore, ORE_LIMIT } from '@finsam/kernel';
import * as fc from 'fast-check';
import type { ContributionMoved } from '@finsam/ledger';
import { accruedBy, contributionStatus } from './contribution-status';

const day = businessDate;
const promised = (
  memberId: string,
  amount: number,
  ...parts: (readonly [dueOn: string, amount: number])[]
): AgreedContribution => ({
  memberId,
  amountOre: ore(amount),
  instalments: parts.length > 0 ? parts.map(([dueOn, part]) => ({ dueOn: day(dueOn), amountOre: ore(part) })) : null,
});
const moved = (memberId: string, movement: ContributionMoved['movement'], amount: number) => ({
  memberId,
  movement,
  amountOre: ore(amount),
});
const status = (agreed: AgreedContribution[], movements: ContributionMoved[] = [], asOf = '2024-06-30') =>
  contributionStatus(agreed, movements, day(asOf));

it('sets what came in against what was agreed, member by member in order', () => {
  const promises = [promised('vasterby', 50_000), promised('osterby', 100_000)];
  const movements = [
    moved('osterby', 'invoiced', 80_000),
    moved('osterby', 'received', 60_000),
    moved('osterby', 'received', 10_000),
    moved('osterby', 'repaid', 4_000),
    moved('vasterby', 'received', 50_000),
  ];
  expect(status(promises, movements)).toMatchObject([
    {
      memberId: 'osterby',
      agreedOre: 100_000,
      invoicedOre: 80_000,
      receivedOre: 70_000,
      repaidOre: 4_000,
      remainingOre: 34_000,
    },
    { memberId: 'vasterby', agreedOre: 50_000, invoicedOre: 0, receivedOre: 50_000, repaidOre: 0, remainingOre: 0 },
  ]);
});

it('says that nothing is agreed where nothing is, and what has come in all the same', () => {
  expect(status([], [moved('osterby', 'received', 700)])).toMatchObject([
    { agreedOre: null, receivedOre: 700, remainingOre: null, dueOre: null, accruedOre: null },
  ]);
});

it('says by how much a member has paid too much', () => {
  expect(status([promised('vasterby', 100)], [moved('vasterby', 'received', 130)])[0]!.remainingOre).toBe(-30);
});

it('tells what should have come in by a day, where it is said when', () => {
  const inHalves = promised('staten', 100, ['2024-01-31', 50], ['2024-07-31', 50]);
  const due = (asOf: string, promise = inHalves) => status([promise], [], asOf)[0]!.dueOre;
  expect(['2024-01-30', '2024-01-31', '2024-07-30', '2024-07-31'].map((asOf) => due(asOf))).toEqual([0, 50, 50, 100]);
  expect(due('2024-12-31', promised('staten', 100))).toBeNull();
});

it('holds half a year’s contributions against half of what was agreed, whenever they came', () => {
  // Delårsrapport 2024, Södra Vätterbygden: the region had paid the year by June, the state half of it.
  const agreed = [promised('region', 2_787_000_00), promised('staten', 5_574_000_00)];
  const movements = [moved('region', 'received', 2_787_000_00), moved('staten', 'received', 2_787_000_00)];
  expect(status(agreed, movements).map(({ receivedOre, accruedOre }) => [receivedOre, accruedOre])).toEqual([
    [2_787_000_00, 1_393_500_00],
    [2_787_000_00, 2_787_000_00],
  ]);
});

describe('what belongs to the months', () => {
  const lastDays = Array.from({ length: 12 }, (_, index) => dateOf(2024, index + 1, 31));

  it('counts a month once it has gone', () => {
    const accrued = ['2024-01-30', '2024-01-31', '2024-02-28', '2024-02-29', '2024-12-30', '2024-12-31'];
    expect(accrued.map((asOf) => accruedBy(ore(1_200), day(asOf)))).toEqual([0, 100, 100, 200, 1_100, 1_200]);
  });

  it('is a twelfth a month to within an öre, and the whole in the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: ORE_LIMIT }), (amount) => {
        const accrued = lastDays.map((asOf) => accruedBy(ore(amount), asOf));
        expect(accrued[11]).toBe(amount);
        accrued.reduce<Ore | number>((before, now) => {
          expect([Math.floor(amount / 12), Math.ceil(amount / 12)]).toContain(now - before);
          return now;
        }, 0);
      }),
    );
  });
});
