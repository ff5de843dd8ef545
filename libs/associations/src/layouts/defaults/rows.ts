// The parts that default layouts share: columns, lines, sums, and a row for each member and activity.
import type { Layout, LayoutColumn, LayoutRow, LineRow, PostSelector, SumRow } from '../layout-shape';
import { CONTRIBUTIONS, type CostGroup, MOST_ACTIVITIES, postKinds, type Registers } from './registers';

export const UTFALL: LayoutColumn = { id: 'utfall', label: 'Utfall {to}', kind: 'actual', period: 'report' };
export const UTFALL_FORRA_ARET: LayoutColumn = {
  id: 'utfall-foregaende-ar',
  label: 'Utfall {to}',
  kind: 'actual',
  period: 'same-period-last-year',
};
export const FORRA_ARSSKIFTET: LayoutColumn = {
  id: 'foregaende-arsskifte',
  label: '{to}',
  kind: 'actual',
  period: 'previous-year',
};
export const BUDGET: LayoutColumn = { id: 'budget', label: 'Budget {year}', kind: 'budget', period: 'fiscal-year' };
export const PROGNOS: LayoutColumn = {
  id: 'prognos',
  label: 'Prognos {year}',
  kind: 'forecast',
  period: 'fiscal-year',
};

type Ranges = readonly (readonly [from: number, to: number])[];

export function heading(id: string, label: string, level = 1): LayoutRow {
  return { kind: 'heading', id, label, level };
}

/** `sign` -1 shows income, equity and debts as positive, and costs as negative. */
export function line(id: string, label: string, sign: 1 | -1, accounts: Ranges, more: Partial<LineRow> = {}): LineRow {
  return { kind: 'line', id, label, level: 2, sign, accounts: accounts.map(([from, to]) => [from, to]), ...more };
}

/** A sum of rows; those named with a minus are taken away. */
export function sum(id: string, label: string, of: readonly string[], more: Partial<SumRow> = {}): SumRow {
  const parts = of.map((name) => (name.startsWith('-') ? { row: name.slice(1), sign: -1 as const } : { row: name }));
  return { kind: 'sum', id, label, level: 1, of: parts, blank: 'all', ...more };
}

/** Posts of these kinds; nothing where there are none, since a selector of nothing would take every post. */
export function posts(kinds: readonly string[], more: PostSelector = {}): Pick<LineRow, 'posts'> {
  return kinds.length === 0 ? {} : { posts: [{ kinds: [...kinds], ...more }] };
}

/** One row for each member's contribution; one for all of them where there are no members yet. */
export function contributionRows({ members, kinds }: Registers): LineRow[] {
  const { contributions } = postKinds(kinds);
  if (members.length === 0) {
    return [line('medlemsbidrag', 'Medlemsbidrag', -1, [CONTRIBUTIONS], posts(contributions))];
  }
  return members.map(({ memberId, name }, index) =>
    line(rowId('medlem', memberId, index), name.slice(0, 120), -1, [CONTRIBUTIONS], {
      members: [memberId],
      ...posts(contributions, { members: [memberId] }),
    }),
  );
}

/** What else comes in, but for what is financial. */
export function otherIncomeRow({ kinds }: Registers): LineRow {
  const accounts: Ranges = [
    [3000, CONTRIBUTIONS[0] - 1],
    [CONTRIBUTIONS[1] + 1, 3999],
  ];
  return line('ovriga-intakter', 'Övriga intäkter', -1, accounts, posts(postKinds(kinds).otherIncome));
}

/** One row for each activity's costs, of one group or of all; a single one where there are none, or far too many. */
export function costRows({ activities, kinds }: Registers, group?: CostGroup): LineRow[] {
  const { costs } = postKinds(kinds);
  if (activities.length === 0 || activities.length > MOST_ACTIVITIES) {
    return [line('kostnader', 'Verksamhetens kostnader', 1, [[4000, 7999]], posts(costs))];
  }
  return activities
    .filter((one) => group === undefined || one.group === group)
    .map(({ activity, name }, index) =>
      line(rowId('verksamhet', activity, index), name, 1, [[4000, 7999]], {
        activities: [activity],
        ...posts(costs, { activities: [activity] }),
      }),
    );
}

export function financialRows({ kinds }: Registers): [income: LineRow, costs: LineRow] {
  const { financialIncome, financialCosts } = postKinds(kinds);
  return [
    line('finansiella-intakter', 'Finansiella intäkter', -1, [[8000, 8499]], posts(financialIncome)),
    line('finansiella-kostnader', 'Finansiella kostnader', 1, [[8500, 8999]], posts(financialCosts)),
  ];
}

/** A budget may count on the equity it opens with: then the result is shown with and without it. */
export function openingEquityRows({ kinds }: Registers, result: string, showIn: readonly string[]): LayoutRow[] {
  const { openingEquity } = postKinds(kinds);
  if (openingEquity.length === 0) return [];
  const id = 'ingaende-eget-kapital-i-planen';
  return [
    {
      kind: 'line',
      id,
      label: 'Ingående eget kapital enligt budget',
      level: 1,
      sign: -1,
      showIn: [...showIn],
      ...posts(openingEquity),
    },
    sum('resultat-med-eget-kapital', 'Resultat inklusive ingående eget kapital', [result, id], {
      showIn: [...showIn],
      blank: 'any',
    }),
  ];
}

/** A code may be as long as a row's id may be: then it is cut, and told apart by its place. */
function rowId(what: string, code: string, index: number): string {
  const id = `${what}-${code}`;
  return id.length <= 60 ? id : `${id.slice(0, 55).replace(/-$/, '')}-${index}`;
}

export function ids(rows: readonly LayoutRow[]): string[] {
  return rows.map(({ id }) => id);
}

export function flow(id: string, title: string, columns: readonly LayoutColumn[], rows: readonly LayoutRow[]): Layout {
  return { id, version: 1, title, statement: 'flow', unit: 'kr', columns: [...columns], rows: [...rows] };
}

export function balance(
  id: string,
  title: string,
  columns: readonly LayoutColumn[],
  rows: readonly LayoutRow[],
): Layout {
  return { ...flow(id, title, columns, rows), statement: 'balance' };
}
