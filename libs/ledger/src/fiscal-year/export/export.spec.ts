import { ore } from '@finsam/kernel';
import { numberDimensions } from './dimension-numbers';
import { standingRows } from './standing-rows';

const row = (since: number, amount: number, dimensions: Record<string, string> = {}) => ({
  since,
  account: 4010,
  amountOre: ore(amount),
  dimensions,
});
const told = (rows: ReturnType<typeof standingRows>) =>
  rows.map(({ amountOre, dimensions }) => [amountOre, dimensions]);

describe('the rows that stand', () => {
  it('are those of the voucher, also if two of them are each other’s opposite', () => {
    expect(told(standingRows([row(1, 5), row(1, -5), row(1, 7)]))).toEqual([
      [5, {}],
      [-5, {}],
      [7, {}],
    ]);
  });

  it('are as they were classified last', () => {
    const rows = [row(1, 5), row(1, 7), row(2, -5), row(2, 5, { activity: 'a' }), row(3, -5, { activity: 'a' })];
    expect(told(standingRows([...rows, row(3, 5, { activity: 'b' })]))).toEqual([
      [7, {}],
      [5, { activity: 'b' }],
    ]);
  });

  it('are none when the voucher was taken back', () => {
    expect(standingRows([row(1, 5), row(1, -5), row(2, -5), row(2, 5)])).toEqual([]);
    expect(standingRows([])).toEqual([]);
  });
});

it('numbers dimensions as the format knows them, gives unmapped ones back, and no number twice', () => {
  const numbers = numberDimensions(['zon', 'member', 'activity', 'sie-20', 'sie-1', 'anlaggning', 'activity']);
  expect([...numbers].map(([name, { dimension }]) => [name, dimension])).toEqual([
    ['sie-1', 1],
    ['sie-20', 20],
    ['activity', 6],
    ['anlaggning', 30],
    ['member', 31],
    ['zon', 32],
  ]);
});
