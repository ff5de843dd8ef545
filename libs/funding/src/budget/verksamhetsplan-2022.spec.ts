// Verksamhetsplan 2022, Södra Vätterbygden: budget and forecast 2021, budget 2022, plan 2023 and 2024, as printed.
import { businessDate, ore } from '@finsam/kernel';
import type { BudgetKind } from '../budget-kinds/budget-kinds.events';
import { budgetOverview, type PlanColumn } from './budget-overview';

// prettier-ignore
const income: Record<string, (number | null)[]> = {
  habo: [130_000, 130_600, 143_000, 157_000, 173_000],
  jonkoping: [1_480_000, 1_479_600, 1_628_000, 1_791_000, 1_970_000],
  mullsjo: [78_000, 76_400, 86_000, 94_000, 104_000],
  vaggeryd: [149_000, 150_400, 164_000, 180_000, 198_000],
  'region-jonkoping': [1_837_000, 1_837_000, 2_020_500, 2_223_000, 2_445_000],
  staten: [3_674_000, 3_674_000, 4_041_000, 4_446_000, 4_890_000],
};
const equity = [1_454_413, 1_836_467, 2_100_167, 1_040_427, 389_627];
// prettier-ignore
const cost: Record<string, (number | null)[]> = {
  enter: [2_878_200, 2_960_000, 2_915_100, 2_991_600, 3_024_900],
  fia: [605_700, 544_500, 630_000, 650_000, 670_000],
  'it-sparet': [360_000, 400_000, 360_000, 0, 0],
  'projekt-se-n': [571_500, 385_600, 0, 0, 0],
  etableringsstodjare: [281_700, 303_000, 180_000, 0, 0],
  'projekt-arch': [630_400, 485_900, 655_740, 0, 0],
  projektgemensamt: [53_000, 53_000, 55_000, 57_000, 59_000],
  'nya-insatser': [1_500_000, null, 600_000, 1_450_000, 1_900_000],
  'forstudie-samsjuklighet': [null, 196_600, 0, 0, 0],
  'nya-basverksamheten': [null, 150_000, 1_863_000, 2_500_000, 2_500_000],
  verksamhetsutvecklare: [780_400, 644_700, 780_400, 798_200, 816_500],
  kompetensutveckling: [200_000, 110_000, 200_000, 200_000, 200_000],
  kansli: [750_000, 750_000, 770_000, 790_000, 810_000],
  information: [50_000, 20_000, 50_000, 20_000, 20_000],
  styrelse: [3_000, 2_000, 2_000, 2_000, 2_000],
  ekonomihantering: [79_000, 79_000, 81_000, 83_000, 85_000],
};
const office = ['kansli', 'information', 'styrelse', 'ekonomihantering'];

const kinds: BudgetKind[] = [
  { kind: 'bidrag', label: 'Medlemsbidrag', side: 'income' },
  { kind: 'balanserat-resultat', label: 'Balanserat resultat', side: 'opening-equity' },
  { kind: 'kostnad', label: 'Kostnader', side: 'cost' },
];

/** A column as the plan prints it; a blank cell is no post. `apart`: opening equity as a field, not as a post. */
function column(index: number, apart: boolean): PlanColumn {
  const post = (activity: string, kind: string, kronor: number | null, member: string | null = null) =>
    kronor === null ? [] : [{ activity, kind, member, amountOre: ore(kronor * 100) }];
  const printed = equity[index]!;
  return {
    column: (['budget', 'forecast', 'budget', 'plan', 'plan'] as const)[index]!,
    year: [2021, 2021, 2022, 2023, 2024][index]!,
    asOf: index === 1 ? businessDate('2021-09-30') : null,
    follows: index < 2 ? null : index - 1,
    openingEquityOre: apart ? ore(printed * 100) : null,
    posts: [
      ...Object.entries(income).flatMap(([member, row]) => post('finansiering', 'bidrag', row[index]!, member)),
      ...(apart ? [] : post('finansiering', 'balanserat-resultat', printed)),
      ...Object.entries(cost).flatMap(([activity, row]) => post(activity, 'kostnad', row[index]!)),
    ],
  };
}
const overview = (apart: boolean) =>
  budgetOverview(
    [0, 1, 2, 3, 4].map((index) => column(index, apart)),
    kinds,
    office,
  );
const kronor = (amount: number | null) => amount && amount / 100;

it.each([false, true])('comes out in all five columns, equity apart: %s', (apart) => {
  const columns = overview(apart);
  const row = (of: (one: (typeof columns)[number]) => number | null) => columns.map((one) => kronor(of(one)));
  expect(row((one) => one.incomeOre! + one.openingEquityOre!)).toEqual([
    8_802_413, 9_184_467, 10_182_667, 9_931_427, 10_169_627,
  ]);
  expect(row((one) => one.costOre)).toEqual([8_742_900, 7_084_300, 9_142_240, 9_541_800, 10_087_400]);
  expect(row((one) => one.resultOre)).toEqual([-1_394_900, 263_700, -1_059_740, -650_800, -307_400]);
  expect(row((one) => one.closingEquityOre)).toEqual([59_513, 2_100_167, 1_040_427, 389_627, 82_227]);
  expect(columns.map((one) => one.openingEquityFrom)).toEqual(['plan', 'plan', 'plan', 'plan', 'plan']);
});

it('hands the closing equity of each column to the next', () => {
  const chains = overview(false).map(({ chain }) => chain && [chain.closingOre, chain.openingOre, chain.differenceOre]);
  expect(chains).toEqual([
    null,
    null,
    [210_016_700, 210_016_700, 0],
    [104_042_700, 104_042_700, 0],
    [38_962_700, 38_962_700, 0],
  ]);
});

it('is balanced in the forecast only; the rest is covered by equity', () => {
  const balances = overview(false).map(({ balance }) => [
    balance!.balanced,
    kronor(balance!.coveredByEquityOre),
    balance!.uncoveredOre,
  ]);
  expect(balances).toEqual([
    [false, 1_394_900, 0],
    [true, 0, 0],
    [false, 1_059_740, 0],
    [false, 650_800, 0],
    [false, 307_400, 0],
  ]);
});

it('spends 9 to 12 per cent on administration, as its text says', () => {
  const shares = overview(false).map(({ administration }) => [
    kronor(administration!.amountOre),
    administration!.basisPoints,
  ]);
  expect(shares).toEqual([
    [882_000, 1009],
    [851_000, 1201],
    [903_000, 988],
    [895_000, 938],
    [917_000, 909],
  ]);
});
