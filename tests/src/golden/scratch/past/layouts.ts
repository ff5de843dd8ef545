// Layouts with every kind of column, in two versions: rows and columns come and go between them.
const year = { period: 'fiscal-year' } as const;

const columns = [
  { id: 'tva-ar-sedan', label: 'Utfall {year}', kind: 'actual', period: 'report', yearsBack: 2 },
  { id: 'fjol', label: 'Utfall {to}', kind: 'actual', period: 'same-period-last-year' },
  { id: 'utfall', label: 'Utfall {to}', kind: 'actual', period: 'report' },
  { id: 'budget', label: 'Budget {year}', kind: 'budget', ...year },
  { id: 'prognos', label: 'Prognos {year}', kind: 'forecast', ...year },
  { id: 'plan', label: 'Plan {year}', kind: 'plan', yearsAhead: 1, ...year },
  { id: 'avvikelse', label: 'Avvikelse', kind: 'deviation', of: 'prognos', against: 'budget' },
  { id: 'andel', label: 'Förbrukat', kind: 'consumed-share', of: 'utfall', against: 'budget' },
] as const;

const kansli = { kind: 'line', id: 'kansli', label: 'Kansli', sign: 1, posts: [{ activities: ['kansli'] }] } as const;
const start = { kind: 'line', id: 'start', label: 'Start', sign: 1, posts: [{ activities: ['start'] }] } as const;
const income = {
  kind: 'line',
  label: 'Bidrag',
  sign: -1,
  accounts: [[3000, 3999]],
  posts: [{ kinds: ['bidrag'] }],
} as const;
const costs = { accounts: [[4000, 7999]] } as const;

/** The second version tells the region from the state, and a project from its activity; it is printed in tkr. */
export const resultat = (version: 1 | 2) => ({
  id: 'resultat',
  version,
  title: 'Resultaträkning till {to}',
  statement: 'flow',
  unit: version === 1 ? 'kr' : 'tkr',
  columns: version === 1 ? columns : columns.filter(({ id }) => id !== 'tva-ar-sedan'),
  rows: [
    { kind: 'heading', id: 'intakter', label: 'Intäkter', level: 1 },
    ...(version === 1
      ? [{ ...income, id: 'bidrag' }]
      : [
          { ...income, id: 'bidrag', members: ['staten'], posts: [{ kinds: ['bidrag'], members: ['staten'] }] },
          { ...income, id: 'region', label: 'Regionen', members: ['regionen'], posts: [{ members: ['regionen'] }] },
        ]),
    { kind: 'line', id: 'ranta', label: 'Ränta', sign: -1, accounts: [[8300, 8399]] },
    { ...kansli, ...costs, activities: ['kansli'] },
    version === 1
      ? { ...start, ...costs, activities: ['start'] }
      : { ...start, ...costs, dimensions: { projekt: ['steg-1', 'steg-2'] } },
    {
      kind: 'sum',
      id: 'resultat',
      label: 'Resultat',
      of: [
        { row: 'bidrag' },
        ...(version === 2 ? [{ row: 'region' }] : []),
        { row: 'ranta' },
        ...['kansli', 'start'].map((row) => ({ row, sign: -1 })),
      ],
      blank: 'all',
    },
    { kind: 'share', id: 'kansliets-andel', label: 'Kansliets andel', part: 'kansli', whole: 'bidrag' },
    { kind: 'count', id: 'antal-anstallda', label: 'Antal anställda' },
  ],
});

export const balans = {
  id: 'balans',
  version: 1,
  title: 'Balansräkning {to}',
  statement: 'balance',
  unit: 'kr',
  columns: [
    { id: 'arsskifte', label: '{to}', kind: 'actual', period: 'previous-year' },
    { id: 'fjol', label: '{to}', kind: 'actual', period: 'same-period-last-year' },
    { id: 'utfall', label: '{to}', kind: 'actual', period: 'report' },
  ],
  rows: [
    { kind: 'line', id: 'tillgangar', label: 'Tillgångar', sign: 1, accounts: [[1000, 1999]] },
    { kind: 'line', id: 'kapital', label: 'Eget kapital', sign: -1, accounts: [[2000, 2099]] },
    {
      kind: 'line',
      id: 'arets-resultat',
      label: 'Årets resultat',
      sign: -1,
      accounts: [[3000, 8999]],
      given: { utfall: { table: 'resultat', row: 'resultat', column: 'utfall' } },
    },
    { kind: 'line', id: 'skulder', label: 'Skulder', sign: -1, accounts: [[2100, 2999]] },
    {
      kind: 'sum',
      id: 'summa',
      label: 'Summa',
      of: ['kapital', 'arets-resultat', 'skulder'].map((row) => ({ row })),
      blank: 'all',
    },
  ],
} as const;
