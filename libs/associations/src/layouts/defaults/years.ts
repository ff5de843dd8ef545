// Over the years: femårsöversikt with soliditet and employees, and the balanskravsutredning of either law.
import type { Layout, LayoutColumn } from '../layout-shape';
import * as rows from './rows';

const { line, sum } = rows;

const YEARS: readonly LayoutColumn[] = [
  { id: 'ar', label: '{year}', kind: 'actual', period: 'report' },
  { id: 'ar-1', label: '{year}', kind: 'actual', period: 'previous-year' },
  ...([2, 3, 4] as const).map((yearsBack): LayoutColumn => ({
    id: `ar-${yearsBack}`,
    label: '{year}',
    kind: 'actual',
    period: 'fiscal-year',
    yearsBack,
  })),
];

/** The position at each year's end, which the five-year overview takes its soliditet from. */
export const stallning: Layout = {
  ...rows.balance('stallning', 'Ställning vid årens slut', YEARS, [
    line('tillgangar', 'Tillgångar', 1, [[1000, 1999]]),
    line('eget-kapital', 'Eget kapital, årets resultat medräknat', -1, [
      [2000, 2099],
      [3000, 8999],
    ]),
    { kind: 'share', id: 'soliditet', label: 'Soliditet', part: 'eget-kapital', whole: 'tillgangar' },
  ]),
  unit: 'tkr',
  covers: [
    [1000, 2099],
    [3000, 8999],
  ],
};

export const femarsoversikt: Layout = {
  ...rows.flow('femarsoversikt', 'Översikt över verksamhetens utveckling', YEARS, [
    line('verksamhetens-intakter', 'Verksamhetens intäkter', -1, [[3000, 3999]]),
    line('verksamhetens-kostnader', 'Verksamhetens kostnader', 1, [[4000, 7999]]),
    line('finansiella-poster', 'Finansiella poster', -1, [[8000, 8999]]),
    sum(
      'arets-resultat',
      'Årets resultat',
      ['verksamhetens-intakter', '-verksamhetens-kostnader', 'finansiella-poster'],
      { blank: 'any' },
    ),
    {
      kind: 'share',
      id: 'soliditet',
      label: 'Soliditet',
      given: Object.fromEntries(YEARS.map(({ id }) => [id, { table: 'stallning', row: 'soliditet', column: id }])),
    },
    { kind: 'count', id: 'antal-anstallda', label: 'Antal anställda' },
  ]),
  unit: 'tkr',
};

const RESULT = { table: 'resultatrakning', row: 'arets-resultat' } as const;

/**
 * KL 11 kap. and LKBR 11 kap. 10 §: the year's result, without gains of sales and unrealised changes of securities, and
 * then what is set aside to a reserve within the equity, or taken from it. A förbund seldom has any of it.
 */
function balanskrav(id: string, title: string, reserve: readonly [id: string, label: string], notes: string[]): Layout {
  const [reserveId, reserveLabel] = reserve;
  return {
    ...rows.flow(
      id,
      title,
      [
        { ...rows.UTFALL, label: '{to}' },
        { ...rows.UTFALL_FORRA_ARET, label: '{to}' },
      ],
      [
        {
          kind: 'line',
          id: 'arets-resultat',
          label: 'Årets resultat enligt resultaträkningen',
          sign: -1,
          given: {
            utfall: { ...RESULT, column: 'utfall' },
            'utfall-foregaende-ar': { ...RESULT, column: 'utfall-foregaende-ar' },
          },
        },
        line('realisationsvinster', 'Samtliga realisationsvinster', 1, [[3800, 3849]]),
        line('realisationsforluster', 'Realisationsförluster enligt undantagsmöjlighet', 1, [[7850, 7899]]),
        line('orealiserade', 'Orealiserade vinster och förluster i värdepapper', 1, [
          [8470, 8479],
          [8570, 8579],
        ]),
        sum('efter-justeringar', 'Årets resultat efter balanskravsjusteringar', [
          'arets-resultat',
          'realisationsvinster',
          'realisationsforluster',
          'orealiserade',
        ]),
        line(reserveId, reserveLabel, 1, [[2080, 2089]]),
        sum('balanskravsresultat', 'Balanskravsresultat', ['efter-justeringar', reserveId]),
      ],
    ),
    covers: [
      [2080, 2089],
      [3800, 3849],
      [7850, 7899],
      [8470, 8479],
      [8570, 8579],
    ],
    notes,
  };
}

/** For years up to and with 2023. */
export const balanskravsutredningTill2023 = balanskrav(
  'balanskravsutredning-till-2023',
  'Balanskravsutredning, år till och med 2023',
  ['resultatutjamningsreserv', 'Reservering till (–) och användning av (+) resultatutjämningsreserv'],
  ['Enligt kommunallagen (2017:725) 11 kap. 12–14 §§ i dess lydelse före den 1 januari 2024.'],
);

/** From 2024 a resultatreserv takes the place of the resultatutjämningsreserv: prop. 2022/23:119. */
export const balanskravsutredning = balanskrav(
  'balanskravsutredning',
  'Balanskravsutredning',
  ['resultatreserv', 'Reservering till (–) och användning av (+) resultatreserv'],
  ['Enligt kommunallagen (2017:725) 11 kap. i dess lydelse från den 1 januari 2024 (prop. 2022/23:119).'],
);
