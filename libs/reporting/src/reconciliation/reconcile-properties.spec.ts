import fc from 'fast-check';
import { roundedTo } from '../swedish';
import { reconcile } from './reconcile';
import { changed, report } from './testing';

/** Amounts in öre, their exact sums, and the whole printed in kr or tkr: sound by construction. */
const sound = fc
  .record({
    unit: fc.constantFrom('kr' as const, 'tkr' as const),
    income: fc.array(fc.array(fc.integer({ min: -1e11, max: 1e11 }), { minLength: 2, maxLength: 2 }), {
      minLength: 1,
      maxLength: 12,
    }),
    cost: fc.array(fc.array(fc.integer({ min: -1e11, max: 1e11 }), { minLength: 2, maxLength: 2 }), {
      minLength: 1,
      maxLength: 12,
    }),
  })
  .map(({ unit, income, cost }) => {
    const sumOf = (rows: number[][]) => [0, 1].map((column) => rows.reduce((sum, row) => sum + row[column]!, 0));
    const [earned, spent] = [sumOf(income), sumOf(cost)];
    const all: [string, number[]][] = [
      ...income.map((cells, index): [string, number[]] => [`i-${index}`, cells]),
      ['intakter', earned],
      ...cost.map((cells, index): [string, number[]] => [`k-${index}`, cells]),
      ['kostnader', spent],
      ['resultat', earned.map((one, index) => one - spent[index]!)],
    ];
    const rows = Object.fromEntries(all.map(([id, cells]) => [id, cells.map((ore) => roundedTo(unit, ore))]));
    const relations = [
      { rule: 'summa', total: 't/intakter', parts: income.map((_, index) => `t/i-${index}`) },
      { rule: 'summa', total: 't/kostnader', parts: cost.map((_, index) => `t/k-${index}`) },
      { rule: 'summa', total: 't/resultat', parts: ['t/intakter', '-t/kostnader'] },
    ];
    return report({ t: { unit, columns: ['a', 'b'], rows } }, { relations });
  });

describe('any report built from its parts', () => {
  it('gives no finding, however its amounts are rounded', () => {
    fc.assert(
      fc.property(sound, (form) => {
        expect(reconcile(form)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives a finding once one cell is changed by more than rounding can hide', () => {
    const by = fc.integer({ min: 14, max: 1e9 }).chain((size) => fc.constantFrom(size, -size));
    fc.assert(
      fc.property(sound, fc.nat(), fc.constantFrom(0, 1), by, (form, at, column, difference) => {
        const [table] = form.tables;
        const row = table!.rows[at % table!.rows.length]!;
        const place = `t/${row.id}/${table!.columns[column]!.id}`;
        // Twelve parts and a total hide six and a half steps, and the soundness up to as much.
        const findings = reconcile(changed(form, place, Number(row.cells[column]) + difference));
        expect(findings.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});
