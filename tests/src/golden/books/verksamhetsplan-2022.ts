// Budget and plan of Verksamhetsplan 2022, Södra Vätterbygden, made again and held against the print, cell by cell.
import { describeAsPrinted } from '../as-printed';
import { type Cells, numberIn, printedCells, reportCells } from '../cells';
import { type Book, sideBySide } from './book-service';
import { differences } from './differences-verksamhetsplan-2022';
import { DOCUMENT, printedTables } from './printed-verksamhetsplan-2022';

const COLUMNS = ['budget-2021', 'prognos-2021', 'budget-2022', 'plan-2023', 'plan-2024'] as const;
type Column = (typeof COLUMNS)[number];
const KOMMUNER = ['habo-kommun', 'jonkopings-kommun', 'mullsjo-kommun', 'vaggeryds-kommun'] as const;

export function describeVerksamhetsplan2022(book: () => Book): void {
  let ours: Cells;

  beforeAll(async () => {
    const [y2022, y2023, y2024] = await Promise.all(['2022', '2023', '2024'].map((year) => book().statements(year)));
    const table = sideBySide('budget-och-plan', {
      'budget-2021': [y2022!, 'budget-foregaende-ar'],
      'prognos-2021': [y2022!, 'prognos-foregaende-ar'],
      'budget-2022': [y2022!, 'budget'],
      'plan-2023': [y2023!, 'budget'],
      'plan-2024': [y2024!, 'budget'],
    });
    ours = reportCells({ [DOCUMENT]: { statements: [table], participants: null } });
  });

  const cell = (row: string, column: Column) => numberIn(ours.get(`${DOCUMENT}/budget-och-plan/${row}/${column}`));
  const kommuner = (column: Column) => KOMMUNER.reduce((sum, row) => sum + cell(row, column), 0);

  describeAsPrinted(() => ours, { printed: printedCells(printedTables), differences });

  describe('beside the table', () => {
    it('each year opens on what the year before is expected to leave: forecast 2021, budget 2022, plan 2023', () => {
      const left = COLUMNS.slice(1, -1).map((column) => cell('balanserat-resultat-ut', column));
      expect(left).toEqual([2_100_167, 1_040_427, 389_627]);
      expect(COLUMNS.slice(2).map((column) => cell('balanserat-resultat', column))).toEqual(left);
    });

    it('001-3 without the opening equity that it counts as income, four results of five are losses', () => {
      const result = (column: Column) => cell('balanserat-resultat-ut', column) - cell('balanserat-resultat', column);
      expect(COLUMNS.map(result)).toEqual([-1_394_900, 263_700, -1_059_740, -650_800, -307_400]);
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
      expect([text('nya-insatser', 'prognos-2021'), text('it-sparet', 'plan-2023')]).toEqual(['', '0']);
    });

    it('administration is 9 to 12 % of the costs, as the text says', () => {
      const shares = COLUMNS.map((column) => cell('delsumma-administration', column) / cell('summa-kostnader', column));
      expect(shares.map((share) => Math.round(100 * share))).toEqual([10, 12, 10, 9, 9]);
    });
  });
}
