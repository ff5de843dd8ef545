import type { LayoutColumn, LineRow } from '@finsam/associations';
import { ore } from '@finsam/kernel';
import type { ColumnFigures } from '../figures';
import { flow, printedRow, tableOf, utfall } from '../testing';

const line = (id: string, dimensions: LineRow['dimensions'], more: Partial<LineRow> = {}): LineRow => ({
  kind: 'line',
  id,
  label: id,
  sign: 1,
  ...(dimensions && { dimensions }),
  ...more,
});
const entry = (amount: number, dimensions: Record<string, string>, activity: string | null = null) => ({
  account: 5010,
  activity,
  member: null,
  dimensions,
  amountOre: ore(amount),
});
const columns: LayoutColumn[] = [utfall];
const books: ColumnFigures = {
  source: 'ledger',
  rows: [
    entry(100_00, { project: 'esf', counterparty: 'region' }, 'kansli'),
    entry(20_00, { project: 'esf' }),
    entry(3_00, { project: 'annat', counterparty: 'region' }),
    entry(4_00, {}),
  ],
};
const cells = (row: LineRow, figures = books) =>
  printedRow(tableOf(flow([row], { columns, covers: [[1000, 1000]] }), { utfall: figures }), row.id)[0];

describe('a line that selects by dimension', () => {
  it('takes what has one of the values, in every dimension that it names', () => {
    expect(cells(line('a', { project: ['esf'] }))).toBe('120');
    expect(cells(line('a', { project: ['esf', 'annat'] }))).toBe('123');
    expect(cells(line('a', { project: ['esf'], counterparty: ['region'] }))).toBe('100');
    expect(cells(line('a', { project: ['constructor'] }))).toBe('0');
  });

  it('holds together with the other selectors', () => {
    expect(cells(line('a', { project: ['esf'] }, { activities: ['kansli'] }))).toBe('100');
    expect(cells(line('a', { project: ['esf'] }, { accounts: [[6000, 6999]] }))).toBe('0');
  });

  it('is blank where sums were read from a file, which know no such dimension', () => {
    const imported: ColumnFigures = { source: 'ledger', imported: true, rows: [entry(7_00, {})] };
    expect(cells(line('a', { project: ['esf'] }), imported)).toBe('');
    expect(cells(line('a', undefined, { accounts: [[5000, 5999]] }), imported)).toBe('7');
  });

  it('shows what it shares with another line twice, and leaves out what none takes: both are told', () => {
    const rows = [line('esf', { project: ['esf'] }), line('region', { counterparty: ['region'] })];
    const { unmapped, notes } = tableOf(flow(rows, { columns }), { utfall: books });
    expect(unmapped.map(({ lines, amountOre }) => [lines, amountOre])).toEqual(
      expect.arrayContaining([
        [['esf', 'region'], 100_00],
        [[], 4_00],
      ]),
    );
    expect(notes).toEqual([
      'Kolumnen Utfall 2024-08: konto 5010 visas på flera rader (esf, region) och räknas dubbelt (100,00 kr).',
      'Kolumnen Utfall 2024-08: konto 5010 visas inte på någon rad (4,00 kr).',
    ]);
  });
});
