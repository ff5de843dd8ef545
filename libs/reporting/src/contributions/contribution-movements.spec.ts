import { ore } from '@finsam/kernel';
import type { LedgerSum } from '@finsam/ledger';
import { receivedIn } from './contribution-movements';

const flow = (account: number, member: string | null, amount: number, activity: string | null = null): LedgerSum => ({
  account,
  member,
  activity,
  amountOre: ore(amount),
});
const received = (...flows: LedgerSum[]) => receivedIn(flows).map(({ memberId, amountOre }) => [memberId, amountOre]);

it('is what stands in credit on a member’s income rows', () => {
  const rows = [flow(3511, 'osterby', -60_000), flow(3512, 'osterby', -10_000, 'stegen'), flow(3511, 'vasterby', -50)];
  expect(received(...rows)).toEqual([
    ['osterby', 70_000],
    ['vasterby', 50],
  ]);
});

it('takes off what a correction took back', () => {
  expect(received(flow(3511, 'osterby', -700), flow(3511, 'osterby', 700, 'kansli'))).toEqual([['osterby', 0]]);
});

it('counts income that names a member, and no other rows', () => {
  const others = [
    flow(2999, 'osterby', -1),
    flow(4000, 'osterby', -1),
    flow(1930, 'osterby', 1),
    flow(3511, null, -1),
    flow(8310, 'osterby', -1),
  ];
  expect(received(...others)).toEqual([]);
  expect(received(flow(3000, 'a', -1), flow(3999, 'b', -1))).toEqual([
    ['a', 1],
    ['b', 1],
  ]);
});
