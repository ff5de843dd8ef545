import type { Layout, LayoutRow, LineRow } from '@finsam/associations';
import { flow, ledger, utfall } from '../../statements/testing';
import { tableFindings } from './reconcile-own';
import { found, made, plain, tampered } from './testing';

const line = (id: string, sign: 1 | -1, from: number, to: number, more: Partial<LineRow> = {}): LineRow => ({
  kind: 'line',
  id,
  label: id,
  sign,
  accounts: [[from, to]],
  ...more,
});
const sum = (id: string, ...of: readonly string[]): LayoutRow => ({
  kind: 'sum',
  id,
  label: id,
  of: of.map((row) => ({ row })),
  blank: 'any',
});
const lines = [
  line('fordringar', 1, 1000, 1899),
  line('bank', 1, 1900, 1999),
  line('eget', -1, 2000, 2099),
  line('resultat', -1, 3000, 8999),
  line('skulder', -1, 2100, 2999),
];
const [assets, rest] = [sum('tillgangar', 'fordringar', 'bank'), sum('summa', 'eget', 'resultat', 'skulder')];
const balance = (rows: LayoutRow[], more: Partial<Layout> = {}) =>
  flow(rows, { id: 'br', title: 'Balans', statement: 'balance', columns: [utfall], ...more });
const sheet = balance([...lines, assets, rest]);
const held = ledger([1510, 300], [1910, 700], [2010, -400], [2440, -100], [3510, -900], [4010, 400]);
const weighed = (layout: Layout, figures = held) => found(made([layout, { utfall: figures }]));

describe('a balance', () => {
  it('weighs the same on both sides, to the öre', () => {
    const all = made([sheet, { utfall: held }]);
    expect(found(all)).toEqual([]);
    expect(found(tampered(all, 'br/summa/utfall'))).toEqual(['summa br/summa/utfall', 'balans br/summa/utfall']);
  });

  it('needs the result of the period', () => {
    const without = balance([...lines.filter(({ id }) => id !== 'resultat'), assets, sum('summa', 'eget', 'skulder')]);
    const result = flow([{ ...line('allt', -1, 3000, 8999) }], { id: 'rr', columns: [utfall] });
    const all = made([result, { utfall: held }], [without, { utfall: held }]);
    const [finding, ...more] = tableFindings(all);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: 'balans', place: 'br/summa/utfall', difference: -500 });
    expect(plain(finding!.cause!)).toBe(
      'Skillnaden är lika med periodens resultat (5 kr): resultatet saknas i eget kapital.',
    );
  });

  it('does not where an account is on no line, which is told by name too', () => {
    const narrow = balance([line('fordringar', 1, 1500, 1599), ...lines.slice(1), assets, rest]);
    const found = weighed(narrow, ledger([1630, 300], [1910, 700], [2010, -400], [2440, -600]));
    expect(found).toEqual(['omappat br/konto-1630/utfall', 'balans br/summa/utfall']);
  });

  it.each([
    ['of what it owes', balance([...lines, assets, sum('summa', 'eget', 'resultat')])],
    ['of what it owns', balance([...lines, sum('tillgangar', 'bank'), rest])],
    [
      'that it publishes as its assets',
      balance([...lines, sum('tillgangar', 'bank'), sum('summa', 'eget', 'resultat')], {
        figures: [{ code: 'assets', of: [{ row: 'tillgangar' }] }],
      }),
    ],
  ])('is found out by a total %s that lacks a line', (_, layout) => {
    expect(weighed(layout)).toEqual([expect.stringMatching(/^balans br\//)]);
  });

  it('is its last total, where two say the same', () => {
    const twice = made([balance([...lines, assets, rest, sum('slutsumma', 'summa')]), { utfall: held }]);
    expect(found(tampered(twice, 'br/slutsumma/utfall'))).toEqual([
      'summa br/slutsumma/utfall',
      'balans br/slutsumma/utfall',
    ]);
  });

  it('may show what it owes as negative', () => {
    const turned = lines.map((row) => (row.sign === -1 ? { ...row, sign: 1 as const } : row));
    expect(weighed(balance([...turned, assets, rest]))).toEqual([]);
    const all = made([balance([...turned, assets, rest]), { utfall: held }]);
    expect(found(tampered(all, 'br/tillgangar/utfall'))).toContain('balans br/summa/utfall');
  });

  it('is no balance where a table has many totals and no side, or is about a part of the accounts', () => {
    const notes = balance([...lines, sum('not-3', 'fordringar'), sum('not-4', 'bank'), sum('not-7', 'skulder')]);
    expect(weighed(notes)).toEqual([]);
    const part = balance([lines[1]!, lines[2]!], { covers: [[1900, 2099]] });
    expect(weighed(part)).toEqual([]);
  });
});

describe('a cash flow', () => {
  const opening = { id: 'ib', label: '{to}', kind: 'actual', period: 'previous-year' } as const;
  const sheetOfTwo = balance([...lines, assets, rest], { columns: [utfall, opening] });
  const begin = { given: { utfall: { table: 'br', row: 'bank', column: 'ib' } } };
  const { accounts: _, ...bank } = line('vid-borjan', 1, 1, 1, begin);
  const flowOf = (rows: LayoutRow[]) =>
    flow([...rows, bank, sum('vid-slut', 'floden', 'vid-borjan')], { id: 'kf', columns: [utfall] });
  const moves = [line('resultat', -1, 3000, 8999), line('fordringar', -1, 1000, 1899), line('skulder', -1, 2100, 2999)];
  const whole = flowOf([...moves, sum('floden', 'resultat', 'fordringar', 'skulder')]);
  const closing = ledger(
    [1910, 1_000],
    [1510, 200],
    [2010, -400],
    [2440, -250],
    [2250, -50],
    [3510, -900],
    [4010, 400],
  );
  const before = ledger([1910, 400], [2010, -400]);
  const moved = ledger([1910, 600], [1510, 200], [2440, -250], [2250, -50], [3510, -900], [4010, 400]);
  const all = (layout: Layout) => made([sheetOfTwo, { utfall: closing, ib: before }], [layout, { utfall: moved }]);

  it('ends with what the balance closes with', () => {
    expect(found(all(whole))).toEqual([]);
    expect(found(tampered(all(whole), 'kf/vid-slut/utfall'))).toEqual([
      'summa kf/vid-slut/utfall',
      'kassaflode kf/vid-slut/utfall',
    ]);
  });

  it('does not where it leaves out what has moved, though no line of a flow must show it', () => {
    const without = flowOf([
      ...moves.slice(0, 2),
      line('skulder', -1, 2400, 2999),
      sum('floden', 'resultat', 'fordringar', 'skulder'),
    ]);
    expect(found(all(without))).toEqual(['kassaflode kf/vid-slut/utfall']);
  });

  it('is not asked where it opens with another day than the one before', () => {
    const late = { ...sheetOfTwo, columns: [utfall, { ...opening, period: 'same-period-last-year' as const }] };
    const tables = made([late, { utfall: closing, ib: before }], [whole, { utfall: moved }]);
    expect(found(tampered(tables, 'kf/vid-slut/utfall'))).toEqual(['summa kf/vid-slut/utfall']);
  });
});

describe('a note', () => {
  const owed = { ...line('skulder', -1, 2100, 2999), noteAt: { table: 'not', row: 'not-7' } };
  const sheetWithNote = balance([...lines.slice(0, 4), owed, assets, rest]);
  const note = (to: number) =>
    balance(
      [line('leverantorer', 1, 2400, 2449), line('ovrigt', 1, 2450, to), sum('not-7', 'leverantorer', 'ovrigt')],
      {
        id: 'not',
        covers: [[2100, 2449]],
      },
    );
  const figures = ledger([1510, 300], [1910, 700], [2010, -300], [2440, -100], [2990, -600]);
  const all = (to: number) => made([sheetWithNote, { utfall: figures }], [note(to), { utfall: figures }]);

  it('has the sum of the line that it belongs to, in whichever order the tables stand and whatever its signs', () => {
    expect(found(all(2999))).toEqual([]);
    expect(found(tampered(all(2999), 'not/not-7/utfall'))).toContain('not-rad not/not-7/utfall');
    expect(found(all(2989))).toEqual(['not-rad not/not-7/utfall']);
  });

  it('is not asked where there is no such table or row', () => {
    const lost = {
      ...sheetWithNote,
      rows: [...lines.slice(0, 4), { ...owed, noteAt: { table: 'not', row: 'nej' } }, assets, rest],
    };
    expect(found(made([lost, { utfall: figures }], [note(2989), { utfall: figures }]))).toEqual([]);
    expect(found(made([sheetWithNote, { utfall: figures }]))).toEqual([]);
  });
});
