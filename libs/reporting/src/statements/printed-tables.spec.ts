// The statements of two published half-year reports, made again from their printed parts. Where the print is wrong,
// the right figure is asserted and the printed one named.
import { layoutSchema } from '@finsam/associations';
import { parsePeriod } from '@finsam/kernel';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StatementTable } from './statement-table';
import { ledger, none, plain, posts, printedRow, reported, tableOf } from './testing';

const layoutOf = (name: string) =>
  layoutSchema.parse(
    JSON.parse(readFileSync(join(__dirname, '../../../../apps/cli/demo/layouts', `${name}.json`), 'utf8')),
  );

const column = (table: StatementTable, id: string) => {
  const index = table.columns.findIndex((candidate) => candidate.id === id);
  return Object.fromEntries(table.rows.map((row) => [row.id, plain(row.cells[index]?.printed ?? '')]));
};

const each = <T>(amounts: Record<string, number>, turn: (id: string, kronor: number) => T) =>
  Object.entries(amounts).map(([id, kronor]) => turn(id, kronor));

describe('Södra Vätterbygden, first half of 2024', () => {
  const june = parsePeriod('2024-H1');
  // prettier-ignore
  const income = {
    'habo-kommun': 204_100, 'jonkopings-kommun': 2_238_400, 'mullsjo-kommun': 116_000, 'vaggeryds-kommun': 228_500,
  };
  // prettier-ignore
  const costs = {
    enter: 1_003_307, nova: 1_641_750, fia: 456_172, 'it-sparet': 281_250, 'koll-pa-formaga': 252_000,
    verksamhetsutvecklare: 45_283, projektgemensamt: 63_733, kompetensutveckling: 83_175, kansli: 914_534,
    information: 2_144, styrelse: 25_785, revision: 23_250, ekonomihantering: 53_412,
  };
  // prettier-ignore
  const forecastCosts = {
    enter: 2_607_000, nova: 4_749_000, fia: 698_000, 'it-sparet': 562_500, 'koll-pa-formaga': 500_000,
    verksamhetsutvecklare: 800_000, 'nya-projekt': 0, projektgemensamt: 64_000, kompetensutveckling: 195_000,
    kansli: 870_000, information: 30_000, styrelse: 55_000, revision: 56_250, ekonomihantering: 110_000,
  };
  const contributions = { ...income, 'region-jonkopings-lan': 2_787_000, staten: 5_574_000 };
  const figures = {
    'utfall-foregaende-ar': reported('Årsredovisning 2023', {
      'balanserat-resultat-foregaende-ar': 0,
      staten: 4_446_000_00,
    }),
    budget: posts(['balanserat-resultat', 1_491_324_00, 'finansiering'], ['kostnad', 0, 'nya-projekt']),
    utfall: ledger(
      ...each(income, (id, kronor) => [3510, -kronor * 100, 'medlemsbidrag', id] as const),
      [3520, -2_787_000_00],
      [3530, -2_787_000_00],
      [8310, -323_00],
      [3740, 7_00],
      ...each(costs, (id, kronor) => [6900, kronor * 100, id] as const),
    ),
    prognos: posts(
      ...each(contributions, (id, kronor) => ['bidrag', kronor * 100, 'medlemsbidrag', id] as const),
      ...each(forecastCosts, (id, kronor) => ['kostnad', kronor * 100, id] as const),
    ),
  };
  const resultat = tableOf(layoutOf('sodra-vatterbygden-resultatrakning'), figures, [], june);

  it('has the printed heads', () => {
    expect(resultat.title).toBe('Resultaträkning per 2024-06-30');
    expect(resultat.columns.map(({ label }) => label)).toEqual([
      'Utfall 2023-12-31',
      'Budget 2024',
      'Utfall 2024-06-30',
      'Helårsprognos',
    ]);
  });

  it('adds up to the printed income and result, and to costs that the print has one krona more of', () => {
    const utfall = column(resultat, 'utfall');
    expect([utfall['jonkopings-kommun'], utfall['ranteintakter'], utfall['oresutjamning']]).toEqual([
      '2 238 400',
      '323',
      '-7',
    ]);
    expect(utfall['balanserat-resultat-foregaende-ar']).toBe('0');
    expect(utfall['nya-projekt']).toBe('0');
    expect(utfall['summa-intakter']).toBe('8 361 316');
    // Printed: 4 845 796, from öre that whole kronor do not show.
    expect([utfall['summa-kostnader'], utfall['periodens-resultat']]).toEqual(['4 845 795', '3 515 521']);
    expect(resultat.unmapped).toEqual([]);
    expect(resultat.figures).toEqual({ income: 8_361_316_00, cost: 4_845_795_00, result: 3_515_521_00 });
  });

  it('leaves blank in plan and comparison what was not planned and not reported', () => {
    expect(printedRow(resultat, 'ranteintakter')).toEqual(['', '', '323', '']);
    expect(printedRow(resultat, 'balanserat-resultat-foregaende-ar')).toEqual(['0', '1 491 324', '0', '']);
    expect(printedRow(resultat, 'nya-projekt')).toEqual(['', '0', '0', '0']);
  });

  it('has a forecast whose result follows from its parts', () => {
    const prognos = column(resultat, 'prognos');
    expect([prognos['summa-intakter'], prognos['summa-kostnader']]).toEqual(['11 148 000', '11 296 750']);
    // Printed: −123 750, off by 25 000.
    expect(prognos['periodens-resultat']).toBe('-148 750');
  });

  it('has a balance sheet that balances, whose forecast takes its result from the forecast', () => {
    const balance = tableOf(
      layoutOf('sodra-vatterbygden-balansrakning'),
      {
        'foregaende-arsskifte': ledger(
          [1510, 222_725_00],
          [1910, 3_783_275_00],
          [2010, -2_337_024_00],
          [2090, 57_423_00],
          [2910, -1_726_399_00],
        ),
        utfall: ledger(
          [1510, 78_137_00],
          [1910, 6_585_830_00],
          [2010, -2_279_601_00],
          [2090, 0],
          [2910, -868_845_00],
          [3510, -8_361_316_00],
          [6900, 4_845_795_00],
        ),
        prognos: none,
      },
      [resultat],
      june,
    );
    expect(balance.columns.map(({ label }) => label)).toEqual(['2023-12-31', '2024-06-30', 'Prognos']);
    const cells = Object.fromEntries(balance.rows.map(({ id }) => [id, printedRow(balance, id)]));
    expect(cells['summa-tillgangar']).toEqual(['4 006 000', '6 663 967', '']);
    expect(cells['balanserat-fran-foregaende-ar']).toEqual(['2 337 024', '2 279 601', '2 279 601']);
    expect(cells['arets-resultat']).toEqual(['-57 423', '3 515 521', '-148 750']);
    // Printed: 2 155 851, with the forecast's 25 000 too much.
    expect(cells['arets-balanserade-resultat']).toEqual(['2 279 601', '5 795 122', '2 130 851']);
    expect(cells['summa-eget-kapital-och-skulder']).toEqual(['4 006 000', '6 663 967', '']);
    expect([balance.unmapped, balance.notes]).toEqual([[], []]);
  });
});

describe('Södra Dalarna, January to August 2024', () => {
  const tkr = (amount: number) => Math.round(amount * 100_000);
  // prettier-ignore
  const books = ledger(
    [1650, tkr(1)], [1690, tkr(51)], [1910, tkr(4_644)],
    [2010, tkr(-1_657)], [2210, tkr(-863)], [2220, tkr(-209)],
    [2440, tkr(-11)], [2710, tkr(-24)], [2730, tkr(-23)], [2920, tkr(-28)], [2940, tkr(-13)], [2950, tkr(-52)],
    [3510, tkr(-5_519.5), 'medlemsbidrag'], [3610, tkr(-3), 'administration'], [3630, tkr(-7), 'administration'],
    [3640, tkr(-2), 'publikationer'], [3690, tkr(-190), 'administration'], [8310, tkr(-104.3), 'administration'],
    [5010, tkr(764), 'administration'], [5610, tkr(72), 'administration'], [4510, tkr(2_881.4), 'team-avesta'],
    [6500, tkr(132), 'styrelse'], [6100, tkr(11), 'administration'], [6900, tkr(149), 'administration'],
  );
  // prettier-ignore
  const budget = posts(
    ['bidrag', tkr(6_308), 'medlemsbidrag'], ['intakt', tkr(365), 'administration'], ['kostnad', tkr(220), 'styrelse'],
    ['kostnad', tkr(1_880), 'administration'], ['kostnad', tkr(150), 'personalinriktade-insatser'],
    ['kostnad', tkr(10), 'publikationer'], ['kostnad', tkr(2_250), 'team-avesta'],
    ['kostnad', tkr(1_900), 'team-hedemora'], ['kostnad', tkr(1_655), 'team-sater'],
    ['finansiell-intakt', 0, 'administration'], ['finansiell-kostnad', 0, 'administration'],
  );
  const lastAugust = reported('Delårsbokslut augusti 2023', {
    'verksamhetens-intakter': tkr(4_904),
    'verksamhetens-kostnader': tkr(-3_713),
    'finansiella-intakter': tkr(59),
    'finansiella-kostnader': 0,
  });

  it('deviates from its budget as printed, favourable as plus, under the right head', () => {
    const table = tableOf(layoutOf('sodra-dalarna-resultatrakning'), {
      budget,
      utfall: books,
      'utfall-foregaende-ar': lastAugust,
      prognos: budget,
    });
    // Printed: "Utfall 2023" over the second column too.
    expect(table.columns.map(({ label }) => label)).toEqual([
      'Budget',
      'Utfall 2024-08',
      'Avvikelse',
      'Utfall 2023',
      'Prognos 2024',
    ]);
    expect(printedRow(table, 'verksamhetens-intakter').slice(0, 4)).toEqual(['6 673', '5 722', '-952', '4 904']);
    expect(printedRow(table, 'verksamhetens-kostnader').slice(0, 4)).toEqual(['-8 065', '-4 009', '4 056', '-3 713']);
    expect(printedRow(table, 'finansiella-kostnader').slice(0, 4)).toEqual(['0', '0', '0', '0']);
    expect(printedRow(table, 'arets-resultat').slice(0, 4)).toEqual(['-1 392', '1 816', '3 208', '1 250']);
    expect(table.unmapped).toEqual([]);
    expect(table.rows[0]?.note).toBe('Not 1');
  });

  it('consumes its budget by activity, net, with no share of the whole', () => {
    const table = tableOf(layoutOf('sodra-dalarna-driftredovisning'), { utfall: books, budget, prognos: budget });
    expect(table.title).toBe('Driftredovisning per den 31 augusti 2024 och prognos för året');
    // Printed: 75 %, which is the share of the state's money that was paid.
    expect(printedRow(table, 'medlemsbidrag')).toEqual(['-5 520', '-6 308', '-789', '88 %', '-6 308']);
    expect(printedRow(table, 'administration').slice(1, 2)).toEqual(['1 515']);
    expect(printedRow(table, 'publikationer').slice(0, 4)).toEqual(['-2', '10', '12', '-20 %']);
    expect(printedRow(table, 'totalt-verksamhet')).toEqual(['-1 816', '1 392', '3 208', '', '1 392']);
    expect(table.unmapped).toEqual([]);
  });

  it('balances once the result of the period is in it', () => {
    const table = tableOf(layoutOf('sodra-dalarna-balansrakning'), { utfall: books, 'utfall-foregaende-ar': none });
    const utfall = column(table, 'utfall');
    // Printed: 4 696 against 2 880, without the result.
    expect([utfall['summa-tillgangar'], utfall['summa-eget-kapital-och-skulder']]).toEqual(['4 696', '4 696']);
    expect([utfall['periodens-resultat'], utfall['summa-eget-kapital'], utfall['summa-skulder']]).toEqual([
      '1 816',
      '3 473',
      '151',
    ]);
    expect(table.columns.map(({ label }) => label)).toEqual(['2024-08-31', '2023-08-31']);
  });

  it('misses in note 1 what the print misses, and says so', () => {
    const table = tableOf(layoutOf('sodra-dalarna-noter-resultat'), { utfall: books, 'utfall-foregaende-ar': none });
    expect(column(table, 'utfall')).toMatchObject({
      'not-1-summa': '5 532',
      'not-2': '-4 009',
      'not-2-summa': '-4 009',
    });
    expect(table.notes.map(plain)).toContain('Kolumnen 2024-08: konto 3690 visas inte på någon rad (-190 000,00 kr).');
    expect(table.unmapped).toHaveLength(1);
  });

  it('has notes to the balance sheet that agree with it', () => {
    const table = tableOf(layoutOf('sodra-dalarna-noter-balans'), { utfall: books, 'utfall-foregaende-ar': none });
    expect(column(table, 'utfall')).toMatchObject({
      'not-3-summa': '52',
      'not-4-summa': '4 644',
      'not-5-summa': '-3 473',
      'not-6-summa': '-1 072',
      'not-7-summa': '-151',
    });
    expect(table.unmapped).toEqual([]);
  });
});
