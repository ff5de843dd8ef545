// Resultaträkning: in the law's lines, and by member and activity.
import type { Layout } from '../layout-shape';
import { postKinds, type Registers } from './registers';
import * as rows from './rows';

const { line, sum, posts } = rows;

/** After LKBR 5 kap. and the headings of an årsredovisning: costs are shown with a minus, so that rows can be added. */
export function resultatrakning(registers: Registers): Layout {
  const kinds = postKinds(registers.kinds);
  const income = [...kinds.contributions, ...kinds.otherIncome];
  return {
    ...rows.flow(
      'resultatrakning',
      'Resultaträkning {from} till {to}',
      [rows.BUDGET, rows.UTFALL, rows.UTFALL_FORRA_ARET],
      [
        line('verksamhetens-intakter', 'Verksamhetens intäkter', -1, [[3000, 3999]], {
          note: 'Not 2',
          ...posts(income),
        }),
        line('verksamhetens-kostnader', 'Verksamhetens kostnader', -1, [[4000, 7899]], {
          note: 'Not 3',
          ...posts(kinds.costs, { sign: -1 }),
        }),
        line('avskrivningar', 'Avskrivningar', -1, [[7900, 7999]]),
        sum('verksamhetens-resultat', 'Verksamhetens resultat', [
          'verksamhetens-intakter',
          'verksamhetens-kostnader',
          'avskrivningar',
        ]),
        line('finansiella-intakter', 'Finansiella intäkter', -1, [[8000, 8499]], posts(kinds.financialIncome)),
        line('finansiella-kostnader', 'Finansiella kostnader', -1, [[8500, 8999]], {
          ...posts(kinds.financialCosts, { sign: -1 }),
        }),
        sum('resultat-efter-finansiella-poster', 'Resultat efter finansiella poster', [
          'verksamhetens-resultat',
          'finansiella-intakter',
          'finansiella-kostnader',
        ]),
        sum('arets-resultat', 'Årets resultat', ['resultat-efter-finansiella-poster']),
        ...rows.openingEquityRows(registers, 'arets-resultat', ['budget']),
      ],
    ),
    figures: [
      { code: 'income', of: [{ row: 'verksamhetens-intakter' }, { row: 'finansiella-intakter' }] },
      {
        code: 'cost',
        of: ['verksamhetens-kostnader', 'avskrivningar', 'finansiella-kostnader'].map((row) => ({ row, sign: -1 })),
      },
      { code: 'result', of: [{ row: 'arets-resultat' }] },
    ],
  };
}

/** Who paid and what it went to: a row for each member, and for each activity. */
export function resultatPerMedlemOchVerksamhet(registers: Registers): Layout {
  const contributions = rows.contributionRows(registers);
  const other = rows.otherIncomeRow(registers);
  const [interest, interestPaid] = rows.financialRows(registers);
  const costs = rows.costRows(registers);
  return rows.flow(
    'resultat-per-medlem-och-verksamhet',
    'Resultat per medlem och verksamhet {from} till {to}',
    [rows.UTFALL_FORRA_ARET, rows.BUDGET, rows.UTFALL, rows.PROGNOS],
    [
      rows.heading('intakter', 'Intäkter'),
      ...contributions,
      other,
      interest,
      sum('summa-intakter', 'Summa intäkter', rows.ids([...contributions, other, interest])),
      rows.heading('rubrik-kostnader', 'Kostnader'),
      ...costs,
      interestPaid,
      sum('summa-kostnader', 'Summa kostnader', rows.ids([...costs, interestPaid])),
      sum('periodens-resultat', 'Periodens resultat', ['summa-intakter', '-summa-kostnader'], { blank: 'any' }),
      ...rows.openingEquityRows(registers, 'periodens-resultat', ['budget', 'prognos']),
    ],
  );
}
