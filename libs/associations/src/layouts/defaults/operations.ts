// What the money went to: driftredovisning, investeringsredovisning, and the three groups of costs.
import type { Layout, LayoutColumn } from '../layout-shape';
import { type CostGroup, MOST_ACTIVITIES, postKinds, type Registers } from './registers';
import * as rows from './rows';

const { heading, line, sum, posts } = rows;

const AVVIKELSE: LayoutColumn = {
  id: 'avvikelse',
  label: 'Avvikelse mot budget',
  kind: 'deviation',
  of: 'utfall',
  against: 'budget',
};

/** Ends in the result of the resultaträkning: the same vouchers, by activity. A favourable deviation is positive. */
export function driftredovisning(registers: Registers): Layout {
  const { contributions } = postKinds(registers.kinds);
  const costs = rows.costRows(registers);
  const income = [
    line('medlemsbidrag', 'Medlemsbidrag', -1, [[3510, 3539]], posts(contributions)),
    rows.otherIncomeRow(registers),
  ];
  const financial = rows.financialRows(registers);
  return {
    ...rows.flow(
      'driftredovisning',
      'Driftredovisning {from} till {to}',
      [rows.UTFALL, rows.BUDGET, AVVIKELSE, rows.PROGNOS, rows.UTFALL_FORRA_ARET],
      [
        heading('rubrik-kostnader', 'Verksamhetens kostnader'),
        ...costs,
        sum('verksamhetens-kostnader', 'Summa kostnader', rows.ids(costs)),
        heading('rubrik-intakter', 'Verksamhetens intäkter'),
        ...income,
        sum('verksamhetens-intakter', 'Summa intäkter', rows.ids(income)),
        ...financial,
        sum('resultat', 'Resultat', [
          'verksamhetens-intakter',
          '-verksamhetens-kostnader',
          'finansiella-intakter',
          '-finansiella-kostnader',
        ]),
        ...rows.openingEquityRows(registers, 'resultat', ['budget']),
      ],
    ),
    notes: ['En avvikelse är positiv när den är gynnsam.'],
  };
}

/** Usually nothing but zeros: a förbund owns little. What was written off is put back, or it would hide a purchase. */
export const investeringsredovisning: Layout = {
  ...rows.flow(
    'investeringsredovisning',
    'Investeringsredovisning {from} till {to}',
    [rows.UTFALL, rows.UTFALL_FORRA_ARET],
    [
      line('bokfort-varde', 'Anläggningstillgångarnas förändring', 1, [[1000, 1399]]),
      line('avskrivningar', 'Av- och nedskrivningar, återlagda', 1, [[7900, 7999]]),
      sum('investeringar', 'Årets investeringar, netto', ['bokfort-varde', 'avskrivningar']),
    ],
  ),
  covers: [
    [1000, 1399],
    [7900, 7999],
  ],
};

const GROUPS: readonly (readonly [CostGroup, string])[] = [
  ['administration', 'Administration'],
  ['struktur', 'Strukturövergripande insatser'],
  ['individ', 'Individinriktade insatser'],
];

const andel = (of: string): LayoutColumn => ({
  id: `andel-${of}`,
  label: `Andel av ${of}`,
  kind: 'share-of-total',
  of,
  total: 'totalt',
});

/** A group without activities has no row; with no activity at all there is nothing to distribute. */
export function kostnadsfordelning(registers: Registers): Layout {
  const { activities, kinds } = registers;
  const few = activities.length > 0 && activities.length <= MOST_ACTIVITIES;
  const groups = GROUPS.map(([group, label]) => ({
    group,
    label,
    codes: few ? activities.filter((one) => one.group === group).map(({ activity }) => activity) : [],
  })).filter(({ codes }) => codes.length > 0);
  const amounts = few
    ? groups.map(({ group, label, codes }) =>
        line(group, label, 1, [[4000, 7999]], {
          activities: codes,
          ...posts(postKinds(kinds).costs, { activities: codes }),
        }),
      )
    : rows.costRows(registers);
  return {
    ...rows.flow(
      'kostnadsfordelning',
      'Kostnadsfördelning {from} till {to}',
      [rows.UTFALL, andel('utfall'), rows.BUDGET, andel('budget')],
      [...amounts, sum('totalt', 'Totalt', rows.ids(amounts))],
    ),
    covers: [[4000, 7999]],
    coversKinds: [...postKinds(kinds).costs],
    notes: ['Verksamheternas bruttokostnader enligt bokföringen, utan finansiella kostnader.'],
  };
}
