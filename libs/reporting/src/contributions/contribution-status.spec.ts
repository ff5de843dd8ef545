import { type Ore, ore } from '@finsam/kernel';
import type { LedgerSum } from '@finsam/ledger';
import { contributionStatus } from './contribution-status';

const agreed = (...list: (readonly [memberId: string, amountOre: number])[]) =>
  list.map(([memberId, amount]) => ({ memberId, amountOre: ore(amount) }));
const flow = (account: number, member: string | null, amount: number, activity: string | null = null): LedgerSum => ({
  account,
  member,
  activity,
  amountOre: ore(amount),
});
const status = (...of: Parameters<typeof contributionStatus>) =>
  contributionStatus(...of).map(({ memberId, agreedOre, receivedOre, remainingOre }): (string | Ore | null)[] => [
    memberId,
    agreedOre,
    receivedOre,
    remainingOre,
  ]);

it('sets what came in against what was agreed, member by member in order', () => {
  const promises = agreed(['vasterby', 50_000], ['osterby', 100_000]);
  const flows = [
    flow(3511, 'osterby', -60_000),
    flow(3512, 'osterby', -10_000, 'stegen'),
    flow(3511, 'vasterby', -50_000),
  ];
  expect(status(promises, flows)).toEqual([
    ['osterby', 100_000, 70_000, 30_000],
    ['vasterby', 50_000, 50_000, 0],
  ]);
});

it('says that nothing is agreed where nothing is, and what has come in all the same', () => {
  expect(status([], [flow(3511, 'osterby', -700)])).toEqual([['osterby', null, 700, null]]);
});

it('says that nothing has come in, and by how much a member has paid too much', () => {
  expect(status(agreed(['osterby', 100], ['vasterby', 100]), [flow(3511, 'vasterby', -130)])).toEqual([
    ['osterby', 100, 0, 100],
    ['vasterby', 100, 130, -30],
  ]);
});

it('takes off what a correction took back', () => {
  const corrected = [flow(3511, 'osterby', -700), flow(3511, 'osterby', 700, 'kansli')];
  expect(status(agreed(['osterby', 700]), corrected)).toEqual([['osterby', 700, 0, 700]]);
  expect(Object.is(status([], corrected)[0]![2], 0)).toBe(true);
});

it('counts income that names a member, and no other rows', () => {
  const others = [
    flow(2999, 'osterby', -1),
    flow(4000, 'osterby', -1),
    flow(1930, 'osterby', 1),
    flow(3511, null, -1),
    flow(8310, 'osterby', -1),
  ];
  expect(status([], others)).toEqual([]);
  expect(status([], [flow(3000, 'a', -1), flow(3999, 'b', -1)])).toEqual([
    ['a', null, 1, null],
    ['b', null, 1, null],
  ]);
});
