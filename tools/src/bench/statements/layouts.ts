// Three statements of an ordinary report: by kind of cost, by activity with its projects, and a balance sheet.
import type { Layout } from '@finsam/associations';
import { ACTIVITIES } from './history';

type Rows = Layout['rows'];
type Columns = Layout['columns'];

const flowColumns: Columns = [
  { id: 'utfall', label: 'Utfall {month}', kind: 'actual', period: 'report' },
  { id: 'fjol', label: 'Utfall {month}', kind: 'actual', period: 'same-period-last-year' },
  { id: 'budget', label: 'Budget {year}', kind: 'budget', period: 'fiscal-year' },
  { id: 'avvikelse', label: 'Avvikelse', kind: 'deviation', of: 'utfall', against: 'budget' },
];
const balanceColumns: Columns = [
  { id: 'utfall', label: '{to}', kind: 'actual', period: 'report' },
  { id: 'fjol', label: '{to}', kind: 'actual', period: 'previous-year' },
];

type Line = Extract<Rows[number], { kind: 'line' }>;
const line = (id: string, sign: 1 | -1, of: Partial<Line>): Line => ({ kind: 'line', id, label: id, sign, ...of });
const sum = (id: string, of: readonly string[], against: readonly string[] = []): Rows[number] => ({
  kind: 'sum',
  id,
  label: id,
  of: [...of.map((row) => ({ row })), ...against.map((row) => ({ row, sign: -1 as const }))],
  blank: 'all',
});

const KINDS: readonly (readonly [id: string, from: number, to: number])[] = [
  ['kop', 4000, 4499],
  ['lokaler', 4500, 4999],
  ['personal', 5000, 5999],
  ['material', 6000, 6499],
  ['tjanster', 6500, 6999],
  ['ovrigt', 7000, 7999],
];
const resultat: Layout = {
  id: 'resultatrakning',
  version: 1,
  title: 'Resultaträkning {from}–{to}',
  statement: 'flow',
  unit: 'tkr',
  columns: flowColumns,
  rows: [
    line('bidrag', -1, { accounts: [[3500, 3599]], posts: [{ kinds: ['bidrag'] }] }),
    line('ovriga', -1, { accounts: [[3600, 3999]] }),
    sum('intakter', ['bidrag', 'ovriga']),
    ...KINDS.map(([id, from, to]) =>
      line(id, 1, { accounts: [[from, to]], ...(/personal|ovrigt/.test(id) && { posts: [{ kinds: [id] }] }) }),
    ),
    sum(
      'kostnader',
      KINDS.map(([id]) => id),
    ),
    sum('resultat', ['intakter'], ['kostnader']),
  ],
};

const drift: Layout = {
  id: 'driftredovisning',
  version: 1,
  title: 'Driftredovisning {from}–{to}',
  statement: 'flow',
  unit: 'tkr',
  columns: flowColumns,
  rows: [
    ...ACTIVITIES.flatMap((activity): Rows => {
      const posts = [{ activities: [activity], kinds: ['personal', 'ovrigt'] }];
      return [
        line(`intakt-${activity}`, -1, {
          accounts: [[3000, 3999]],
          activities: [activity],
          posts: [{ activities: [activity], kinds: ['bidrag'] }],
        }),
        line(`kostnad-${activity}`, 1, { accounts: [[4000, 7999]], activities: [activity], posts }),
      ];
    }),
    sum(
      'netto',
      ACTIVITIES.map((activity) => `intakt-${activity}`),
      ACTIVITIES.map((activity) => `kostnad-${activity}`),
    ),
  ],
};

const projekt: Layout = {
  ...drift,
  id: 'projekt',
  title: 'Projekt {from}–{to}',
  columns: flowColumns.slice(0, 2),
  rows: [0, 1, 2, 3].map((n) => line(`p-${n}`, 1, { accounts: [[4000, 7999]], dimensions: { project: [`p-${n}`] } })),
  covers: [[1000, 1000]],
};

const balans: Layout = {
  id: 'balansrakning',
  version: 1,
  title: 'Balansräkning',
  statement: 'balance',
  unit: 'tkr',
  columns: balanceColumns,
  rows: [
    line('fordringar', 1, { accounts: [[1000, 1899]] }),
    line('kassa', 1, { accounts: [[1900, 1999]] }),
    sum('tillgangar', ['fordringar', 'kassa']),
    line('eget-kapital', -1, { accounts: [[2000, 2099]] }),
    line('resultat', -1, { accounts: [[3000, 8999]] }),
    line('skulder', -1, { accounts: [[2100, 2999]] }),
    sum('skulder-och-kapital', ['eget-kapital', 'resultat', 'skulder']),
  ],
};

export const LAYOUTS: readonly Layout[] = [resultat, drift, projekt, balans];
