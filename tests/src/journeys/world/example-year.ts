// What belongs to a year as a whole and to its accruals: examples for 2024, and for the year after it.
import { decision, type Example, ofYear, otherDecision } from './example';

const header = {
  series: 'A',
  date: '2024-03-01',
  text: 'Till exempel',
  document: 'Underlag 3',
  counterparty: 'leverantoren',
};
const posting = { ...header, activity: 'kansli', against: 2990, dimensions: {} };
const anotherText = { text: 'Något annat' };
const nextYear = { params: { year: '2025' } };

export const exampleYear: readonly Example[] = [
  {
    ...ofYear,
    operation: 'ledger.adopt-dimension',
    body: { dimension: 'kostnadsstalle', codes: [{ code: 'kansliet', name: 'Kansliet', from: '2024-01-01' }] },
    other: { codes: [{ code: 'kansliet', name: 'Kontoret' }] },
  },
  {
    ...ofYear,
    operation: 'ledger.invoice-contribution',
    body: {
      ...posting,
      against: 1519,
      memberId: 'staten',
      account: 3530,
      amountOre: 100_000_00,
      item: 'krav-1',
      dueOn: '2024-03-31',
    },
    other: anotherText,
  },
  {
    ...ofYear,
    operation: 'ledger.repay-contribution',
    body: { ...posting, against: 1910, memberId: 'staten', account: 3530, amountOre: 500_00, item: 'ater-1' },
    other: anotherText,
  },
  {
    ...ofYear,
    operation: 'ledger.book-accrual',
    body: {
      ...posting,
      kind: 'accrued-cost',
      account: 5010,
      amountOre: 8_000_00,
      item: 'lon-december',
      memberId: 'staten',
    },
    other: anotherText,
  },
  {
    operation: 'ledger.dissolve-accrual',
    params: { year: '2024', item: 'lon-december' },
    body: { ...header, amountOre: 3_000_00, account: 5010, activity: 'kansli' },
    other: anotherText,
  },
  {
    ...ofYear,
    operation: 'ledger.book-provision',
    body: {
      ...header,
      activity: 'kansli',
      amountOre: 10_000_00,
      pension: { cost: 5710, provision: 2210 },
      payrollTax: { cost: 5720, provision: 2220 },
      payrollTaxBasisPoints: 2_426,
      dimensions: {},
    },
    other: anotherText,
  },
  {
    ...ofYear,
    operation: 'ledger.state-gap',
    body: { asOf: '2024-06-30', gap: 'upplupen-ranta', account: 1910 },
    other: { asOf: '2024-08-31' },
  },
];

/** Sent last: they end what others need. */
export const exampleYearEnd: readonly Example[] = [
  {
    ...ofYear,
    operation: 'ledger.lock-periods',
    body: { through: 6, reason: 'Delårsrapporten är beslutad', decision },
    other: otherDecision,
    last: true,
  },
  {
    ...ofYear,
    operation: 'ledger.unlock-periods',
    body: { from: 6, reason: 'En faktura saknades', decision },
    other: otherDecision,
    last: true,
  },
  {
    ...nextYear,
    operation: 'ledger.carry-forward',
    body: { equityAccount: 2010 },
    other: { equityAccount: 2011 },
    needs: [{ operation: 'ledger.open-year', body: { year: 2025, books: 'own', chart: 'previous-year' } }],
    last: true,
  },
];
