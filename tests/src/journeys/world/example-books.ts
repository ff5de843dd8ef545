// Promises, plans and books of the year 2024: a valid request of every kind, in an order in which they may be sent.
import { decision, type Example, ofYear, otherDecision } from './example';
import { exampleYear } from './example-year';

const posts = [{ activity: 'kansli', kind: 'kostnad', member: 'staten', amountOre: 120_000_00 }];
const planned = [{ activity: 'kansli', kind: 'kostnad', amountOre: 125_000_00 }];
const header = {
  series: 'A',
  date: '2024-03-01',
  text: 'Till exempel',
  document: 'Faktura 12',
  counterparty: 'leverantoren',
};
const posting = { ...header, activity: 'kansli', against: 1910, dimensions: { projekt: 'start' }, item: 'krav-1' };
const anotherText = { text: 'Något annat' };

export const exampleBooks: readonly Example[] = [
  {
    ...ofYear,
    operation: 'funding.agree-contribution',
    body: {
      memberId: 'staten',
      amountOre: 500_000_00,
      instalments: ['2024-01-31', '2024-07-31'].map((dueOn) => ({ dueOn, amountOre: 250_000_00 })),
      decision,
    },
    other: otherDecision,
  },
  {
    ...ofYear,
    operation: 'funding.adopt-budget',
    body: { posts, openingEquityOre: 90_000_00, plan: [{ year: 2025, posts: planned }], decision },
    other: otherDecision,
  },
  { ...ofYear, operation: 'funding.make-forecast', body: { asOf: '2024-06-30', posts }, other: { asOf: '2024-07-31' } },
  {
    operation: 'ledger.report-figures',
    body: {
      layoutId: 'resultatrakning',
      period: '2023',
      document: 'Årsredovisning 2023',
      figures: [{ line: 'bidrag', amountOre: 450_000_00 }],
      counts: [{ line: 'antal-anstallda', count: 2, unit: 'anstallda' }],
    },
    other: { document: 'Årsredovisning 2023, rättad' },
  },
  {
    operation: 'ledger.open-year',
    body: { year: 2024, books: 'own', chart: 'kommun-bas' },
    other: { books: 'imported' },
    events: 2,
  },
  {
    ...ofYear,
    operation: 'ledger.adopt-accounts',
    body: {
      accounts: [
        { account: 1910, name: 'Bank' },
        { account: 3530, name: 'Bidrag från staten' },
        { account: 8310, name: 'Ränteintäkter', from: '2024-01-01', to: '2024-12-31' },
        { account: 8311, name: 'Gamla räntor', to: '2023-12-31' },
      ],
    },
    other: { accounts: [{ account: 1910, name: 'Bankkonto' }] },
  },
  {
    ...ofYear,
    operation: 'ledger.adopt-activities',
    body: { activities: [{ activity: 'kansli', name: 'Kansli' }] },
    other: { activities: [{ activity: 'kansli', name: 'Kansliet' }] },
  },
  {
    ...ofYear,
    operation: 'ledger.set-opening-balances',
    body: {
      balances: [
        { account: 1910, amountOre: 90_000_00 },
        { account: 2010, amountOre: -90_000_00 },
      ],
    },
    other: { balances: [{ account: 1910, amountOre: 0 }] },
  },
  ...exampleYear,
  {
    ...ofYear,
    operation: 'ledger.receive-contribution',
    body: { ...posting, memberId: 'staten', account: 3530, amountOre: 250_000_00 },
    other: anotherText,
  },
  {
    ...ofYear,
    operation: 'ledger.book-cost',
    body: { ...posting, account: 5010, amountOre: 40_000_50, inputVat: { account: 2650, amountOre: 10_000_13 } },
    other: anotherText,
  },
  {
    ...ofYear,
    operation: 'ledger.book-income',
    body: { ...posting, account: 3530, amountOre: 1_000_00 },
    other: anotherText,
  },
  {
    ...ofYear,
    operation: 'ledger.book-interest',
    body: { ...posting, account: 8310, amountOre: 12_34 },
    other: anotherText,
  },
  {
    ...ofYear,
    operation: 'ledger.book-voucher',
    body: {
      ...header,
      rows: [
        { account: 5010, amountOre: 100_00, dimensions: { activity: 'kansli', member: 'staten' } },
        { account: 1910, amountOre: -100_00 },
      ],
    },
    other: anotherText,
  },
  {
    operation: 'ledger.correct-voucher',
    params: { year: '2024', corrects: '{ledger.book-cost}' },
    body: { ...header, correctsYear: 2024 },
    other: anotherText,
  },
  {
    operation: 'ledger.attest-voucher',
    params: { year: '2024', voucherId: '{ledger.book-cost}' },
    body: {},
    other: null,
    byOperator: true,
  },
];
