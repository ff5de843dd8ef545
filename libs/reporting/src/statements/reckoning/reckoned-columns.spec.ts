import type { LayoutColumn } from '@finsam/associations';
import { parsePeriod } from '@finsam/kernel';
import { bidrag, budget, flow, kansli, ledger, none, posts, printedRow, resultat, tableOf, utfall } from '../testing';

const figures = {
  utfall: ledger([3510, -90_00], [5010, 60_00]),
  budget: posts(['bidrag', 100_00], ['kostnad', 80_00]),
};
const benchmark = (shows: 'amount' | 'share', more: object = {}): LayoutColumn => ({
  id: `rikt-${shows}`,
  label: 'Riktpunkt {year}',
  kind: 'benchmark',
  of: 'budget',
  shows,
  ...more,
});
const share = (more: object = {}): LayoutColumn => ({
  id: 'andel',
  label: 'Andel {month}',
  kind: 'share-of-total',
  of: 'utfall',
  total: 'bidrag',
  ...more,
});
const rows = [bidrag, kansli, resultat];

describe('a riktpunkt', () => {
  const columns = [utfall, budget, benchmark('amount'), benchmark('share', { decimals: 1 })];

  it('is eight twelfths of the budget after August, and 66,7 % on every row that has one', () => {
    const table = tableOf(flow(rows, { columns }), figures);
    expect(printedRow(table, 'bidrag')).toEqual(['90', '100', '67', '66,7 %']);
    expect(printedRow(table, 'kansli')).toEqual(['60', '80', '53', '66,7 %']);
    // Of the budgeted 20, not of the printed 67 less 53.
    expect(printedRow(table, 'resultat')).toEqual(['30', '20', '13', '66,7 %']);
    expect(table.rows[0]?.cells[3]).toMatchObject({ ore: null, share: { of: 8, against: 12 } });
    expect(table.columns[2]?.label).toBe('Riktpunkt 2024');
  });

  it('is the whole budget of a whole year, and blank where nothing was planned', () => {
    const half = { ...figures, budget: posts(['kostnad', 80_00]) };
    const table = tableOf(flow(rows, { columns }), half, [], parsePeriod('2024'));
    expect(printedRow(table, 'kansli').slice(2)).toEqual(['80', '100,0 %']);
    expect(printedRow(table, 'bidrag').slice(2)).toEqual(['', '']);
    expect(printedRow(tableOf(flow(rows, { columns }), { utfall: none, budget: none }), 'kansli')[2]).toBe('');
  });

  it('may be deviated from: a cost below it is to the good', () => {
    const against: LayoutColumn = { id: 'd', label: 'D', kind: 'deviation', of: 'utfall', against: 'rikt-amount' };
    const table = tableOf(flow(rows, { columns: [...columns, against] }), figures);
    expect(['bidrag', 'kansli', 'resultat'].map((id) => printedRow(table, id)[4])).toEqual(['23', '-7', '17']);
    expect(table.notes).toEqual([]);
  });
});

describe('a share of a total', () => {
  it('is each row in per cent of the total in the same column, with the amounts behind it', () => {
    const table = tableOf(flow(rows, { columns: [utfall, budget, share()] }), figures);
    expect(rows.map(({ id }) => printedRow(table, id)[2])).toEqual(['100 %', '67 %', '33 %']);
    expect(table.rows[1]?.cells[2]).toMatchObject({ ore: null, share: { of: 60_00, against: 90_00 } });
    expect(table.columns[2]?.label).toBe('Andel 2024-08');
  });

  it('has the decimals it asks for, and is blank where a row is, or the total is nothing', () => {
    const columns = [utfall, budget, share({ of: 'budget', decimals: 2 })];
    const table = tableOf(flow(rows, { columns }), {
      ...figures,
      budget: posts(['bidrag', 90_00], ['kostnad', 60_00]),
    });
    expect(printedRow(table, 'kansli')[2]).toBe('66,67 %');
    const half = tableOf(flow(rows, { columns }), { ...figures, budget: posts(['kostnad', 60_00]) });
    expect(rows.map(({ id }) => printedRow(half, id)[2])).toEqual(['', '', '']);
    const zero = tableOf(flow(rows, { columns }), { ...figures, budget: posts(['bidrag', 0], ['kostnad', 60_00]) });
    expect(printedRow(zero, 'kansli')[2]).toBe('');
  });

  it('is not shown in rows that are not', () => {
    const hidden = { ...kansli, showIn: ['utfall', 'budget'] };
    const table = tableOf(flow([bidrag, hidden], { columns: [utfall, budget, share()] }), figures);
    expect(printedRow(table, 'kansli')[2]).toBe('');
  });

  it('distributes costs by 8, 20 and 72 per cent, as the half-year report of 2021 should have', () => {
    const cost = (id: string) => ({ ...kansli, id, label: id, activities: [id], posts: [{ activities: [id] }] });
    const groups = ['kansli', 'struktur', 'individ'].map(cost);
    const total = { ...resultat, id: 'kostnader', of: groups.map(({ id }) => ({ row: id })) };
    const columns = [budget, share({ of: 'budget', total: 'kostnader', label: 'Andel' })];
    const planned = posts(
      ['kostnad', 1_255_000_00, 'kansli'],
      ['kostnad', 2_930_000_00, 'struktur'],
      ['kostnad', 10_747_000_00, 'individ'],
    );
    const table = tableOf(flow([...groups, total], { columns }), { budget: planned });
    // Printed by Västra Östergötland: 7, 20 and 73.
    expect(groups.map(({ id }) => printedRow(table, id)[1])).toEqual(['8 %', '20 %', '72 %']);
  });
});

it('gives a consumed share and a share row their decimals', () => {
  const consumed: LayoutColumn = {
    id: 'f',
    label: 'F',
    kind: 'consumed-share',
    of: 'utfall',
    against: 'budget',
    decimals: 1,
  };
  const row = { kind: 'share', id: 's', label: 'S', part: 'kansli', whole: 'bidrag', decimals: 2 } as const;
  const table = tableOf(flow([bidrag, kansli, row], { columns: [utfall, budget, consumed] }), {
    ...figures,
    utfall: ledger([3510, -90_00], [5010, 50_00]),
  });
  expect([printedRow(table, 'kansli')[2], printedRow(table, 's')]).toEqual(['62,5 %', ['55,56 %', '80,00 %', '']]);
});
