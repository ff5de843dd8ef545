import type { Layout, LayoutRow } from '@finsam/associations';
import { flow, kansli, ledger, plain, printedRow, tableOf, utfall } from '../testing';

const rest: LayoutRow = { ...kansli, id: 'rest', activities: ['rest'] };
const own: LayoutRow = { ...kansli, activities: ['kansli'] };
const total: LayoutRow = {
  kind: 'sum',
  id: 'summa',
  label: 'Summa',
  of: [{ row: 'kansli' }, { row: 'rest' }],
  blank: 'all',
};
const printed = (more: Partial<Layout>, kansliOre: number, restOre: number) => {
  const layout = flow([own, rest, total], { columns: [utfall], ...more });
  const table = tableOf(layout, { utfall: ledger([5010, kansliOre, 'kansli'], [5010, restOre, 'rest']) });
  const cells = ['kansli', 'rest', 'summa'].map((id) => printedRow(table, id)[0]);
  return { cells, notes: table.notes.map(plain), decimals: table.decimals };
};

it.each([
  ['kr', 0, ['1 234 568', '1', '1 234 568']],
  ['kr', 1, ['1 234 567,5', '0,5', '1 234 568,0']],
  ['kr', 2, ['1 234 567,50', '0,50', '1 234 568,00']],
  ['tkr', 1, ['1 234,6', '0,0', '1 234,6']],
  ['mkr', 0, ['1', '0', '1']],
  ['mkr', 1, ['1,2', '0,0', '1,2']],
  ['mkr', 2, ['1,23', '0,00', '1,23']],
] as const)('prints %s with %i decimals', (unit, decimals, cells) => {
  expect(printed({ unit, decimals }, 1_234_567_50, 50).cells).toEqual(cells);
});

it('keeps the decimals with the table, and none where none are asked for', () => {
  expect(printed({ unit: 'mkr', decimals: 1 }, 1, 1).decimals).toBe(1);
  expect(printed({}, 1, 1)).not.toHaveProperty('decimals', 0);
});

it('speaks of the last digit where there are decimals, and only where the parts do not add up', () => {
  const off = printed({ unit: 'mkr', decimals: 1 }, 40_000_00, 40_000_00);
  expect(off.cells).toEqual(['0,0', '0,0', '0,1']);
  expect(off.notes).toEqual([
    'Summor är beräknade på öre; avrundade delar kan därför avvika från den tryckta summan ' +
      'med någon enhet i sista decimalen.',
  ]);
  expect(printed({ unit: 'mkr' }, 400_000_00, 400_000_00).notes[0]).toMatch(/någon miljon\.$/);
  expect(printed({ unit: 'kr', decimals: 2 }, 40, 41).notes).toEqual([]);
});

it.each([
  ['kr', undefined, 'hela kronor'],
  ['kr', 1, 'kronor med en decimal'],
  ['tkr', 0, 'hela tusental kronor'],
  ['mkr', 2, 'miljoner kronor med två decimaler'],
] as const)('states the rule on request, whether it shows or not: %s with %s decimals', (unit, decimals, to) => {
  const stated = { unit, ...(decimals !== undefined && { decimals }), rounding: 'stated' } as const;
  const rule = `Beloppen är avrundade var för sig till ${to}; summor är räknade på oavrundade belopp.`;
  expect(printed(stated, 100_000_000_00, 0).notes).toEqual([rule]);
  expect(printed(stated, 45, 45).notes).toEqual([rule]);
});

it('has no rule to state where every öre is printed', () => {
  expect(printed({ unit: 'kr', decimals: 2, rounding: 'stated' }, 45, 45).notes).toEqual([]);
});
