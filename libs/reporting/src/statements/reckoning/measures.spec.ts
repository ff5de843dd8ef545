import type { LayoutColumn, LayoutRow } from '@finsam/associations';
import {
  august,
  bidrag,
  derived,
  budget,
  flow,
  kansli,
  ledger,
  none,
  plain,
  posts,
  printedRow,
  reported,
  tableOf,
  utfall,
} from '../testing';

const andel: LayoutRow = { kind: 'share', id: 'andel', label: 'Kansliets andel', part: 'kansli', whole: 'bidrag' };
const anstallda: LayoutRow = { kind: 'count', id: 'anstallda', label: 'Antal anställda' };
const columns: LayoutColumn[] = [utfall, budget, derived('deviation')];
const books = { utfall: ledger([3510, -80_00], [5010, 60_00]), budget: posts(['bidrag', 100_00], ['kostnad', 30_00]) };
const counted = (line: string, count: number, unit = 'anstallda', document = 'Årsredovisning 2023') => ({
  utfall: { document, rows: [{ line, count, unit }] },
});

describe('a row that is a share', () => {
  it('is part of whole in every column of figures, with the amounts behind it, and blank in what is reckoned', () => {
    const table = tableOf(flow([bidrag, kansli, andel], { columns }), books);
    expect(printedRow(table, 'andel')).toEqual(['75 %', '30 %', '']);
    expect(table.rows[2]?.cells[0]).toMatchObject({ ore: null, share: { of: 60_00, against: 80_00 } });
  });

  it('is blank where a figure is missing, or the whole is nothing', () => {
    const table = tableOf(flow([bidrag, kansli, andel]), {
      utfall: ledger([5010, 60_00]),
      budget: posts(['kostnad', 1]),
    });
    expect(printedRow(table, 'andel')).toEqual(['', '']);
  });

  it('stands as it was reported where it cannot be reckoned, and nowhere else', () => {
    const layout = flow([bidrag, kansli, andel]);
    const told = counted('andel', 61, 'procent');
    const older = tableOf(layout, { utfall: reported('Äldre', { bidrag: 80_00 }), budget: none }, [], august, told);
    expect(printedRow(older, 'andel')).toEqual(['61 %', '']);
    expect(printedRow(tableOf(layout, books, [], august, told), 'andel')).toEqual(['75 %', '30 %']);
  });

  const taken = (row: string): LayoutRow => ({
    kind: 'share',
    id: 'hamtad',
    label: 'Andel',
    given: { utfall: { table: 'liten', row, column: 'utfall' } },
  });
  const earlier = tableOf(flow([bidrag, kansli, andel]), books);
  const second = (row: string) =>
    tableOf(flow([taken(row)], { id: 'stor', covers: [[1000, 1000]] }), { utfall: ledger(), budget: none }, [earlier]);

  it('may be taken from an earlier table', () => {
    expect(printedRow(second('andel'), 'hamtad')).toEqual(['75 %', '']);
    expect(second('andel').notes).toEqual([]);
  });

  it.each(['saknas', 'kansli'])('is blank, and said to be, where the earlier table has no share %s', (row) => {
    expect(printedRow(second(row), 'hamtad')).toEqual(['', '']);
    expect(second(row).notes).toEqual([`Andel i kolumnen Utfall 2024-08 är tom: liten har ingen cell ${row}, utfall.`]);
  });
});

describe('a row that is a count', () => {
  const layout = flow([bidrag, kansli, anstallda], { columns });

  it('stands as it was reported, as a number or in per cent by its unit', () => {
    const cell = (count: number, unit?: string) =>
      printedRow(tableOf(layout, books, [], august, counted('anstallda', count, unit)), 'anstallda');
    expect([cell(2), cell(1_250), cell(61, 'procent'), cell(0)]).toEqual([
      ['2', '', ''],
      ['1 250', '', ''],
      ['61 %', '', ''],
      ['0', '', ''],
    ]);
  });

  it('keeps its count and unit, and has no amount', () => {
    const table = tableOf(layout, books, [], august, counted('anstallda', 2));
    expect(table.rows[2]?.cells[0]).toEqual({ ore: null, count: { count: 2, unit: 'anstallda' }, printed: '2' });
  });

  it('is found by the line that it names, and blank where nothing was reported', () => {
    const named: LayoutRow = { ...anstallda, reported: 'personal' };
    const table = (line: string) => tableOf(flow([bidrag, kansli, named]), books, [], august, counted(line, 2));
    expect(printedRow(table('personal'), 'anstallda')).toEqual(['2', '']);
    expect(printedRow(table('anstallda'), 'anstallda')).toEqual(['', '']);
  });

  it('is blank in columns in which it is not shown', () => {
    const hidden: LayoutRow = { ...anstallda, showIn: ['budget'] };
    const table = tableOf(flow([bidrag, kansli, hidden]), books, [], august, counted('anstallda', 2));
    expect([printedRow(table, 'anstallda'), table.notes]).toEqual([['', ''], []]);
  });

  it('says where its count is from, once, unless the column says so already', () => {
    expect(tableOf(layout, books, [], august, counted('anstallda', 2)).notes).toEqual([
      'Antal anställda i kolumnen Utfall 2024-08: uppgift ur Årsredovisning 2023.',
    ]);
    const older = { utfall: reported('Årsredovisning 2023', { bidrag: 1_00 }), budget: none };
    expect(tableOf(flow([bidrag, kansli, anstallda]), older, [], august, counted('anstallda', 2)).notes).toEqual([
      'Kolumnen Utfall 2024-08 är hämtad ur Årsredovisning 2023, inte ur bokföringen.',
    ]);
  });

  it('is missed where the layout has no row for it, and the table says so', () => {
    const two = {
      utfall: {
        document: 'Årsredovisning 2023',
        rows: [
          { line: 'anstallda', count: 2, unit: 'anstallda' },
          { line: 'soliditet', count: 61, unit: 'procent' },
          { line: 'moten', count: 0, unit: 'moten' },
        ],
      },
    };
    const table = tableOf(layout, books, [], august, two);
    expect(table.countsNotShown).toEqual([
      { column: 'utfall', line: 'soliditet', count: 61, unit: 'procent' },
      { column: 'utfall', line: 'moten', count: 0, unit: 'moten' },
    ]);
    expect(table.notes.slice(1).map(plain)).toEqual([
      'Kolumnen Utfall 2024-08: det rapporterade antalet soliditet visas inte på någon rad (61 %).',
      'Kolumnen Utfall 2024-08: det rapporterade antalet moten visas inte på någon rad (0 moten).',
    ]);
    expect(tableOf(layout, books, [], august, counted('anstallda', 2))).not.toHaveProperty('countsNotShown');
  });
});
