// The economy of Delårsredovisning august 2021, Västra Östergötland, made again and held against the print.
import { describeAsPrinted } from '../as-printed';
import { type Cells, numberIn, printedCells, reportCells } from '../cells';
import { type Difference, type Finding, listed } from '../finding';
import { type Book, oreAt, type Statement, statementOf } from './book-service';
import { DOCUMENT, printedTables } from './printed-delarsredovisning-2021';

/** The figures of the text. */
const PRINTED = { tilldelning: 13_432_000, egnaMedel: 1_500_000, resultat: 1_129_829, shares: [7, 20, 73] } as const;

const shareOf = (kind: Finding['kind'], audit: string, reason: string, cells: Finding['cells']): Finding => ({
  slug: DOCUMENT,
  audit,
  kind,
  reason,
  cells,
});

const differences: readonly Difference[] = listed([
  shareOf('contradiction', '002-2', 'the budget table beside it gives another share', {
    'kostnadsfordelning/administration/budget': ['7%', '8 %'],
    'kostnadsfordelning/individ/budget': ['73%', '72 %'],
  }),
  shareOf('label', 'new', 'written without its space', {
    'kostnadsfordelning/struktur/budget': ['20%', '20 %'],
  }),
]);

export function describeDelarsredovisning2021(book: () => Book): void {
  let statements: readonly Statement[];
  let ours: Cells;

  beforeAll(async () => {
    statements = await book().statements('2021-01-01..2021-08-31');
    ours = reportCells({ [DOCUMENT]: { statements, participants: null } });
  });

  const cell = (row: string, column: string) =>
    numberIn(ours.get(`${DOCUMENT}/ekonomisk-sammanfattning/${row}/${column}`));
  const kr = (place: string) => Math.round(oreAt(statements, `finansiering/${place}`)! / 100);

  describeAsPrinted(() => ours, { printed: printedCells(printedTables), differences });

  describe('the text beside the table', () => {
    it('the budget is the contributions of the year and 1 500 000 of own means', () => {
      expect([kr('tilldelning/budget'), kr('egna-medel/budget')]).toEqual([PRINTED.tilldelning, PRINTED.egnaMedel]);
      expect([kr('budgetram/budget'), cell('totalt', 'budget')]).toEqual([14_932_000, 14_932_000]);
    });

    it('002-1 the result 1 129 829 does not follow: no income is printed, and no accrual of it gives that', () => {
      const costs = cell('totalt', 'utfall');
      const accrued = (income: number) => Math.round((income * 8) / 12) - costs;
      const possible = [accrued(PRINTED.tilldelning), accrued(PRINTED.tilldelning + PRINTED.egnaMedel)];
      expect(possible).toEqual([1_076_805, 2_076_805]);
      expect(possible).not.toContain(PRINTED.resultat);
      expect([PRINTED.resultat + costs, PRINTED.resultat - possible[0]!]).toEqual([9_007_691, 53_024]);
      // Our books accrue eight twelfths of what was agreed. That is ours, and not the document's.
      expect(kr('periodens-resultat/utfall')).toBe(possible[0]);
    });

    it('002-2 the shares 7, 20 and 73 % follow neither from the budget, 8/20/72, nor from the outcome, 8/11/81', () => {
      const shares = (column: string) => {
        const [office, struktur] = [
          cell('kansli', column),
          cell('utbildning', column) + cell('utveckling-struktur', column),
        ];
        const all = cell('totalt', column);
        return [office, struktur, all - office - struktur].map((part) => Math.round((100 * part) / all));
      };
      expect([shares('budget'), shares('utfall')]).toEqual([
        [8, 20, 72],
        [8, 11, 81],
      ]);
      expect([shares('budget'), shares('utfall')]).not.toContainEqual([...PRINTED.shares]);
      // The layout of the groups says the same, and no account is outside it.
      const { rows, unmapped } = statementOf(statements, 'kostnadsgrupper');
      const said = rows
        .filter(({ kind }) => kind === 'share')
        .map(({ cells }) => cells.map(({ printed }) => numberIn(printed)));
      expect(said).toEqual([
        [8, 8],
        [11, 20],
        [81, 72],
      ]);
      expect(unmapped).toEqual([]);
    });

    it('002-3 Nätverket västra is called struktur and counted as individ: struktur would be 47,8 % with it', () => {
      const struktur = ['natverket-vastra', 'utbildning', 'utveckling-struktur'];
      const budget = struktur.reduce((sum, row) => sum + cell(row, 'budget'), 0);
      expect(Math.round((1_000 * budget) / cell('totalt', 'budget')) / 10).toBe(47.8);
    });
  });
}
