import { favourableRows, layoutSchema } from './layout';
import type { Layout, LayoutRow } from './layout-shape';
import { smallLayout } from './testing';

const faultsOf = (layout: Layout) => {
  const { error } = layoutSchema.safeParse(layout);
  return (error?.issues ?? []).map(({ path, message }) => [path.join('/'), message]);
};
const withRows = (...rows: LayoutRow[]): Layout => ({ ...smallLayout, rows: [...smallLayout.rows, ...rows] });
const share = (more: object): LayoutRow => ({ kind: 'share', id: 'andel', label: 'Andel', ...more }) as LayoutRow;
const count: LayoutRow = { kind: 'count', id: 'anstallda', label: 'Antal anställda' };

describe('rows that are not money', () => {
  it('are counts, and shares between two rows of amounts', () => {
    expect(faultsOf(withRows(count, share({ part: 'kansli', whole: 'bidrag' })))).toEqual([]);
    expect(faultsOf(withRows(share({ reported: 'soliditet' })))).toEqual([]);
  });

  it('hold no amounts for a sum, a figure or another share', () => {
    const of = [{ row: 'kansli' }, { row: 'anstallda' }];
    const message = 'raden anstallda är ett antal eller en andel och har inga belopp';
    const sum: LayoutRow = { kind: 'sum', id: 'extra', label: 'Extra', of, blank: 'all' };
    expect(faultsOf(withRows(count, sum))).toEqual([['rows/5/of/1/row', message]]);
    expect(faultsOf(withRows(count, share({ part: 'anstallda', whole: 'kansli' })))).toEqual([
      ['rows/5/part', message],
    ]);
    expect(faultsOf({ ...withRows(count), figures: [{ code: 'cost', of }] })).toEqual([
      ['figures/0/of/1/row', message],
    ]);
  });

  it('need both of a part and a whole, and rows that are there', () => {
    const both = 'en andel behöver både part och whole';
    expect(faultsOf(withRows(share({ part: 'kansli' })))).toEqual([['rows/4/whole', both]]);
    expect(faultsOf(withRows(share({ whole: 'kansli' })))).toEqual([['rows/4/part', both]]);
    expect(faultsOf(withRows(share({ part: 'kansli', whole: 'saknas' })))).toEqual([
      ['rows/4/whole', 'raden saknas finns inte'],
    ]);
  });

  it('take shares from earlier tables only, in columns of figures', () => {
    const given = (column: string, table: string) =>
      faultsOf(withRows(share({ given: { [column]: { table, row: 'soliditet', column: 'utfall' } } })));
    expect(given('utfall', 'stallning')).toEqual([]);
    expect(given('utfall', smallLayout.id)).toEqual([
      ['rows/4/given/utfall/table', 'andelar hämtas ur en tidigare tabell, inte ur den egna'],
    ]);
    expect(given('andel', 'stallning')).toEqual([
      ['rows/4/given/andel', 'kolumnen andel är själv uträknad ur andra kolumner'],
    ]);
  });

  it('are shown in columns that are there, and are neither good nor bad', () => {
    expect(faultsOf(withRows({ ...count, showIn: ['plan'] }))).toEqual([
      ['rows/4/showIn/0', 'kolumnen plan finns inte'],
    ]);
    expect(favourableRows(withRows(count)).get('anstallda')).toBeNull();
  });
});
