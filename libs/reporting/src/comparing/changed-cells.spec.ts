import {
  bidrag,
  budget,
  flow,
  kansli,
  ledger,
  posts,
  printedRow,
  resultat,
  tableOf,
  utfall,
} from '../statements/testing';
import { changedCells, changedLayouts, movedOre } from './changed-cells';

const rows = [bidrag, kansli, resultat];
const columns = [utfall, budget];
const tableWith = (kronor: number, planned: number | null = 900) =>
  tableOf(flow(rows, { columns }), {
    utfall: ledger([3510, -1_000_00], [5010, kronor * 100]),
    budget: planned === null ? { source: 'none' } : posts(['kostnad', planned * 100]),
  });
const told = (changes: ReturnType<typeof changedCells>) =>
  changes.map(({ row, column, differenceOre }) => [row, column, differenceOre]);

describe('the cells that differ', () => {
  it('are none where the same was known', () => {
    expect(changedCells([tableWith(700)], [tableWith(700)])).toEqual([]);
  });

  it('are told by row and column, with what stood and what stands, to the öre and as printed', () => {
    const changes = changedCells([tableWith(700)], [tableWith(750)]);
    expect(told(changes)).toEqual([
      ['kansli', 'utfall', 50_00],
      ['resultat', 'utfall', -50_00],
    ]);
    expect(changes[0]).toMatchObject({
      table: 'liten',
      label: 'Kansli',
      columnLabel: 'Utfall 2024-08',
      before: { ore: 700_00, printed: '700' },
      after: { ore: 750_00, printed: '750' },
    });
  });

  it('have no difference where one was blank: missing is not zero', () => {
    const changes = changedCells([tableWith(700, null)], [tableWith(700)]);
    expect(told(changes)).toEqual([['kansli', 'budget', null]]);
    expect(movedOre(changes[0]!.before, changes[0]!.after)).toBe(900_00);
  });

  it('are those that are printed otherwise, too', () => {
    const [kr, tkr] = (['kr', 'tkr'] as const).map((unit) =>
      tableOf(flow(rows, { columns: [utfall], unit }), { utfall: ledger([5010, 700_000_00]) }),
    );
    expect(printedRow(tkr!, 'kansli')).toEqual(['700']);
    expect(told(changedCells([kr!], [tkr!]))).toContainEqual(['kansli', 'utfall', 0]);
  });
});

describe('layouts that were adopted anew', () => {
  const old = tableWith(700);
  const anew = tableOf(flow([bidrag, { ...kansli, id: 'kontor' }], { version: 2, columns: [utfall] }), {
    utfall: ledger([3510, -1_000_00], [5010, 700_00]),
  });

  it('tell the rows and columns that came and went, which are no changed cells', () => {
    expect(changedLayouts([old], [anew])).toMatchObject([
      {
        table: 'liten',
        version: { before: 1, after: 2 },
        rows: { came: ['kontor'], went: ['kansli', 'resultat'] },
        columns: { came: [], went: ['budget'] },
      },
    ]);
    expect(changedCells([old], [anew])).toEqual([]);
  });

  it('come whole the first time, and are not told when they are the same', () => {
    expect(changedLayouts([], [old])).toMatchObject([
      { version: { before: null, after: 1 }, rows: { came: ['bidrag', 'kansli', 'resultat'], went: [] } },
    ]);
    expect([changedCells([], [old]), changedLayouts([old], [old])]).toEqual([[], []]);
  });
});
