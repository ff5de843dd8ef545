import type { LayoutColumn, LayoutRow, SumRow } from '@finsam/associations';
import { parsePeriod } from '@finsam/kernel';
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
  reported,
  resultat,
  tableOf,
  utfall,
} from './testing';

describe('signs', () => {
  const figures = {
    utfall: ledger([3510, -204_100_00], [5010, 120_000_00]),
    budget: posts(['bidrag', 300_000_00], ['kostnad', 250_000_00]),
  };

  it('shows income, which the ledger keeps as credit, as positive, and a plan as it was planned', () => {
    expect(printedRow(tableOf(flow([bidrag, kansli, resultat]), figures), 'bidrag')).toEqual(['204 100', '300 000']);
  });

  it('shows a cost as positive, and takes it from the result', () => {
    const table = tableOf(flow([bidrag, kansli, resultat]), figures);
    expect(printedRow(table, 'kansli')).toEqual(['120 000', '250 000']);
    expect(printedRow(table, 'resultat')).toEqual(['84 100', '50 000']);
  });

  it('shows a cost as negative where the association prints it so, in books and plan alike', () => {
    const signed: LayoutRow = { ...kansli, sign: -1, posts: [{ kinds: ['kostnad'], sign: -1 }] };
    const added: LayoutRow = { ...resultat, of: [{ row: 'bidrag' }, { row: 'kansli' }] };
    const table = tableOf(flow([bidrag, signed, added]), figures);
    expect(printedRow(table, 'kansli')).toEqual(['-120 000', '-250 000']);
    expect(printedRow(table, 'resultat')).toEqual(['84 100', '50 000']);
  });

  it('nets what an activity costs and brings in, post by post', () => {
    const net: LayoutRow = {
      kind: 'line',
      id: 'netto',
      label: 'Kansli',
      sign: 1,
      activities: ['kansli'],
      posts: [
        { activities: ['kansli'], kinds: ['kostnad'] },
        { activities: ['kansli'], kinds: ['intakt'], sign: -1 },
      ],
    };
    const table = tableOf(flow([net]), {
      utfall: ledger([5010, 900_00, 'kansli'], [3690, -1_000_00, 'kansli'], [1910, 100_00, 'kansli']),
      budget: posts(['kostnad', 1_500_00], ['intakt', 400_00]),
    });
    expect(printedRow(table, 'netto')).toEqual(['-100', '1 100']);
    expect(table.unmapped).toEqual([]);
  });

  it('shows assets as the ledger does and turns debts and equity', () => {
    const side = (id: string, sign: 1 | -1, from: number, to: number): LayoutRow => ({
      kind: 'line',
      id,
      label: id,
      sign,
      accounts: [[from, to]],
    });
    const rows = [side('bank', 1, 1900, 1999), side('kapital', -1, 2000, 2099), side('resultat', -1, 3000, 8999)];
    const table = tableOf(flow(rows, { statement: 'balance', columns: [utfall] }), {
      utfall: ledger([1910, 150_00], [2010, -100_00], [3510, -80_00], [5010, 30_00]),
    });
    expect(rows.map(({ id }) => printedRow(table, id))).toEqual([['150'], ['100'], ['50']]);
    expect(table.notes).toEqual([]);
  });

  it('never prints minus zero', () => {
    const table = tableOf(flow([bidrag, kansli]), {
      utfall: ledger([3510, 49], [5010, -49]),
      budget: posts(['bidrag', 0]),
    });
    expect(printedRow(table, 'bidrag')).toEqual(['0', '0']);
    expect(printedRow(table, 'kansli')).toEqual(['0', '']);
    const zeros = tableOf(flow([bidrag, resultat, kansli]), {
      utfall: ledger([3510, 0]),
      budget: posts(['bidrag', -0]),
    });
    const amounts = zeros.rows.flatMap(({ cells }) => cells.map(({ ore }) => ore)).filter((ore) => ore !== null);
    expect(amounts.map((ore) => Object.is(ore, 0))).toEqual(amounts.map(() => true));
  });
});

describe('missing is not zero', () => {
  it('books without an entry say zero, a plan without a post says nothing, a post of zero says zero', () => {
    const table = tableOf(flow([bidrag, kansli]), { utfall: ledger(), budget: posts(['kostnad', 0]) });
    expect(printedRow(table, 'bidrag')).toEqual(['0', '']);
    expect(printedRow(table, 'kansli')).toEqual(['0', '0']);
  });

  it('a line without any account is zero in the books', () => {
    const bare: LayoutRow = { kind: 'line', id: 'bar', label: 'Balanserat', sign: -1, posts: [{ kinds: ['ib'] }] };
    const table = tableOf(flow([bare]), { utfall: ledger(), budget: posts(['ib', 50_00]) });
    expect(printedRow(table, 'bar')).toEqual(['0', '50']);
  });

  it('a sum is blank when all parts are, or when any is, as its row says', () => {
    const sums: SumRow[] = [
      { ...resultat, id: 'alla', blank: 'all' },
      { ...resultat, id: 'nagon', blank: 'any' },
    ];
    const half = tableOf(flow([bidrag, kansli, ...sums]), { utfall: none, budget: posts(['bidrag', 7_00]) });
    expect(printedRow(half, 'alla')).toEqual(['', '7']);
    expect(printedRow(half, 'nagon')).toEqual(['', '']);
    const whole = tableOf(flow([bidrag, kansli, ...sums]), {
      utfall: none,
      budget: posts(['bidrag', 7_00], ['kostnad', 0]),
    });
    expect(printedRow(whole, 'nagon')).toEqual(['', '7']);
  });

  it('rows shown in some columns stay blank in the others, also in those reckoned from two', () => {
    const only = { ...kansli, showIn: ['utfall', 'budget'] };
    const total: LayoutRow = {
      kind: 'sum',
      id: 'summa',
      label: 'Summa',
      of: [{ row: 'kansli' }],
      blank: 'all',
      showIn: ['budget'],
    };
    const above: LayoutRow = { kind: 'sum', id: 'over', label: 'Över', of: [{ row: 'summa' }], blank: 'all' };
    const layout = flow([only, total, above], { columns: [utfall, budget, derived('remaining')] });
    const table = tableOf(layout, { utfall: ledger([5010, 60_00]), budget: posts(['kostnad', 80_00]) });
    expect(printedRow(table, 'kansli')).toEqual(['60', '80', '']);
    expect(printedRow(table, 'summa')).toEqual(['', '80', '']);
    expect(printedRow(table, 'over')).toEqual(['', '80', '']);
  });

  it('a heading has no cells', () => {
    const layout = flow([{ kind: 'heading', id: 'rubrik', label: 'Kostnader', level: 1 }, kansli]);
    expect(tableOf(layout, { utfall: ledger(), budget: none }).rows[0]?.cells).toEqual([]);
  });

  it('a row of text has no cells, and its days filled in', () => {
    const text: LayoutRow = { kind: 'text', id: 'forklaring', label: 'Allt till och med {day}.', level: 2 };
    const [row] = tableOf(flow([text, kansli]), { utfall: ledger(), budget: none }).rows;
    expect(row).toEqual({
      id: 'forklaring',
      label: 'Allt till och med 31 augusti 2024.',
      kind: 'text',
      level: 2,
      cells: [],
    });
  });

  it('a figure for the nation is whole or null', () => {
    const layout = flow([bidrag, kansli], {
      figures: [{ code: 'result', of: [{ row: 'bidrag' }, { row: 'kansli', sign: -1 }] }],
    });
    expect(tableOf(layout, { utfall: ledger([3510, -5_00], [5010, 2_00]), budget: none }).figures).toEqual({
      result: 3_00,
    });
    expect(tableOf(layout, { utfall: reported('Bokslut', { bidrag: 5_00 }), budget: none }).figures).toEqual({
      result: null,
    });
  });
});

describe('labels', () => {
  it('are filled with the days of their own column', () => {
    const columns: LayoutColumn[] = [
      { id: 'a', label: 'Utfall {month}', kind: 'actual', period: 'report' },
      { id: 'b', label: 'Budget {year}', kind: 'budget', period: 'fiscal-year' },
      { id: 'c', label: '{from} – {to}', kind: 'actual', period: 'same-period-last-year' },
      { id: 'd', label: '{to}', kind: 'actual', period: 'previous-year' },
      { id: 'e', label: 'Avvikelse {year}', kind: 'deviation', of: 'c', against: 'b' },
    ];
    const layout = flow([kansli], { columns, title: 'Resultat per den {day}' });
    const table = tableOf(layout, { a: none, b: none, c: none, d: none });
    expect(table.title).toBe('Resultat per den 31 augusti 2024');
    expect(table.columns.map(({ label }) => label)).toEqual([
      'Utfall 2024-08',
      'Budget 2024',
      '2023-01-01 – 2023-08-31',
      '2023-12-31',
      'Avvikelse 2023',
    ]);
    const june = tableOf(layout, { a: none, b: none, c: none, d: none }, [], parsePeriod('2024-H1'));
    expect(june.columns.map(({ label }) => label)[2]).toBe('2023-01-01 – 2023-06-30');
  });

  it('every column of figures has figures, or says that it has none', () => {
    expect(() => tableOf(flow([kansli]), { utfall: none })).toThrow('broken assumption: the column budget');
  });
});
