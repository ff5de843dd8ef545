import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layoutSchema } from './layout';
import type { Layout, LayoutColumn, LayoutRow } from './layout-shape';
import { smallLayout } from './testing';

const faultsOf = (layout: unknown) => {
  const { error } = layoutSchema.safeParse(layout);
  return (error?.issues ?? []).map(({ path, message }) => [path.join('/'), message]);
};
const withColumns = (...columns: LayoutColumn[]): Layout => ({ ...smallLayout, columns });
const withRows = (...rows: LayoutRow[]): Layout => ({ ...smallLayout, rows: [...smallLayout.rows, ...rows] });
const line = (id: string, more: object = {}): LayoutRow => ({ kind: 'line', id, label: id, sign: 1, ...more });
const sum = (id: string, ...rows: string[]): LayoutRow => ({
  kind: 'sum',
  id,
  label: id,
  of: rows.map((row) => ({ row })),
  blank: 'all',
});
const [utfall, budget] = smallLayout.columns as [LayoutColumn, LayoutColumn];

describe('a layout', () => {
  it('is taken when everything it points at is there, and read back as it was written', () => {
    expect(layoutSchema.parse(smallLayout)).toEqual(smallLayout);
  });

  it('refuses words it does not know, so that nothing is thought to hold that does not', () => {
    expect(faultsOf({ ...smallLayout, currency: 'SEK' })).toHaveLength(1);
    expect(faultsOf(withRows(line('extra', { account: 4010 })))).toHaveLength(1);
  });

  it('refuses what is no layout at all in so many words, however broken', () => {
    fc.assert(fc.property(fc.anything(), (nonsense) => expect(layoutSchema.safeParse(nonsense).success).toBe(false)));
    const keys = Object.keys(smallLayout) as (keyof Layout)[];
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.anything(), (key, nonsense) => {
        expect(() => layoutSchema.safeParse({ ...smallLayout, [key]: nonsense })).not.toThrow();
      }),
    );
  });

  it('is checked quickly even when every row sums all the others above', () => {
    const sums = Array.from({ length: 290 }, (_, at) =>
      sum(`s-${at}`, 'kansli', ...Array.from({ length: Math.min(at, 199) }, (_, below) => `s-${below}`)),
    );
    const columns = Array.from({ length: 12 }, (_, at): LayoutColumn => ({
      ...utfall,
      id: at === 0 ? 'utfall' : `k-${at}`,
    }));
    const began = performance.now();
    expect(faultsOf({ ...withRows(...sums), columns })).toEqual([]);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('has each row and each column once', () => {
    expect(faultsOf(withRows(line('kansli')))).toEqual([['rows/4/id', 'kansli finns redan']]);
    expect(faultsOf({ ...smallLayout, columns: [...smallLayout.columns, budget] })).toEqual([
      ['columns/5/id', 'budget finns redan'],
    ]);
  });

  it('reckons columns from columns of figures only', () => {
    const deviation = (of: string, against: string): LayoutColumn => ({
      id: 'skillnad',
      label: 'Skillnad',
      kind: 'deviation',
      of,
      against,
    });
    expect(faultsOf(withColumns(utfall, deviation('utfall', 'plan')))).toEqual([
      ['columns/1/against', 'kolumnen plan finns inte'],
    ]);
    expect(faultsOf(withColumns(utfall, deviation('skillnad', 'utfall')))).toEqual([
      ['columns/1/of', 'kolumnen skillnad är själv uträknad ur andra kolumner'],
    ]);
  });

  it('sums rows that are there and hold amounts', () => {
    expect(faultsOf(withRows(sum('extra', 'kansli', 'saknas', 'rubrik')))).toEqual([
      ['rows/4/of/1/row', 'raden saknas finns inte'],
      ['rows/4/of/2/row', 'raden rubrik är en rubrik och har inga belopp'],
    ]);
  });

  it('has no sum that runs in a circle, near or far', () => {
    expect(faultsOf(withRows(sum('extra', 'extra')))).toEqual([['rows/4/of', 'raden extra räknas ur sig själv']]);
    const far = withRows(
      sum('a', 'b'),
      sum('b', 'c'),
      line('c', { given: { utfall: { row: 'a', column: 'utfall' } } }),
    );
    expect(faultsOf(far)).toEqual([['rows/4/of', 'raden a räknas ur sig själv']]);
  });

  it('lets a row take its forecast from its own outcome, but not from itself', () => {
    const given = (column: string) => line('extra', { given: { budget: { row: 'extra', column } } });
    expect(faultsOf(withRows(given('utfall')))).toEqual([]);
    expect(faultsOf(withRows(given('budget')))).toEqual([['rows/4/given/budget', 'raden extra räknas ur sig själv']]);
  });

  it('knows the cells that are taken from its own table, and leaves other tables to the report', () => {
    const given = (cell: object) => withRows(line('extra', { given: { utfall: cell } }));
    expect(faultsOf(given({ row: 'nej', column: 'andel' }))).toEqual([
      ['rows/4/given/utfall/row', 'raden nej finns inte'],
      ['rows/4/given/utfall/column', 'kolumnen andel är själv uträknad ur andra kolumner'],
    ]);
    expect(faultsOf(given({ table: 'annan', row: 'nej', column: 'nej' }))).toEqual([]);
    expect(faultsOf(withRows(line('extra', { given: { plan: { row: 'kansli', column: 'utfall' } } })))).toEqual([
      ['rows/4/given/plan', 'kolumnen plan finns inte'],
    ]);
  });

  it('shows rows in columns that are there', () => {
    expect(faultsOf(withRows(line('extra', { showIn: ['utfall', 'plan'] })))).toEqual([
      ['rows/4/showIn/1', 'kolumnen plan finns inte'],
    ]);
  });

  it('names the accounts of a line from the first to the last', () => {
    expect(faultsOf(withRows(line('extra', { accounts: [[4999, 4000]] })))).toEqual([
      ['rows/4/accounts/0', 'slutar före sin början'],
    ]);
  });

  it('selects by dimensions that it names, each with at least one value', () => {
    expect(faultsOf(withRows(line('extra', { dimensions: { project: ['esf'], motpart: ['a', 'b'] } })))).toEqual([]);
    expect(faultsOf(withRows(line('extra', { dimensions: {} })))).toEqual([
      ['rows/4/dimensions', 'nämner ingen dimension'],
    ]);
    expect(faultsOf(withRows(line('extra', { dimensions: { project: [] } })))[0]?.[0]).toBe(
      'rows/4/dimensions/project',
    );
  });

  it('fills in days only where it knows which', () => {
    expect(faultsOf({ ...smallLayout, title: 'Resultat {quarter}' })[0]?.[0]).toBe('title');
    const dateless: Layout = { ...smallLayout, columns: [budget], figures: [] };
    expect(faultsOf(dateless)).toEqual([
      ['title', 'layouten har ingen kolumn för periodens utfall att hämta datum ur'],
    ]);
  });

  it('tells the nation what stands in its rows, each figure once', () => {
    const figures: Layout['figures'] = [
      { code: 'cost', of: [{ row: 'kansli' }] },
      { code: 'cost', of: [{ row: 'rubrik' }] },
    ];
    expect(faultsOf({ ...smallLayout, figures })).toEqual([
      ['figures/1/code', 'cost finns redan'],
      ['figures/1/of/0/row', 'raden rubrik är en rubrik och har inga belopp'],
    ]);
    expect(faultsOf({ ...smallLayout, title: 'Plan', columns: [budget] })).toEqual([
      ['figures', 'layouten har ingen kolumn för periodens utfall att hämta siffrorna ur'],
    ]);
  });

  it('does not add income and costs with one sign where it shows deviations, since neither way would be better', () => {
    const mixed = sum('omslutning', 'bidrag', 'kansli');
    expect(faultsOf(withRows(mixed))).toEqual([
      ['rows/4/of', 'raden omslutning blandar intäkter och kostnader med samma tecken'],
    ]);
    expect(faultsOf({ ...withRows(mixed), columns: [utfall, budget] })).toEqual([]);
  });
});

describe('the layouts of the demo associations', () => {
  const folder = join(__dirname, '../../../../apps/cli/demo/layouts');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

  it('are there', () => expect(files.length).toBeGreaterThanOrEqual(7));

  it.each(files)('%s can be adopted as it stands', (file) => {
    const layout: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    expect(faultsOf(layout)).toEqual([]);
    expect(layoutSchema.parse(layout)).toEqual(layout);
  });
});

describe('the layouts that the documentation shows', () => {
  const text = readFileSync(join(__dirname, '../../../../docs/layouts.md'), 'utf8');
  const examples = [...text.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => JSON.parse(json) as Layout);

  it('are there', () => expect(examples.length).toBeGreaterThanOrEqual(2));

  it.each(examples.map((layout) => [layout.id, layout]))('%s can be adopted as it stands', (_, layout) => {
    expect(faultsOf(layout)).toEqual([]);
    expect(layoutSchema.parse(layout)).toEqual(layout);
  });
});
