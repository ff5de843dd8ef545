// What there is and what has become of it: balansräkning, kassaflödesanalys and the development of the equity.
import type { Layout, LayoutRow, LineRow } from '../layout-shape';
import * as rows from './rows';

const { heading, line, sum } = rows;

/** Everything that a balance sheet of Kommun-Bas has, each account on one line, the period's result by itself. */
const balanceRows: readonly LayoutRow[] = [
  heading('tillgangar', 'Tillgångar'),
  line('anlaggningstillgangar', 'Anläggningstillgångar', 1, [[1000, 1399]]),
  heading('omsattningstillgangar', 'Omsättningstillgångar', 2),
  line('fordringar', 'Fordringar', 1, [[1400, 1899]], { level: 3, note: 'Not 4' }),
  line('kassa-och-bank', 'Kassa och bank', 1, [[1900, 1999]], { level: 3 }),
  sum('summa-omsattningstillgangar', 'Summa omsättningstillgångar', ['fordringar', 'kassa-och-bank'], {
    level: 2,
    blank: 'any',
  }),
  sum('summa-tillgangar', 'Summa tillgångar', ['anlaggningstillgangar', 'summa-omsattningstillgangar'], {
    blank: 'any',
  }),
  heading('eget-kapital-avsattningar-och-skulder', 'Eget kapital, avsättningar och skulder'),
  line('eget-kapital', 'Eget kapital', -1, [[2000, 2089]]),
  line('arets-resultat', 'Årets resultat', -1, [
    [2090, 2099],
    [3000, 8999],
  ]),
  sum('arets-balanserade-resultat', 'Årets balanserade resultat', ['eget-kapital', 'arets-resultat'], {
    level: 2,
    blank: 'any',
  }),
  line('avsattningar', 'Avsättningar', -1, [[2100, 2299]]),
  line('langfristiga-skulder', 'Långfristiga skulder', -1, [[2300, 2399]]),
  line('kortfristiga-skulder', 'Kortfristiga skulder', -1, [[2400, 2999]], { note: 'Not 5' }),
  sum(
    'summa-eget-kapital-avsattningar-och-skulder',
    'Summa eget kapital, avsättningar och skulder',
    ['arets-balanserade-resultat', 'avsattningar', 'langfristiga-skulder', 'kortfristiga-skulder'],
    { blank: 'any' },
  ),
];

export const balansrakning: Layout = {
  ...rows.balance(
    'balansrakning',
    'Balansräkning per {to}',
    [{ ...rows.UTFALL, label: '{to}' }, rows.FORRA_ARSSKIFTET],
    balanceRows,
  ),
  figures: [
    { code: 'assets', of: [{ row: 'summa-tillgangar' }] },
    { code: 'equity', of: [{ row: 'arets-balanserade-resultat' }] },
  ],
};

/** The equity is the same but for the result that is expected; of the rest nobody has said anything. */
const FORECAST_CELLS: Readonly<Record<string, Partial<LineRow>>> = {
  'eget-kapital': { given: { prognos: { row: 'arets-balanserade-resultat', column: 'foregaende-arsskifte' } } },
  'arets-resultat': {
    given: { prognos: { table: 'resultat-per-medlem-och-verksamhet', row: 'periodens-resultat', column: 'prognos' } },
  },
};

/** The same with what the position is expected to be at the year's end, as far as it follows from the forecast. */
export const balansrakningMedPrognos: Layout = rows.balance(
  'balansrakning-med-prognos',
  'Balansräkning per {to} med prognos',
  [{ ...rows.UTFALL, label: '{to}' }, rows.FORRA_ARSSKIFTET, rows.PROGNOS],
  balanceRows.map((row) => (row.kind === 'line' ? { ...row, ...FORECAST_CELLS[row.id] } : row)),
);

const RESULT = { table: 'resultatrakning', row: 'arets-resultat' } as const;

/** The indirect method. Every account but the liquid funds' is on one line, so the flow is their change. */
export const kassaflodesanalys: Layout = {
  ...rows.flow(
    'kassaflodesanalys',
    'Kassaflödesanalys {from} till {to}',
    [rows.UTFALL, rows.UTFALL_FORRA_ARET],
    [
      {
        kind: 'line',
        id: 'arets-resultat',
        label: 'Årets resultat',
        sign: -1,
        given: {
          utfall: { ...RESULT, column: 'utfall' },
          'utfall-foregaende-ar': { ...RESULT, column: 'utfall-foregaende-ar' },
        },
      },
      line('avskrivningar', 'Justering för av- och nedskrivningar', 1, [[7900, 7999]]),
      line('avsattningar', 'Justering för avsättningar', -1, [[2100, 2299]]),
      sum('medel-fran-verksamheten', 'Medel från verksamheten före förändring av rörelsekapital', [
        'arets-resultat',
        'avskrivningar',
        'avsattningar',
      ]),
      line('kortfristiga-fordringar', 'Ökning (–) eller minskning (+) av kortfristiga fordringar', -1, [[1400, 1899]]),
      line('kortfristiga-skulder', 'Ökning (+) eller minskning (–) av kortfristiga skulder', -1, [[2400, 2999]]),
      sum('lopande-verksamhet', 'Kassaflöde från den löpande verksamheten', [
        'medel-fran-verksamheten',
        'kortfristiga-fordringar',
        'kortfristiga-skulder',
      ]),
      line('anlaggningstillgangar', 'Ökning (–) eller minskning (+) av anläggningstillgångars bokförda värde', -1, [
        [1000, 1399],
      ]),
      sum('investeringsverksamhet', 'Kassaflöde från investeringsverksamheten', [
        'anlaggningstillgangar',
        '-avskrivningar',
      ]),
      line('langfristiga-skulder', 'Ökning (+) eller minskning (–) av långfristiga skulder', -1, [[2300, 2399]]),
      line('eget-kapital', 'Eget kapitals förändring utöver årets resultat', -1, [[2000, 2099]]),
      sum('finansieringsverksamhet', 'Kassaflöde från finansieringsverksamheten', [
        'langfristiga-skulder',
        'eget-kapital',
      ]),
      sum('arets-kassaflode', 'Årets kassaflöde', [
        'lopande-verksamhet',
        'investeringsverksamhet',
        'finansieringsverksamhet',
      ]),
      line('likvida-medel-vid-periodens-borjan', 'Likvida medel vid periodens början', 1, [[1900, 1999]], {
        level: 1,
        reads: 'opening',
      }),
      sum(
        'likvida-medel-vid-periodens-slut',
        'Likvida medel vid periodens slut',
        ['likvida-medel-vid-periodens-borjan', 'arets-kassaflode'],
        { blank: 'any' },
      ),
    ],
  ),
  covers: [
    [1000, 1899],
    [2000, 2999],
    [7900, 7999],
  ],
  notes: ['Investeringar är förändringen av bokfört värde, med av- och nedskrivningar återlagda.'],
};

const EQUITY: readonly (readonly [number, number])[] = [[2000, 2099]];

/** From what the period opened on to what it ends with. What is booked on equity beside the result is told apart. */
export const egetKapital: Layout = {
  ...rows.flow(
    'eget-kapital',
    'Eget kapitals utveckling {from} till {to}',
    [rows.UTFALL, rows.UTFALL_FORRA_ARET],
    [
      line('ingaende-eget-kapital', 'Ingående eget kapital', -1, [...EQUITY, [3000, 8999]], { reads: 'opening' }),
      line('periodens-resultat', 'Periodens resultat', -1, [[3000, 8999]]),
      line('ovriga-forandringar', 'Övriga förändringar', -1, EQUITY),
      sum(
        'utgaende-eget-kapital',
        'Utgående eget kapital',
        ['ingaende-eget-kapital', 'periodens-resultat', 'ovriga-forandringar'],
        { blank: 'any' },
      ),
    ],
  ),
  covers: [...EQUITY, [3000, 8999]].map(([from, to]) => [from!, to!]),
};
