import { layoutSchema } from './layout';
import type { Layout, LayoutRow } from './layout-shape';
import { smallLayout } from './testing';

const faultsOf = (view: object, more: Partial<Layout> = {}) => {
  const { error } = layoutSchema.safeParse({ ...smallLayout, ...more, view });
  return (error?.issues ?? []).map(({ path, message }) => [path.join('/'), message]);
};
const setOff = (more: object = {}) => ({ label: 'Intäkter', accounts: [[3600, 3699]], rows: ['kansli'], ...more });
const allocation = (more: object = {}) => ({
  label: 'Lön',
  from: 'kansli',
  to: [
    { row: 'kansli', weight: 65 },
    { row: 'ovrigt', weight: 35 },
  ],
  ...more,
});
const ovrigt: Extract<LayoutRow, { kind: 'line' }> = {
  kind: 'line',
  id: 'ovrigt',
  label: 'Övrigt',
  sign: 1,
  accounts: [[4000, 7999]],
};
const summa: Extract<LayoutRow, { kind: 'sum' }> = {
  kind: 'sum',
  id: 'summa',
  label: 'Summa',
  of: [{ row: 'kansli' }, { row: 'ovrigt' }],
  blank: 'all',
};
const before = smallLayout.rows.filter(({ id }) => id !== 'resultat');
const resultat: Extract<LayoutRow, { kind: 'sum' }> = {
  kind: 'sum',
  id: 'resultat',
  label: 'Resultat',
  of: [{ row: 'bidrag' }, { row: 'summa', sign: -1 }],
  blank: 'all',
};
const rows = [...before, ovrigt, summa, resultat];
const inSetOff = (more: object) => faultsOf({ setOffs: [setOff(more)] }, { rows });
const inAllocation = (more: object) => faultsOf({ allocations: [allocation(more)] }, { rows });

it('may set off and allocate between lines that the result counts', () => {
  const view = { setOffs: [setOff()], allocations: [allocation()] };
  expect(faultsOf(view, { rows })).toEqual([]);
  const layout = { ...smallLayout, rows, view };
  expect(layoutSchema.parse(layout)).toEqual(layout);
});

it('says what is set off', () => {
  expect(faultsOf({ setOffs: [{ label: 'Intäkter', rows: ['kansli'] }] })).toEqual([
    ['view/setOffs/0', 'avräkningen säger inte vad som räknas av: ange till exempel accounts eller posts'],
  ]);
  expect(faultsOf({ setOffs: [{ label: 'Intäkter', rows: ['kansli'], posts: [{ kinds: ['intakt'] }] }] })).toEqual([]);
});

it.each([
  ['saknas', 'raden saknas finns inte'],
  ['rubrik', 'raden rubrik är en rubrik och har inga belopp'],
  ['resultat', 'raden resultat är en summa; en vy flyttar belopp mellan rader som väljer'],
])('moves amounts between lines: %s is none', (row, message) => {
  expect(inSetOff({ rows: [row] })).toEqual([['view/setOffs/0/rows/0', message]]);
  expect(inAllocation({ from: row })).toEqual([['view/allocations/0/from', message]]);
  expect(inAllocation({ to: [{ row, weight: 1 }] })).toEqual([['view/allocations/0/to/0/row', message]]);
});

it('moves what the statement is about, not balances beside it', () => {
  const opening: LayoutRow = { ...ovrigt, id: 'ib', reads: 'opening' };
  expect(faultsOf({ setOffs: [setOff({ rows: ['ib'] })] }, { rows: [...rows, opening], figures: [] })).toEqual([
    ['view/setOffs/0/rows/0', 'raden ib visar opening, och en vy flyttar bara det som uppställningen handlar om'],
  ]);
});

it('names each row and each label once', () => {
  expect(inSetOff({ rows: ['kansli', 'kansli'] })).toEqual([['view/setOffs/0/rows/1', 'raden kansli är redan nämnd']]);
  const to = [
    { row: 'ovrigt', weight: 1 },
    { row: 'ovrigt', weight: 2 },
  ];
  expect(inAllocation({ to })).toEqual([['view/allocations/0/to/1/row', 'raden ovrigt är redan nämnd']]);
  expect(faultsOf({ setOffs: [setOff(), setOff()] })).toEqual([['view/setOffs/1/label', 'Intäkter finns redan']]);
});

it('is made in columns of figures', () => {
  expect(inSetOff({ columns: ['utfall', 'andel', 'plan'] })).toEqual([
    ['view/setOffs/0/columns/1', 'kolumnen andel är själv uträknad ur andra kolumner'],
    ['view/setOffs/0/columns/2', 'kolumnen plan finns inte'],
  ]);
});

it('allocates something to somewhere else, selected or decided and not both', () => {
  expect(inAllocation({ to: [{ row: 'kansli', weight: 1 }] })).toEqual([
    ['view/allocations/0/to', 'fördelningen flyttar inget från raden kansli'],
  ]);
  const amount = { ore: 43_500_00, period: '2023' };
  expect(inAllocation({ amount })).toEqual([]);
  expect(inAllocation({ amount, activities: ['kansli'] })).toEqual([
    ['view/allocations/0/amount', 'ett bestämt belopp kan inte också väljas ut'],
  ]);
});

it('shares out by whole numbers', () => {
  for (const weight of [0, -1, 0.5]) {
    expect(inAllocation({ to: [{ row: 'ovrigt', weight }] })[0]?.[0]).toBe('view/allocations/0/to/0/weight');
  }
});

it('leaves the result as it was: its rows count in it, once and by their sign', () => {
  const message = (row: string) =>
    `raden ${row} ingår inte i resultatet en gång med sitt tecken; vyn skulle ändra resultatet`;
  const without = rows.map((row) => (row.id === 'summa' ? { ...summa, of: [{ row: 'kansli' }] } : row));
  expect(faultsOf({ setOffs: [setOff({ rows: ['ovrigt'] })] }, { rows: without })).toEqual([
    ['view/setOffs/0/rows/0', message('ovrigt')],
  ]);
  const twice = rows.map((row) =>
    row.id === 'resultat' ? { ...resultat, of: [...resultat.of, { row: 'ovrigt', sign: -1 as const }] } : row,
  );
  expect(faultsOf({ allocations: [allocation()] }, { rows: twice })).toEqual([
    ['view/allocations/0/to/1/row', message('ovrigt')],
  ]);
  expect(faultsOf({ allocations: [allocation()] }, { rows: twice, figures: [] })).toEqual([]);
});
