// What is planned and promised: budget and plan, the year so far against them, and the members' contributions.
import type { Layout, LayoutColumn } from '../layout-shape';
import { postKinds, type Registers } from './registers';
import * as rows from './rows';

const { heading, sum } = rows;

export function budgetOchPlan(registers: Registers): Layout {
  const contributions = rows.contributionRows(registers);
  const other = rows.otherIncomeRow(registers);
  const [interest, interestPaid] = rows.financialRows(registers);
  const costs = rows.costRows(registers);
  const columns: LayoutColumn[] = [
    { id: 'utfall-foregaende-ar', label: 'Utfall {year}', kind: 'actual', period: 'previous-year' },
    { id: 'budget-foregaende-ar', label: 'Budget {year}', kind: 'budget', period: 'previous-year' },
    rows.BUDGET,
    { id: 'plan-1', label: 'Plan {year}', kind: 'plan', period: 'fiscal-year', yearsAhead: 1 },
    { id: 'plan-2', label: 'Plan {year}', kind: 'plan', period: 'fiscal-year', yearsAhead: 2 },
  ];
  const planned = ['budget-foregaende-ar', 'budget', 'plan-1', 'plan-2'];
  return rows.flow('budget-och-plan', 'Budget och plan', columns, [
    heading('intakter', 'Intäkter'),
    ...contributions,
    other,
    interest,
    sum('summa-intakter', 'Summa intäkter', rows.ids([...contributions, other, interest])),
    heading('rubrik-kostnader', 'Kostnader'),
    ...costs,
    interestPaid,
    sum('summa-kostnader', 'Summa kostnader', rows.ids([...costs, interestPaid])),
    sum('resultat', 'Resultat', ['summa-intakter', '-summa-kostnader'], { blank: 'any' }),
    ...rows.openingEquityRows(registers, 'resultat', planned),
  ]);
}

/** How far the year has come, activity by activity. */
export function ekonomiskSammanfattning(registers: Registers): Layout {
  const costs = rows.costRows(registers);
  return {
    ...rows.flow(
      'ekonomisk-sammanfattning',
      'Ekonomisk sammanfattning {from} till {to}',
      [
        rows.UTFALL,
        rows.BUDGET,
        { id: 'forbrukat', label: 'Förbrukat av budget', kind: 'consumed-share', of: 'utfall', against: 'budget' },
        { id: 'riktpunkt', label: 'Riktpunkt', kind: 'benchmark', of: 'budget', shows: 'share' },
        { id: 'aterstar', label: 'Återstår', kind: 'remaining', of: 'utfall', against: 'budget' },
        rows.PROGNOS,
        { id: 'avvikelse', label: 'Prognos mot budget', kind: 'deviation', of: 'prognos', against: 'budget' },
      ],
      [...costs, sum('totalt', 'Totalt', rows.ids(costs))],
    ),
    covers: [[4000, 7999]],
    coversKinds: [...postKinds(registers.kinds).costs],
    notes: ['Verksamhetens kostnader. En avvikelse är positiv när den är gynnsam.'],
  };
}

/** What was agreed stands in the budget, what has been booked as income in the outcome. */
export function medlemsbidrag(registers: Registers): Layout {
  const contributions = rows.contributionRows(registers);
  return {
    ...rows.flow(
      'medlemsbidrag',
      'Medlemsbidrag {from} till {to}',
      [
        { ...rows.BUDGET, label: 'Beslutat {year}' },
        { ...rows.UTFALL, label: 'Bokfört till {to}' },
        { id: 'aterstar', label: 'Återstår', kind: 'remaining', of: 'utfall', against: 'budget' },
        { id: 'andel', label: 'Bokfört av beslutat', kind: 'consumed-share', of: 'utfall', against: 'budget' },
      ],
      [...contributions, sum('summa', 'Summa medlemsbidrag', rows.ids(contributions))],
    ),
    covers: [[3510, 3539]],
    coversKinds: [...postKinds(registers.kinds).contributions],
  };
}
