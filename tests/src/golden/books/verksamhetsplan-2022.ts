// Budget and plan of Verksamhetsplan 2022, Södra Vätterbygden, made again and held against the print, cell by cell.
import type { Ore } from '@finsam/kernel';
import { describeAsPrinted } from '../as-printed';
import { type Cells, numberIn, printedCells, reportCells } from '../cells';
import type { Book } from './book-service';
import { DOCUMENT, printedTables } from './printed-verksamhetsplan-2022';

const COLUMNS = [
  'budget-foregaende-ar',
  'prognos-foregaende-ar',
  'budget',
  'plan-nasta-ar',
  'plan-aret-darpa',
] as const;
type Column = (typeof COLUMNS)[number];
const KOMMUNER = ['habo-kommun', 'jonkopings-kommun', 'mullsjo-kommun', 'vaggeryds-kommun'] as const;
const ADMINISTRATION = ['kansli', 'information', 'styrelse', 'ekonomihantering'] as const;

interface Overview {
  readonly column: string;
  readonly year: number;
  readonly resultOre: Ore;
  readonly openingEquityOre: Ore;
  readonly closingEquityOre: Ore;
  readonly chain: { readonly differenceOre: Ore } | null;
  readonly balance: { readonly balanced: boolean; readonly uncoveredOre: Ore };
  readonly administration: { readonly basisPoints: number };
}

export function describeVerksamhetsplan2022(book: () => Book): void {
  let ours: Cells;
  let overview: readonly Overview[];

  beforeAll(async () => {
    const statements = await book().statements('2022');
    ours = reportCells({ [DOCUMENT]: { statements, participants: null } });
    const path = `budgets/2022/overview?administration=${ADMINISTRATION.join(',')}`;
    overview = ((await book().get(path)) as { columns: Overview[] }).columns;
  });

  const cell = (row: string, column: Column) => numberIn(ours.get(`${DOCUMENT}/budget-och-plan/${row}/${column}`));
  const kommuner = (column: Column) => KOMMUNER.reduce((sum, row) => sum + cell(row, column), 0);
  const inOre = (row: string) => COLUMNS.map((column) => 100 * cell(row, column));

  describeAsPrinted(() => ours, { printed: printedCells(printedTables), differences: [] });

  describe('beside the table', () => {
    it('each year opens on what the year before is expected to leave: forecast 2021, budget 2022, plan 2023', () => {
      const left = COLUMNS.slice(1, -1).map((column) => cell('balanserat-resultat-ut', column));
      expect(left).toEqual([2_100_167, 1_040_427, 389_627]);
      expect(COLUMNS.slice(2).map((column) => cell('balanserat-resultat', column))).toEqual(left);
    });

    it('the overview of the budget has the same chain, and finds no gap in it', () => {
      const columns = overview.map(({ column, year }) => `${column} ${year}`);
      expect(columns).toEqual(['budget 2021', 'forecast 2021', 'budget 2022', 'plan 2023', 'plan 2024']);
      expect(overview.map(({ openingEquityOre }) => openingEquityOre)).toEqual(inOre('balanserat-resultat'));
      expect(overview.map(({ closingEquityOre }) => closingEquityOre)).toEqual(inOre('balanserat-resultat-ut'));
      expect(overview.map(({ chain }) => chain?.differenceOre)).toEqual([undefined, undefined, 0, 0, 0]);
    });

    it('001-3 without the opening equity that it counts as income, four results of five are losses', () => {
      const result = (column: Column) => cell('balanserat-resultat-ut', column) - cell('balanserat-resultat', column);
      const results = [-1_394_900, 263_700, -1_059_740, -650_800, -307_400];
      expect(COLUMNS.map(result)).toEqual(results);
      expect(overview.map(({ resultOre }) => resultOre)).toEqual(results.map((kronor) => 100 * kronor));
      expect(overview.map(({ balance }) => balance.balanced)).toEqual([false, true, false, false, false]);
      expect(overview.every(({ balance }) => balance.uncoveredOre === 0)).toBe(true);
    });

    it('001-1 and -2 the kommuner pay the quarter of the region, each rounded to a thousand', () => {
      const over = COLUMNS.map((column) => kommuner(column) - cell('region-jonkopings-lan', column));
      expect(over).toEqual([0, 0, 500, -1_000, 0]);
      // Half a thousand for each kommun.
      expect(over.every((difference) => Math.abs(difference) <= 500 * KOMMUNER.length)).toBe(true);
      for (const column of COLUMNS) expect(cell('staten', column)).toBe(2 * cell('region-jonkopings-lan', column));
    });

    it('001-4 what was not foreseen is blank, and what is foreseen as nothing is 0', () => {
      const text = (row: string, column: Column) => ours.get(`${DOCUMENT}/budget-och-plan/${row}/${column}`);
      expect([text('nya-insatser', 'prognos-foregaende-ar'), text('it-sparet', 'plan-nasta-ar')]).toEqual(['', '0']);
    });

    it('administration is 9 to 12 % of the costs, as the text says', () => {
      const shares = overview.map(({ administration }) => Math.round(administration.basisPoints / 100));
      expect(shares).toEqual([10, 12, 10, 9, 9]);
    });
  });
}
