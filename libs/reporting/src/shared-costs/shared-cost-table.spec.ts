import type { CostPart, InvoicedMonth } from '@finsam/funding';
import { month, monthsThrough, ore } from '@finsam/kernel';
import { buyersTable, sellersTable } from './shared-cost-table';

const parts: CostPart[] = [
  { key: 'chef', label: 'Förbundschef', dimensions: { position: 'forbundschef' }, shareBasisPoints: 3_500 },
  { key: 'administration', label: 'övrig administration', activities: ['kansli'], shareBasisPoints: 5_000 },
];
const half = monthsThrough(month('2024-01'), month('2024-06'));
const kr = (amount: number) => ore(amount * 100);
const each = (key: string, base: number, share: number) => ({
  key,
  months: half.map((of) => ({ month: of, baseOre: kr(base), shareOre: kr(share) })),
});
const reckoned = [each('chef', 80_000, 28_000), each('administration', 30_000, 15_000)];
const invoiced = (through: number): InvoicedMonth[] =>
  reckoned.flatMap(({ key, months }) => months.slice(0, through).map((one) => ({ part: key, ...one })));

it('accrues June when January to May are invoiced, as in Delårsrapport 2024, Södra Vätterbygden', () => {
  const table = sellersTable({ parts }, reckoned, invoiced(5));
  expect(table).toMatchObject({ baseOre: kr(660_000), shareOre: kr(258_000), invoicedOre: kr(215_000) });
  expect(table.toAccrueOre).toBe(kr(43_000));
  expect(table.parts.map(({ months }) => months.map(({ toAccrueOre }) => toAccrueOre))).toEqual([
    [0, 0, 0, 0, 0, kr(28_000)],
    [0, 0, 0, 0, 0, kr(15_000)],
  ]);
});

it('tells the costs with and without the other’s share, invoiced or not, and by which key', () => {
  for (const through of [0, 5, 6]) {
    const { gross, net, allocationKey } = sellersTable({ parts }, reckoned, invoiced(through));
    expect([gross, net]).toEqual([{ costOre: kr(660_000), incomeOre: kr(258_000) }, { costOre: kr(402_000) }]);
    expect(allocationKey).toBe('Förbundschef 35 %, övrig administration 50 %');
  }
});

it('accrues a difference where something was booked on a month after it was invoiced', () => {
  const late = invoiced(6).map((one) => ({ ...one, shareOre: ore(one.shareOre - (one.part === 'chef' ? 100 : 0)) }));
  expect(sellersTable({ parts }, reckoned, late).toAccrueOre).toBe(600);
});

it('writes a share as a percentage, with as many decimals as it has', () => {
  const keyOf = (shareBasisPoints: number) =>
    sellersTable({ parts: [{ key: 'a', shareBasisPoints }] }, [{ key: 'a', months: [] }], []).allocationKey;
  expect([3_333, 3_330, 10_000, 5, 105].map(keyOf)).toEqual([
    'a 33,33 %',
    'a 33,3 %',
    'a 100 %',
    'a 0,05 %',
    'a 1,05 %',
  ]);
});

it('tells a buyer what it has been invoiced, and not what it does not know', () => {
  const table = buyersTable({ parts }, invoiced(5));
  expect(table).toMatchObject({ shareOre: kr(215_000), toAccrueOre: null, gross: { costOre: kr(215_000) } });
  expect(table.net).toEqual({ costOre: kr(215_000) });
  expect(table.parts[0]!.months).toHaveLength(5);
});
