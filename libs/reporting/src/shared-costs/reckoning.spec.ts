import type { CostPart } from '@finsam/funding';
import { month, monthsThrough, ore, sumOre } from '@finsam/kernel';
import type { DimensionSum } from '@finsam/ledger';
import * as fc from 'fast-check';
import { reckon } from './reckoning';

const chef: CostPart = { key: 'chef', dimensions: { position: 'forbundschef' }, shareBasisPoints: 3_500 };
const rest: CostPart = { key: 'ovrigt', activities: ['kansli'], shareBasisPoints: 5_000 };
const booked = (
  of: string,
  amount: number,
  { account = 5010, activity = 'kansli', position }: { account?: number; activity?: string; position?: string } = {},
): DimensionSum => ({
  month: month(of),
  account,
  activity,
  dimensions: { activity, ...(position && { position }) },
  amountOre: ore(amount),
});
const year = monthsThrough(month('2024-01'), month('2024-12'));
const shares = (...of: Parameters<typeof reckon>) =>
  reckon(...of).map(({ months }) => months.map(({ baseOre, shareOre }) => [baseOre, shareOre]));

it('shares 35 % of one position and 50 % of the other administration: a row is in the first part that fits', () => {
  const rows = [
    booked('2024-01', 1_000, { position: 'forbundschef' }),
    booked('2024-01', 300),
    booked('2024-02', 200, { account: 6010 }),
  ];
  expect(shares([chef, rest], rows, year.slice(0, 2))).toEqual([
    [
      [1_000, 350],
      [0, 0],
    ],
    [
      [300, 150],
      [200, 100],
    ],
  ]);
});

it('shares costs, not income, interest or balances, and of accounts and activities only those that are named', () => {
  const other = [3511, 8310, 1930, 2440].map((account) => booked('2024-01', 100, { account }));
  expect(shares([rest], other, [month('2024-01')])).toEqual([[[0, 0]]]);
  expect(shares([rest], [booked('2024-01', 100, { activity: 'stegen' })], [month('2024-01')])).toEqual([[[0, 0]]]);
  const narrow: CostPart = { ...rest, accounts: [[6000, 6099]] };
  const two = [booked('2024-01', 100), booked('2024-01', 40, { account: 6099 })];
  expect(shares([narrow], two, [month('2024-01')])).toEqual([[[40, 20]]]);
  const every: CostPart = { ...chef, dimensions: { position: 'forbundschef', project: 'x' } };
  expect(shares([every], [booked('2024-01', 7, { position: 'forbundschef' })], [month('2024-01')])).toEqual([[[0, 0]]]);
});

it('takes back the share of what was taken back', () => {
  const rows = [booked('2024-01', 1_001), booked('2024-02', -1_001)];
  expect(shares([rest], rows, year.slice(0, 2))).toEqual([
    [
      [1_001, 501],
      [-1_001, -501],
    ],
  ]);
});

describe('whatever was booked', () => {
  const amounts = fc.array(fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 }), {
    minLength: 12,
    maxLength: 12,
  });
  const share = fc.integer({ min: 1, max: 10_000 });

  it('the months sum to the year’s share, each within an öre of its own', () => {
    fc.assert(
      fc.property(amounts, share, (list, shareBasisPoints) => {
        const rows = list.map((amount, index) => booked(year[index]!, amount));
        const [part] = reckon([{ ...rest, shareBasisPoints }], rows, year);
        const yearly = BigInt(sumOre(list.map(ore))) * BigInt(shareBasisPoints);
        const off = 2n * (BigInt(sumOre(part!.months.map(({ shareOre }) => shareOre))) * 10_000n - yearly);
        expect(off <= 10_000n && -off <= 10_000n).toBe(true);
        part!.months.forEach(({ baseOre, shareOre }) => {
          const monthOff = BigInt(shareOre) * 10_000n - BigInt(baseOre) * BigInt(shareBasisPoints);
          expect(monthOff <= 10_000n && -monthOff <= 10_000n).toBe(true);
        });
      }),
    );
  });

  it('no row is in two parts, and none that any selects is in none', () => {
    const rows = fc.array(
      fc.record({
        amount: fc.integer({ min: 1, max: 1_000 }),
        activity: fc.constantFrom('kansli', 'stegen'),
        position: fc.constantFrom('forbundschef', undefined),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(rows, (list) => {
        const sums = list.map(({ amount, activity, position }) =>
          booked('2024-01', amount, { activity, ...(position && { position }) }),
        );
        const parts = reckon([chef, rest], sums, [month('2024-01')]);
        const selected = list.filter(({ activity, position }) => activity === 'kansli' || position !== undefined);
        expect(sumOre(parts.flatMap(({ months }) => months.map(({ baseOre }) => baseOre)))).toBe(
          selected.reduce((sum, { amount }) => sum + amount, 0),
        );
      }),
    );
  });

  it('another year begins anew: what one year’s share was rounded to is settled with that year', () => {
    const two = monthsThrough(month('2024-12'), month('2025-01'));
    const rows = [booked('2024-12', 1), booked('2025-01', 1)];
    expect(shares([rest], rows, two)).toEqual([
      [
        [1, 1],
        [1, 1],
      ],
    ]);
    expect(shares([rest], [booked('2024-01', 1), booked('2024-02', 1)], year.slice(0, 2))).toEqual([
      [
        [1, 1],
        [1, 0],
      ],
    ]);
  });
});
