import type { LayoutColumn, LayoutRow } from '@finsam/associations';
import {
  bidrag,
  budget,
  derived,
  flow,
  kansli,
  ledger,
  none,
  posts,
  printedRow,
  resultat,
  tableOf,
  utfall,
} from '../testing';

describe('columns that are reckoned', () => {
  const figures = {
    utfall: ledger([3510, -90_00], [5010, 60_00]),
    budget: posts(['bidrag', 100_00], ['kostnad', 80_00]),
  };
  const table = (kind: Parameters<typeof derived>[0], more = figures) =>
    tableOf(flow([bidrag, kansli, resultat], { columns: [utfall, budget, derived(kind)] }), more);

  it('deviate to the good as plus: less income is minus, less cost is plus, and the result agrees', () => {
    const cells = ['bidrag', 'kansli', 'resultat'].map((id) => printedRow(table('deviation'), id)[2]);
    expect(cells).toEqual(['-10', '20', '10']);
  });

  it('deviate alike where costs are printed as negative', () => {
    const signed: LayoutRow = { ...kansli, sign: -1, posts: [{ kinds: ['kostnad'], sign: -1 }] };
    const layout = flow([bidrag, signed], { columns: [utfall, budget, derived('deviation')] });
    expect(printedRow(tableOf(layout, figures), 'kansli')).toEqual(['-60', '-80', '20']);
  });

  it('deviate plainly in a balance, where more is neither better nor worse', () => {
    const debt: LayoutRow = { kind: 'line', id: 'skuld', label: 'Skuld', sign: 1, accounts: [[2400, 2999]] };
    const before: LayoutColumn = { id: 'budget', label: '{to}', kind: 'actual', period: 'previous-year' };
    const layout = flow([debt], { statement: 'balance', columns: [utfall, before, derived('deviation')] });
    const table = tableOf(layout, { utfall: ledger([2440, -5_00]), budget: ledger([2440, -2_00]) });
    expect(printedRow(table, 'skuld')).toEqual(['-5', '-2', '-3']);
  });

  it('remain: what is left of the budget', () => {
    expect(printedRow(table('remaining'), 'kansli')).toEqual(['60', '80', '20']);
  });

  it('share: consumed in whole percent, with the amounts behind it', () => {
    const cell = table('consumed-share').rows[1]?.cells[2];
    expect(cell).toEqual({ ore: null, share: { of: 60_00, against: 80_00 }, printed: '75\u00a0%' });
  });

  it('are blank where a figure is missing, and a share of nothing is blank', () => {
    const halfPlanned = { ...figures, budget: posts(['bidrag', 100_00]) };
    expect(printedRow(table('deviation', halfPlanned), 'kansli')).toEqual(['60', '', '']);
    const nothing = { ...figures, budget: posts(['kostnad', 0]) };
    expect(printedRow(table('consumed-share', nothing), 'kansli')).toEqual(['60', '0', '']);
  });
});

describe('cells that are given', () => {
  const forecast: LayoutColumn = { id: 'prognos', label: 'Prognos', kind: 'forecast', period: 'fiscal-year' };
  const equity: LayoutRow = {
    kind: 'line',
    id: 'kapital',
    label: 'Kapital',
    sign: -1,
    accounts: [[2000, 2099]],
    given: { prognos: { row: 'kapital', column: 'utfall' } },
  };
  const year: LayoutRow = {
    kind: 'line',
    id: 'arets',
    label: 'Årets resultat',
    sign: -1,
    accounts: [[3000, 8999]],
    given: { prognos: { table: 'liten', row: 'resultat', column: 'prognos' } },
  };
  const closing: LayoutRow = {
    kind: 'sum',
    id: 'ut',
    label: 'Ut',
    of: [{ row: 'kapital' }, { row: 'arets' }],
    blank: 'any',
  };
  const balance = flow([equity, year, closing], { id: 'balans', statement: 'balance', columns: [utfall, forecast] });
  const books = { utfall: ledger([2010, -100_00], [3510, -10_00]), prognos: none };

  it('come from their own table and from an earlier one', () => {
    const earlier = tableOf(flow([bidrag, kansli, resultat], { columns: [forecast] }), {
      prognos: posts(['bidrag', 5_00], ['kostnad', 12_00]),
    });
    const table = tableOf(balance, books, [earlier]);
    expect(['kapital', 'arets', 'ut'].map((id) => printedRow(table, id))).toEqual([
      ['100', '100'],
      ['10', '-7'],
      ['110', '93'],
    ]);
    expect(table.notes).toEqual([]);
  });

  it('are told from what every object has by birth, whatever the column is called', () => {
    const layout = flow([equity], {
      columns: [forecast, { ...utfall, id: 'constructor' }, utfall],
      statement: 'balance',
    });
    const table = tableOf(layout, { ...books, constructor: ledger([2010, -3_00]) });
    expect(printedRow(table, 'kapital')).toEqual(['100', '3', '100']);
  });

  it('are blank, and said to be, where the report has no such table', () => {
    const table = tableOf(balance, books);
    expect(['kapital', 'arets', 'ut'].map((id) => printedRow(table, id)[1])).toEqual(['100', '', '']);
    expect(table.notes).toEqual(['Årets resultat i kolumnen Prognos är tom: liten har ingen cell resultat, prognos.']);
  });
});

describe('a forecast in a balance', () => {
  const forecast: LayoutColumn = { id: 'prognos', label: 'Prognos', kind: 'forecast', period: 'fiscal-year' };
  const side = (id: string, from: number, to: number, more: object = {}): LayoutRow => ({
    kind: 'line',
    id,
    label: id,
    sign: -1,
    accounts: [[from, to]],
    ...more,
  });
  const rows: LayoutRow[] = [
    side('bank', 1900, 1999, { sign: 1 }),
    side('ingaende', 2000, 2099, { given: { prognos: { row: 'ingaende', column: 'utfall' } } }),
    side('arets', 3000, 8999, { posts: [{ kinds: ['bidrag'] }, { kinds: ['kostnad'], sign: -1 }] }),
    { kind: 'sum', id: 'kapital', label: 'Kapital', of: [{ row: 'ingaende' }, { row: 'arets' }], blank: 'any' },
    side('skulder', 2400, 2999),
  ];
  const layout = flow(rows, { statement: 'balance', columns: [utfall, forecast] });
  const books = ledger([1910, 130_00], [2010, -100_00], [2440, -20_00], [3510, -50_00], [5010, 40_00]);

  it('is the opening equity and the result that is forecast, and blank where nothing is', () => {
    const table = tableOf(layout, { utfall: books, prognos: posts(['bidrag', 90_00], ['kostnad', 97_00]) });
    expect(rows.map(({ id }) => printedRow(table, id))).toEqual([
      ['130', ''],
      ['100', '100'],
      ['10', '-7'],
      ['110', '93'],
      ['20', ''],
    ]);
    expect([table.unmapped, table.notes]).toEqual([[], []]);
  });

  it('is no equity at all where there is no forecast', () => {
    const table = tableOf(layout, { utfall: books, prognos: none });
    expect(['ingaende', 'arets', 'kapital'].map((id) => printedRow(table, id)[1])).toEqual(['100', '', '']);
  });
});
