// Two small layouts: what came in and went out, and what there is.
const columns = [
  { id: 'utfall', label: 'Utfall {to}', kind: 'actual', period: 'report' },
  { id: 'budget', label: 'Budget {year}', kind: 'budget', period: 'fiscal-year' },
  { id: 'prognos', label: 'Prognos {year}', kind: 'forecast', period: 'fiscal-year' },
];

export const smallStatement = {
  id: 'resultatrakning',
  version: 1,
  title: 'Resultaträkning till {to}',
  statement: 'flow',
  unit: 'kr',
  columns: [...columns, { id: 'andel', label: 'Förbrukat', kind: 'consumed-share', of: 'utfall', against: 'budget' }],
  rows: [
    {
      kind: 'line',
      id: 'bidrag',
      label: 'Medlemsbidrag och ränta',
      note: 'Not 1',
      level: 2,
      sign: -1,
      accounts: [
        [3000, 3999],
        [8300, 8399],
      ],
      posts: [{ kinds: ['bidrag'], sign: 1 }],
      reported: 'bidrag',
      showIn: ['utfall', 'budget', 'prognos'],
    },
    {
      kind: 'line',
      id: 'kansli',
      label: 'Kansli',
      sign: 1,
      accounts: [[4000, 7999]],
      posts: [{ kinds: ['kostnad'] }],
    },
    {
      kind: 'sum',
      id: 'resultat',
      label: 'Resultat',
      of: [{ row: 'bidrag' }, { row: 'kansli', sign: -1 }],
      blank: 'all',
    },
  ],
  figures: [
    { code: 'income', of: [{ row: 'bidrag' }] },
    { code: 'cost', of: [{ row: 'kansli' }] },
    { code: 'result', of: [{ row: 'resultat' }] },
  ],
  notes: ['Beloppen är hela kronor.'],
} as const;

export const smallBalanceSheet = {
  id: 'balansrakning',
  version: 1,
  title: 'Balansräkning',
  statement: 'balance',
  unit: 'kr',
  columns: [{ id: 'utfall', label: '{to}', kind: 'actual', period: 'report' }],
  rows: [
    { kind: 'line', id: 'bank', label: 'Bank', sign: 1, accounts: [[1900, 1999]] },
    {
      kind: 'line',
      id: 'eget-kapital',
      label: 'Eget kapital',
      sign: -1,
      accounts: [
        [2000, 2099],
        [3000, 8999],
      ],
    },
  ],
  figures: [
    { code: 'assets', of: [{ row: 'bank' }] },
    { code: 'equity', of: [{ row: 'eget-kapital' }] },
  ],
} as const;
