// Kinds of budget posts, grants and staffing: a valid request of every kind, in an order in which they may be sent.
import { decision, type Example, ofYear, otherDecision } from './example';

const ofGrant = { params: { grantId: '{funding.decide-grant}' } } as const;
const terms = {
  from: '2024-01-01',
  to: '2024-12-31',
  amounts: [{ year: 2024, amountOre: 80_000_00 }],
  conditions: ['Redovisas två gånger om året'],
  generalDeductionBasisPoints: 1_000,
  decision,
};
const movement = { year: 2024, on: '2024-04-05', amountOre: 20_000_00 };
const voucher = { year: 2024, voucherId: 'verifikation-12' };

export const exampleFunding: readonly Example[] = [
  {
    operation: 'funding.adopt-budget-kinds',
    body: {
      kinds: [
        { kind: 'bidrag', label: 'Medlemsbidrag', side: 'income', accounts: [[3000, 3999]] },
        { kind: 'kostnad', label: 'Kostnader', side: 'cost', accounts: [[4000, 7999]] },
      ],
      decision,
    },
    other: otherDecision,
  },
  {
    operation: 'funding.decide-grant',
    body: { ...terms, activity: 'stegen', insatsId: 'stegen' },
    other: { activity: 'kansli' },
  },
  {
    ...ofGrant,
    operation: 'funding.revise-grant',
    body: { ...terms, amounts: [{ year: 2024, amountOre: 90_000_00 }] },
    other: { conditions: [] },
  },
  { ...ofGrant, operation: 'funding.requisition-grant', body: movement, other: { amountOre: 1_00 } },
  { ...ofGrant, operation: 'funding.pay-grant', body: { ...movement, voucher }, other: { amountOre: 1_00 } },
  {
    ...ofGrant,
    operation: 'funding.repay-grant',
    body: { ...movement, amountOre: 5_000_00, voucher },
    other: { amountOre: 1_00 },
  },
  {
    params: { insatsId: 'stegen' },
    operation: 'insatser.agree-staffing',
    body: {
      activity: 'stegen',
      kind: 'kostnad',
      positions: [
        {
          position: 'handledare-1',
          employer: 'staten',
          shareBasisPoints: 5_000,
          monthlyCostOre: 28_000_00,
          from: '2024-01-01',
          to: '2024-12-31',
        },
      ],
    },
    other: { activity: 'kansli' },
  },
  {
    params: { insatsId: 'stegen' },
    operation: 'insatser.record-vacancy',
    body: { position: 'handledare-1', from: '2024-09-01', to: '2024-10-31' },
    other: { to: '2024-11-30' },
  },
  {
    ...ofGrant,
    operation: 'funding.end-grant',
    body: { on: '2024-12-31', decision },
    other: otherDecision,
    last: true,
  },
];

export const fundingReads = {
  'funding.budget': ofYear,
  'funding.budget-versions': ofYear,
  'funding.budget-overview': { ...ofYear, query: 'administration=kansli,styrelse' },
  'funding.grants': { query: 'year=2024' },
  'funding.grant-history': ofGrant,
  'funding.grants-in-budget': ofYear,
  'forecasts.derive': { ...ofYear, query: 'asOf=2024-06-30&method=rak-linje' },
  'forecasts.history': ofYear,
  'liquidity.show': { ...ofYear, query: 'through=2024-03&cash=1900-1999&claims=1500-1699&debts=2400-2999' },
} as const;
