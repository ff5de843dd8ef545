// One set of vouchers of 2023 seen in three ways: gross (notes 2 and 3 of Årsredovisning 2023, Södra Vätterbygden),
// with external income set off against its cost (the column of 2023 in the half-year report of 2024), and as the budget
// counts (note 6). The views are layouts over activities finer than any of their rows.
import { numberIn, printedCells } from '../cells';
import { printedTables as halfYearTables } from '../printed';
import { type Book, oreAt, type Statement, statementOf } from './book-service';

const [resultatrakning, balansrakning] = halfYearTables;

export function describeThreeViews(book: () => Book): void {
  let statements: readonly Statement[];

  beforeAll(async () => {
    statements = await book().statements('2023');
  });

  const ore = (place: string) => oreAt(statements, `${place}/utfall`)!;
  const kr = (place: string) => Math.round(ore(place) / 100);
  const FOUR = ['nova', 'verksamhetsutvecklare', 'kompetensutveckling', 'kansli'] as const;

  describe('the 2023 column of the half-year report of 2024', () => {
    const printed = printedCells(halfYearTables);
    const inPrint = (row: string) => printed.get(`sodra-vatterbygden/resultatrakning/${row}/utfall-foregaende-ar`);

    it('has its rows in our net view, and no other', () => {
      const rows = statementOf(statements, 'nettoredovisning').rows.map(({ id, label }) => [id, label]);
      expect(rows).toEqual(resultatrakning!.rows.map(({ id, label }) => [id, label]));
    });

    it.each(resultatrakning!.rows.filter(({ cells }) => cells.length > 0))('has $label as we do', ({ id }) => {
      expect(kr(`nettoredovisning/${id}`)).toBe(numberIn(inPrint(id)));
    });

    it('has its balances as we do, but for one krona of the bank, which two documents print differently', () => {
      const rows = {
        'ovriga-fordringar': 'fordringar',
        'kassa-och-bank': 'kassa-och-bank',
        'summa-tillgangar': 'summa-tillgangar',
        'balanserat-fran-foregaende-ar': 'eget-kapital',
        'arets-resultat': 'arets-resultat',
        'arets-balanserade-resultat': 'arets-balanserade-resultat',
        'kortfristiga-skulder': 'kortfristiga-skulder',
        'summa-eget-kapital-och-skulder': 'summa-eget-kapital-avsattningar-och-skulder',
      } as const;
      expect(balansrakning!.rows.filter(({ cells }) => cells.length > 0).map(({ id }) => id)).toEqual(
        Object.keys(rows),
      );
      const differing = Object.entries(rows).flatMap(([theirs, row]) => {
        const figure = numberIn(printed.get(`sodra-vatterbygden/balansrakning/${theirs}/foregaende-arsskifte`));
        return figure === kr(`balansrakning/${row}`) ? [] : [[row, figure, kr(`balansrakning/${row}`)]];
      });
      expect(differing).toEqual([['kassa-och-bank', 3_783_276, 3_783_275]]);
    });
  });

  describe('the three views', () => {
    const setOff = (row: string, view = 'nettoredovisning') => kr(`not-3/${row}`) - kr(`${view}/${row}`);

    it('(b) sets off 697 743: against NOVA, kompetensutveckling, kansli and information', () => {
      const off = [...FOUR, 'information'].map((row) => [row, setOff(row)]);
      expect(Object.fromEntries(off)).toEqual({
        nova: 43_500,
        verksamhetsutvecklare: 0,
        kompetensutveckling: 171_921,
        kansli: 468_827,
        information: 13_495,
      });
      const external = ['forsaljning-finnveden', 'ovriga-forsaljningar', 'bidrag-personal', 'ovriga-ersattningar'];
      expect(external.reduce((sum, row) => sum + kr(`not-2/${row}`), 0)).toBe(697_743);
      expect(ore('not-3/totalt') - ore('nettoredovisning/summa-kostnader')).toBe(
        external.reduce((sum, row) => sum + ore(`not-2/${row}`), 0),
      );
    });

    it('(c) leaves NOVA gross, and moves a salary and two incomes', () => {
      expect(FOUR.map((row) => kr(`nettokostnader/${row}`))).toEqual([3_335_991, 689_562, 198_395, 816_987]);
      expect(ore('nettokostnader/nova')).toBe(ore('not-3/nova'));
      expect(kr('not-6/verksamhetsutvecklare')).toBe(689_562);
    });

    it('(b) and (c) give the four the same sum, 5 040 935, and all costs the same, to the öre', () => {
      const four = (view: string) => FOUR.reduce((sum, row) => sum + ore(`${view}/${row}`), 0);
      expect([four('nettoredovisning'), four('nettokostnader')]).toEqual([5_040_934_70, 5_040_934_70]);
      expect(kr('nettoredovisning/summa-kostnader')).toBe(9_097_361);
      expect(ore('nettokostnader/totalt')).toBe(ore('nettoredovisning/summa-kostnader'));
    });

    it('have one result', () => {
      const gross = ore('resultatrakning/arets-resultat');
      expect(ore('nettoredovisning/periodens-resultat')).toBe(gross);
      expect(ore('nettoredovisning/summa-intakter') - ore('nettokostnader/totalt')).toBe(gross);
    });

    it('come from what is booked on costs and on external income, and from nothing else', async () => {
      const balances = await book().balances(2023);
      const costs = balances.filter(({ account }) => account >= 4000 && account < 8000);
      expect(costs.reduce((sum, { amountOre }) => sum + amountOre, 0)).toBe(ore('not-3/totalt'));
      const external = balances.filter(({ account }) => account >= 3600 && account < 3700);
      expect([...costs, ...external].reduce((sum, { amountOre }) => sum + amountOre, 0)).toBe(
        ore('nettokostnader/totalt'),
      );
    });
  });
}
