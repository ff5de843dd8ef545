import { ore, type Ore, sumOre } from '@finsam/kernel';
import * as fc from 'fast-check';
import type { PlanRule } from './plan-assumptions.events';
import { type BaseContribution, plannedContributions } from './planned-contributions';

const kr = (amount: number) => ore(amount * 100);
const THOUSAND = 100_000;
const percent = (members: 'region' | 'kommun' | 'stat', changeBasisPoints = 1_000): PlanRule => ({
  rule: 'percent',
  members,
  changeBasisPoints,
  roundingOre: THOUSAND,
});
const gives = (memberId: string, kind: BaseContribution['kind'], kronor: number | null): BaseContribution => ({
  memberId,
  kind,
  amountOre: kronor === null ? null : kr(kronor),
});
const kronorOf = (...of: Parameters<typeof plannedContributions>) =>
  plannedContributions(...of).map(({ contributions }) =>
    contributions.map(({ amountOre }) => amountOre && amountOre / 100),
  );

it('gives every printed contribution of Verksamhetsplan 2022, Södra Vätterbygden', () => {
  const budget2021 = [
    gives('habo', 'kommun', 130_000),
    gives('jonkoping', 'kommun', 1_480_000),
    gives('mullsjo', 'kommun', 78_000),
    gives('vaggeryd', 'kommun', 149_000),
    gives('region', 'region', 1_837_000),
    gives('staten', 'stat', 3_674_000),
  ];
  const rules: PlanRule[] = [
    percent('kommun'),
    percent('region'),
    { rule: 'stated', memberId: 'region', year: 2022, amountOre: kr(2_020_500) },
    { rule: 'multiple', members: 'stat', of: 'region', times: 2 },
  ];
  expect(kronorOf({ year: 2021, contributions: budget2021 }, rules, 3)).toEqual([
    [143_000, 1_628_000, 86_000, 164_000, 2_020_500, 4_041_000],
    [157_000, 1_791_000, 94_000, 180_000, 2_223_000, 4_446_000],
    [173_000, 1_970_000, 104_000, 198_000, 2_445_000, 4_890_000],
  ]);
});

it('lets the state’s money down by ten percent a year at most', () => {
  const rule: PlanRule = {
    rule: 'limited-decrease',
    members: 'stat',
    towardsOre: kr(3_000_000),
    decreaseBasisPoints: 1_000,
    roundingOre: THOUSAND,
  };
  const from = (kronor: number, count: number) =>
    kronorOf({ year: 2021, contributions: [gives('staten', 'stat', kronor)] }, [rule], count).flat();
  expect(from(3_999_000, 4)).toEqual([3_599_000, 3_239_000, 3_000_000, 3_000_000]);
  expect(from(2_500_000, 2)).toEqual([3_000_000, 3_000_000]);
});

it('goes on from a stated amount', () => {
  const rules: PlanRule[] = [
    percent('region'),
    { rule: 'stated', memberId: 'r', year: 2023, amountOre: kr(2_000_000) },
  ];
  const planned = kronorOf({ year: 2021, contributions: [gives('r', 'region', 1_000_000)] }, rules, 3);
  expect(planned.flat()).toEqual([1_100_000, 2_000_000, 2_200_000]);
});

it('lets a stated amount stand, whatever rule there is', () => {
  const members = [gives('staten', 'stat', 200_000), gives('r', 'region', 100_000)];
  const rules: PlanRule[] = [
    percent('region'),
    { rule: 'multiple', members: 'stat', of: 'region', times: 2 },
    { rule: 'stated', memberId: 'staten', year: 2022, amountOre: kr(7) },
  ];
  expect(kronorOf({ year: 2021, contributions: members }, rules, 2)).toEqual([
    [7, 110_000],
    [242_000, 121_000],
  ]);
});

it('says nothing where nothing says what it will be', () => {
  const members = [gives('staten', 'stat', null), gives('r', 'region', null), gives('k', 'kommun', 100_000)];
  const rules: PlanRule[] = [percent('region'), { rule: 'multiple', members: 'stat', of: 'region', times: 2 }];
  expect(kronorOf({ year: 2021, contributions: members }, rules, 1)).toEqual([[null, null, null]]);
  const stated: PlanRule = { rule: 'stated', memberId: 'staten', year: 2022, amountOre: kr(7) };
  expect(kronorOf({ year: 2021, contributions: members }, [...rules, stated], 1)).toEqual([[7, null, null]]);
});

describe('whatever the amounts', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000_000_00 }), { minLength: 1, maxLength: 8 });
  const changes = fc.integer({ min: -5_000, max: 5_000 });
  const units = fc.constantFrom(1, 100, 50_000, THOUSAND);

  it('rounds only what is shown: no year is further than half a unit from the exact chain', () => {
    fc.assert(
      fc.property(amounts, changes, units, fc.integer({ min: 1, max: 5 }), (list, change, unit, count) => {
        const contributions = list.map((amount, i) => ({
          memberId: `k${i}`,
          kind: 'kommun' as const,
          amountOre: ore(amount),
        }));
        const rule: PlanRule = { ...percent('kommun', change), roundingOre: unit } as PlanRule;
        plannedContributions({ year: 2021, contributions }, [rule], count).forEach((planned, index) => {
          planned.contributions.forEach(({ amountOre }, i) => {
            const over = 10_000n ** BigInt(index + 1);
            const exact = BigInt(list[i]!) * BigInt(10_000 + change) ** BigInt(index + 1);
            const off = BigInt(amountOre!) * over - exact;
            expect(2n * (off < 0n ? -off : off) <= BigInt(unit) * over).toBe(true);
          });
        });
      }),
    );
  });

  it('gives the state a multiple of exactly what the others are shown to give', () => {
    fc.assert(
      fc.property(amounts, changes, fc.integer({ min: 1, max: 4 }), (list, change, times) => {
        const contributions = [
          gives('staten', 'stat', null),
          ...list.map((amount, i) => ({ memberId: `k${i}`, kind: 'kommun' as const, amountOre: ore(amount) })),
        ];
        const rules: PlanRule[] = [
          { rule: 'multiple', members: 'stat', of: 'kommun', times },
          percent('kommun', change),
        ];
        for (const { contributions: planned } of plannedContributions({ year: 2021, contributions }, rules, 3)) {
          const [state, ...others] = planned.map(({ amountOre }) => amountOre as Ore);
          expect(state).toBe(sumOre(others) * times);
        }
      }),
    );
  });
});
