import { layoutSchema } from './layout';
import type { Layout, LayoutColumn, LayoutRow } from './layout-shape';
import { smallLayout } from './testing';

const faultsOf = (layout: object) =>
  (layoutSchema.safeParse(layout).error?.issues ?? []).map(({ path, message }) => [path.join('/'), message]);
const withColumn = (column: object, more: Partial<Layout> = {}) => {
  const columns = [...(more.columns ?? smallLayout.columns), { id: 'extra', label: 'Extra', ...column }];
  return faultsOf({ ...smallLayout, ...more, columns });
};
const withRow = (row: LayoutRow, more: Partial<Layout> = {}) =>
  faultsOf({ ...smallLayout, ...more, rows: [...smallLayout.rows, row] });

describe('the unit', () => {
  it.each(['kr', 'tkr', 'mkr'])('may be %s, with no decimals, one or two', (unit) => {
    for (const decimals of [0, 1, 2]) expect(faultsOf({ ...smallLayout, unit, decimals })).toEqual([]);
    for (const decimals of [3, -1, 0.5]) {
      expect(faultsOf({ ...smallLayout, unit, decimals })[0]?.[0]).toBe('decimals');
    }
  });

  it('has its rule of rounding stated on request', () => {
    expect(faultsOf({ ...smallLayout, rounding: 'stated' })).toEqual([]);
    expect(faultsOf({ ...smallLayout, rounding: 'never' })[0]?.[0]).toBe('rounding');
  });
});

describe('a riktpunkt', () => {
  const benchmark = (more: object = {}) => ({ kind: 'benchmark', of: 'budget', shows: 'amount', ...more });

  it('is a part of a plan for the year, as an amount or as per cent', () => {
    expect(withColumn(benchmark())).toEqual([]);
    expect(withColumn(benchmark({ shows: 'share', decimals: 1 }))).toEqual([]);
    expect(withColumn(benchmark({ of: 'utfall' }))).toEqual([
      ['columns/5/of', 'riktpunkten räknas ur en plan för året, och utfall är ett utfall'],
    ]);
    expect(withColumn(benchmark({ of: 'kvar' }))).toEqual([
      ['columns/5/of', 'kolumnen kvar är själv uträknad ur andra kolumner'],
    ]);
  });

  it('needs to know how far the year has come, and is of a flow', () => {
    const dateless: Partial<Layout> = { columns: [smallLayout.columns[1]!], title: 'Plan', figures: [] };
    expect(withColumn(benchmark(), dateless)).toEqual([
      ['columns/1', 'riktpunkten behöver en kolumn för periodens utfall att räkna månader ur'],
    ]);
    const columns = smallLayout.columns.slice(0, 2);
    expect(withColumn(benchmark(), { statement: 'balance', columns })).toEqual([
      ['columns/2/kind', 'en balans har ingen riktpunkt'],
    ]);
  });

  it('may be deviated from where it is an amount', () => {
    const columns: LayoutColumn[] = [
      ...smallLayout.columns,
      { id: 'riktpunkt', label: 'Riktpunkt', kind: 'benchmark', of: 'budget', shows: 'amount' },
      { id: 'procent', label: 'Riktpunkt', kind: 'benchmark', of: 'budget', shows: 'share' },
    ];
    expect(withColumn({ kind: 'deviation', of: 'utfall', against: 'riktpunkt' }, { columns })).toEqual([]);
    expect(withColumn({ kind: 'deviation', of: 'utfall', against: 'procent' }, { columns })).toEqual([
      ['columns/7/against', 'kolumnen procent är själv uträknad ur andra kolumner'],
    ]);
  });
});

describe('a share of a total', () => {
  it('is of a column with amounts and of one of its rows', () => {
    expect(withColumn({ kind: 'share-of-total', of: 'utfall', total: 'kansli', decimals: 1 })).toEqual([]);
    expect(withColumn({ kind: 'share-of-total', of: 'andel', total: 'rubrik' })).toEqual([
      ['columns/5/of', 'kolumnen andel är själv uträknad ur andra kolumner'],
      ['columns/5/total', 'raden rubrik är en rubrik och har inga belopp'],
    ]);
  });
});

it('gives decimals of their own to shares alone', () => {
  const message = 'kolumnens celler är belopp, som har uppställningens decimaler';
  expect(withColumn({ kind: 'consumed-share', of: 'utfall', against: 'budget', decimals: 1 })).toEqual([]);
  expect(withColumn({ kind: 'remaining', of: 'utfall', against: 'budget', decimals: 1 })).toEqual([
    ['columns/5/decimals', message],
  ]);
  expect(withColumn({ kind: 'benchmark', of: 'budget', shows: 'amount', decimals: 1 })).toEqual([
    ['columns/5/decimals', message],
  ]);
});

describe('a row of text', () => {
  const text: LayoutRow = { kind: 'text', id: 'forklaring', label: 'Beloppen avser {year}.' };

  it('is words, with days only where there is an outcome', () => {
    expect(withRow(text)).toEqual([]);
    expect(withRow({ ...text, label: '{quarter}' })[0]?.[0]).toBe('rows/4/label');
    const dateless: Partial<Layout> = { columns: [smallLayout.columns[1]!], title: 'Plan', figures: [] };
    expect(withRow(text, dateless)).toEqual([
      ['rows/4/label', 'layouten har ingen kolumn för periodens utfall att hämta datum ur'],
    ]);
  });

  it('holds no amounts for a sum', () => {
    const sum: LayoutRow = { kind: 'sum', id: 's', label: 'S', of: [{ row: 'forklaring' }], blank: 'all' };
    expect(faultsOf({ ...smallLayout, rows: [...smallLayout.rows, text, sum] })).toEqual([
      ['rows/5/of/0/row', 'raden forklaring är en text och har inga belopp'],
    ]);
  });
});

it('lets a line read the opening balance, the movement or the closing balance', () => {
  const line = (reads: string) => ({
    kind: 'line',
    id: 'bank',
    label: 'Bank',
    sign: 1,
    accounts: [[1900, 1999]],
    reads,
  });
  for (const reads of ['opening', 'movement', 'closing']) expect(withRow(line(reads) as LayoutRow)).toEqual([]);
  expect(withRow(line('average') as LayoutRow)[0]?.[0]).toBe('rows/4/reads');
});
