import type { Layout, LayoutRow, LineRow } from '@finsam/associations';
import { flow, ledger, none, plain, posts, printedRow, reported, tableOf, utfall } from '../testing';

const cost = (id: string, more: object = {}): LineRow => ({
  kind: 'line',
  id,
  label: id,
  sign: 1,
  accounts: [[4000, 7999]],
  activities: [id],
  posts: [{ activities: [id], kinds: ['kostnad'] }],
  ...more,
});
const external: LineRow = {
  kind: 'line',
  id: 'externt',
  label: 'Externa intäkter',
  sign: -1,
  accounts: [[3600, 3699]],
  posts: [{ kinds: ['intakt'] }],
};
const result: LayoutRow = {
  kind: 'sum',
  id: 'resultat',
  label: 'Resultat',
  of: [{ row: 'externt' }, { row: 'nova', sign: -1 }, { row: 'kansli', sign: -1 }],
  blank: 'any',
};
const layout = (view?: Layout['view'], more: Partial<Layout> = {}) =>
  flow([external, cost('nova'), cost('kansli'), result], view ? { view, ...more } : more);
const setOff = (more: object = {}) => ({
  setOffs: [
    {
      label: 'Externa intäkter mot den kostnad de hör till',
      accounts: [[3600, 3699] as [number, number]],
      posts: [{ kinds: ['intakt'] }],
      rows: ['nova', 'kansli'],
      ...more,
    },
  ],
});
const books = ledger(
  [3610, -43_500_00, 'nova'],
  [3620, -468_827_00, 'kansli'],
  [4010, 3_335_991_00, 'nova'],
  [5010, 1_329_314_00, 'kansli'],
);
const planned = posts(['intakt', 30_00, 'kansli'], ['kostnad', 100_00, 'kansli'], ['kostnad', 900_00, 'nova']);
const figures = { utfall: books, budget: planned };
const all = (table: ReturnType<typeof tableOf>, column = 0) =>
  ['externt', 'nova', 'kansli', 'resultat'].map((id) => printedRow(table, id)[column]);

describe('a set-off', () => {
  it('stands against the row whose activity it has, in books and plan alike, and the result is as it was', () => {
    const [gross, net] = [tableOf(layout(), figures), tableOf(layout(setOff()), figures)];
    expect(all(gross)).toEqual(['512 327', '3 335 991', '1 329 314', '-4 152 978']);
    expect(all(net)).toEqual(['0', '3 292 491', '860 487', '-4 152 978']);
    expect(all(gross, 1)).toEqual(['30', '900', '100', '-970']);
    expect(all(net, 1)).toEqual(['0', '900', '70', '-970']);
    expect(net.unmapped).toEqual([]);
  });

  it('is stated under the table with its amount in every column, in the unit of the table', () => {
    expect(tableOf(layout(setOff()), figures).notes.map(plain)).toEqual([
      'Avräkning: Externa intäkter mot den kostnad de hör till: 512 327 kr i Utfall 2024-08, 30 kr i Budget 2024.',
    ]);
    const thousands = tableOf(layout(setOff(), { unit: 'tkr', decimals: 1 }), { utfall: books, budget: none });
    expect(thousands.notes.map(plain)[0]).toMatch(/: 512,3 tkr i Utfall 2024-08\.$/);
  });

  it('is kept with the table, row by row', () => {
    const { moved } = tableOf(layout(setOff()), figures);
    expect(moved?.[0]).toMatchObject({
      kind: 'set-off',
      column: 'utfall',
      amountOre: 512_327_00,
      rows: [
        { row: 'externt', changeOre: -512_327_00 },
        { row: 'kansli', changeOre: -468_827_00 },
        { row: 'nova', changeOre: -43_500_00 },
      ],
    });
    expect(tableOf(layout(), figures)).not.toHaveProperty('moved');
  });

  it('stands against its only row whatever its activity, and stays where no one of several rows is about it', () => {
    expect(all(tableOf(layout(setOff({ rows: ['kansli'] })), figures))).toEqual([
      '0',
      '3 335 991',
      '816 987',
      '-4 152 978',
    ]);
    const shared = cost('kansli', { activities: ['kansli', 'nova'] });
    const both = flow([external, cost('nova'), shared], { view: setOff({ posts: undefined }), columns: [utfall] });
    expect(printedRow(tableOf(both, { utfall: ledger([3610, -5_00, 'nova']) }), 'externt')).toEqual(['5']);
    const other = { ...figures, utfall: ledger([3610, -5_00, 'fia'], [3620, -7_00], [4010, 9_00, 'nova']) };
    const stays = tableOf(layout(setOff()), other);
    expect(all(stays)).toEqual(['12', '9', '0', '3']);
    expect(stays.notes.map(plain)).toContain(
      'Avräkning: Externa intäkter mot den kostnad de hör till: 30 kr i Budget 2024.',
    );
  });

  it('takes only what its selectors say, in the columns that it names', () => {
    const view = setOff({ activities: ['nova'], posts: undefined, columns: ['utfall'] });
    expect(all(tableOf(layout(view), figures))).toEqual(['468 827', '3 292 491', '1 329 314', '-4 152 978']);
    expect(all(tableOf(layout(setOff({ columns: ['utfall'] })), figures), 1)).toEqual(['30', '900', '100', '-970']);
  });

  it('is made by the first that takes an amount', () => {
    const [first] = setOff().setOffs;
    const view = { setOffs: [{ ...first!, label: 'Först', rows: ['nova'] }, first!] };
    const table = tableOf(layout(view), { ...figures, budget: none });
    expect(all(table)).toEqual(['0', '2 823 664', '1 329 314', '-4 152 978']);
    expect(table.notes.map(plain)[1]).toBe(
      'Avräkning: Externa intäkter mot den kostnad de hör till: inget belopp i någon kolumn.',
    );
  });

  it('turns the sign with the row: a cost that is printed as negative is reduced all the same', () => {
    const negative = cost('kansli', { sign: -1, posts: [{ activities: ['kansli'], kinds: ['kostnad'], sign: -1 }] });
    const signed = flow([external, negative], { view: setOff({ rows: ['kansli'] }) });
    const table = tableOf(signed, { utfall: ledger([3620, -40_00], [5010, 100_00, 'kansli']), budget: planned });
    expect(['externt', 'kansli'].map((id) => printedRow(table, id))).toEqual([
      ['0', '0'],
      ['-60', '-70'],
    ]);
  });

  it('shows once what no row showed, and leaves alone what the row has already', () => {
    const silent = flow([cost('kansli')], { view: setOff({ rows: ['kansli'] }), columns: [utfall] });
    const table = tableOf(silent, { utfall: ledger([3620, -40_00], [5010, 100_00, 'kansli']) });
    expect([printedRow(table, 'kansli'), table.unmapped]).toEqual([['60'], []]);
    expect(table.notes.map(plain)[0]).toMatch(/: 40 kr i Utfall 2024-08\.$/);
    const net = flow([cost('kansli', { accounts: [[3600, 7999]] })], {
      view: setOff({ rows: ['kansli'] }),
      columns: [utfall],
    });
    const same = tableOf(net, { utfall: ledger([3620, -40_00, 'kansli'], [5010, 100_00, 'kansli']) });
    expect([printedRow(same, 'kansli'), same.moved]).toEqual([['60'], []]);
  });

  it('is not made where figures stand as an earlier document printed them', () => {
    const printed = { utfall: reported('Bokslut', { externt: 5_00, nova: 9_00, kansli: 1_00 }), budget: none };
    expect(all(tableOf(layout(setOff()), printed))).toEqual(['5', '9', '1', '-5']);
  });

  it('says where sums of another system do not know the dimension that it selects by', () => {
    const view = setOff({ rows: ['kansli'], posts: undefined, dimensions: { project: ['esf'] } });
    const imported = { ...books, imported: true as const };
    const table = tableOf(layout(view), { utfall: imported, budget: none });
    expect(all(table)[0]).toBe('512 327');
    expect(table.notes.map(plain)).toContain(
      'Avräkning: Externa intäkter mot den kostnad de hör till är inte gjord i Utfall 2024-08, ' +
        'vars saldon inte är uppdelade på project.',
    );
  });
});

describe('an allocation', () => {
  const split = (more: object = {}) => ({
    allocations: [
      {
        label: 'Lön delad 35/65',
        from: 'kansli',
        to: [
          { row: 'nova', weight: 35 },
          { row: 'kansli', weight: 65 },
        ],
        ...more,
      },
    ],
  });
  const salary = ledger([5010, 1_00_01, 'kansli'], [6010, 50_00, 'kansli'], [4010, 10_00, 'nova']);

  it('moves its share, to the öre, and what is left stays', () => {
    const table = tableOf(layout(split({ accounts: [[5000, 5999]] }), { decimals: 2 }), {
      utfall: salary,
      budget: none,
    });
    expect(all(table)).toEqual(['0,00', '45,00', '115,01', '-160,01']);
    expect(table.notes.map(plain)).toEqual(['Fördelning: Lön delad 35/65: 35,00 kr i Utfall 2024-08.']);
  });

  it('shares out the whole row where it selects nothing, in a plan as well', () => {
    const table = tableOf(layout(split(), { decimals: 2 }), { utfall: salary, budget: planned });
    expect(all(table)).toEqual(['0,00', '62,50', '97,51', '-160,01']);
    expect(all(table, 1)).toEqual(['30,00', '935,00', '65,00', '-970,00']);
  });

  it('gives what does not divide to the largest remainders', () => {
    const to = [
      { row: 'nova', weight: 1 },
      { row: 'kansli', weight: 1 },
      { row: 'externt', weight: 1 },
    ];
    const table = tableOf(layout(split({ to }), { decimals: 2 }), {
      utfall: ledger([5010, 2, 'kansli']),
      budget: none,
    });
    expect(all(table)).toEqual(['0,00', '0,01', '0,01', '-0,02']);
  });

  it('moves an amount that was decided in columns of its own period, and in no other', () => {
    const to = [{ row: 'nova', weight: 1 }];
    const decided = (period: string) => layout(split({ to, amount: { ore: 43_500, period } }), { decimals: 2 });
    const august = tableOf(decided('2024-01-01..2024-08-31'), { utfall: salary, budget: planned });
    expect(all(august)).toEqual(['0,00', '445,00', '-284,99', '-160,01']);
    expect(all(august, 1)).toEqual(['30,00', '900,00', '100,00', '-970,00']);
    const year = tableOf(decided('2024'), { utfall: salary, budget: planned });
    expect([all(year)[1], all(year, 1)[1]]).toEqual(['10,00', '1 335,00']);
    const ending = tableOf(decided('2024-T2'), { utfall: salary, budget: planned });
    expect([all(ending)[1], ending.moved]).toEqual(['10,00', []]);
  });

  it('leaves blank what is blank: a plan without the row has nothing to share', () => {
    const table = tableOf(layout(split()), { utfall: none, budget: posts(['kostnad', 9_00, 'nova']) });
    expect(all(table, 1)).toEqual(['', '9', '', '']);
    expect(table.notes).toEqual(['Fördelning: Lön delad 35/65: inget belopp i någon kolumn.']);
  });

  it('is of what the row holds after set-offs, and not of what other allocations bring', () => {
    const back = {
      label: 'Tillbaka',
      from: 'nova',
      to: [{ row: 'kansli', weight: 1 }],
    };
    const view = { ...setOff({ rows: ['kansli'] }), allocations: [...split().allocations, back] };
    const table = tableOf(layout(view), {
      utfall: ledger([3620, -20_00], [5010, 120_00, 'kansli'], [4010, 10_00, 'nova']),
      budget: none,
    });
    expect(all(table)).toEqual(['0', '35', '75', '-110']);
  });

  it('does nothing in a column in which a row of it has no cell of its own', () => {
    const hidden = layout(split());
    const rows = hidden.rows.map((row) => (row.id === 'nova' ? { ...row, showIn: ['budget'] } : row)) as LayoutRow[];
    const table = tableOf({ ...hidden, rows }, { utfall: salary, budget: planned });
    expect([all(table)[2], all(table, 1)[2]]).toEqual(['150', '65']);
  });
});

it('may use a budget that is net already beside an outcome that is gross', () => {
  const net = layout(setOff({ columns: ['utfall'] }));
  const table = tableOf(net, { utfall: books, budget: posts(['kostnad', 7_00, 'kansli']) });
  expect(printedRow(table, 'kansli')).toEqual(['860 487', '7']);
});
