// A valid request of every kind, in an order in which a small association may send them. A POST route that is not
// here fails the specs: what a route must refuse can only be shown beside what it takes.
import { decision, type Example, ofYear, otherDecision } from './example';
import { exampleBooks } from './example-books';
import { exampleSie } from './example-sie';
import { exampleContributions, readContributions } from './example-contributions';
import { exampleSharedCosts, readSharedCosts } from './example-shared-costs';
import { exampleFunding, fundingReads } from './example-funding';
import { exampleGranska, readGranska } from './example-granska';
import { exampleImports, readImports } from './example-imports';
import { exampleReconciliation } from './example-reconciliation';
import { exampleYearEnd } from './example-year';
import { smallStatement } from './layouts';

export const SLUG = 'exempel';

export const examples: readonly Example[] = [
  {
    operation: 'associations.register',
    body: { slug: SLUG, name: 'Samordningsförbundet Exempel', organisationNumber: '222000-0000' },
    other: { name: 'Samordningsförbundet Annat' },
  },
  {
    operation: 'associations.join-member',
    body: { memberId: 'staten', name: 'Försäkringskassan', kind: 'stat', pays: true, from: '2020-01-01' },
    other: { from: '2021-01-01' },
  },
  {
    operation: 'associations.choose-participant-records',
    body: { legalGround: '7 § lag (2003:1210)', decision },
    other: otherDecision,
  },
  { operation: 'associations.adopt-layout', body: { layout: smallStatement, decision }, other: otherDecision },
  {
    operation: 'insatser.register',
    body: {
      insatsId: 'stegen',
      name: 'Stegen',
      insatsKind: 'individ',
      followUp: 'individ',
      esf: false,
      startsOn: '2024-01-01',
    },
    other: { esf: true },
  },
  {
    operation: 'insatser.adopt-exit-reasons',
    body: { reasons: [{ code: 'jobb', label: 'Arbete', national: 'arbete' }], decision },
    other: otherDecision,
  },
  ...exampleFunding,
  ...exampleBooks,
  ...exampleSie,
  ...exampleContributions,
  ...exampleSharedCosts,
  ...exampleImports,
  ...exampleGranska,
  {
    operation: 'insatser.enrol',
    params: { insatsId: 'stegen' },
    body: { participantId: 'd45e98902b3e34e2', gender: 'kvinna', enrolledOn: '2024-02-01' },
    other: { gender: 'man' },
  },
  {
    operation: 'insatser.exit',
    params: { participationId: '{insatser.enrol}' },
    body: { exitedOn: '2024-05-31', reason: 'jobb' },
    other: { exitedOn: '2024-06-01' },
  },
  {
    operation: 'reports.order',
    body: { type: 'delarsrapport', period: '2024-H1' },
    other: { period: '2024' },
  },
  {
    operation: 'reports.adopt',
    params: { reportId: '{reports.order}' },
    body: { decision },
    other: otherDecision,
  },
  {
    operation: 'reports.publish',
    params: { reportId: '{reports.order}' },
    body: { decision },
    other: otherDecision,
  },
  ...exampleReconciliation,
  {
    operation: 'insatser.void',
    params: { participationId: '{insatser.enrol}' },
    body: {},
    other: null,
    last: true,
  },
  {
    operation: 'insatser.end',
    params: { insatsId: 'stegen' },
    body: { endsOn: '2024-12-31' },
    other: { endsOn: '2024-11-30' },
    last: true,
  },
  ...exampleYearEnd,
  { ...ofYear, operation: 'ledger.close-year', body: { decision }, other: otherDecision, last: true },
  {
    operation: 'associations.choose-aggregates-only',
    body: { decision },
    other: otherDecision,
    last: true,
  },
];

/** What a GET needs beside its address, where it needs anything. */
export const readExamples: Readonly<Record<string, Pick<Example, 'params'> & { readonly query?: string }>> = {
  'ledger.journal': { ...ofYear, query: 'after=0&limit=2' },
  'ledger.balances': { ...ofYear, query: 'period=2024-H1' },
  ...fundingReads,
  'ledger.chart': ofYear,
  'ledger.voucher': { params: { year: '2024', voucherId: '{ledger.book-cost}' } },
  'ledger.general-ledger': { ...ofYear, query: 'account=1910&from=2024-02-01&to=2024-06-30&after=0&limit=2' },
  'ledger.entries': {
    ...ofYear,
    query: 'account=5010&activity=kansli&member=staten&item=krav-1&from=2024-01-01&to=2024-12-31&after=0&limit=2',
  },
  'ledger.monthly-balances': ofYear,
  'ledger.open-items': { ...ofYear, query: 'to=2024-06-30' },
  'ledger.sie-imports': { params: { year: '2022' } },
  'ledger.sie-conflicts': { params: { year: '2022' } },
  'ledger.imported-budget': { params: { year: '2022' } },
  'ledger.imported-comparatives': { params: { year: '2021' } },
  'ledger.export-sie': { params: { year: '2022' }, query: 'format=json' },
  ...readContributions,
  ...readSharedCosts,
  ...readImports,
  ...readGranska,
  'insatser.participants': { query: 'period=2024-H1' },
  'associations.layout-versions': { params: { layoutId: 'resultatrakning' } },
  'statements.show': { query: 'period=2024-H1&format=json' },
  'statements.compare': { query: 'period=2024-H1&from=3&to=2199-12-31&after=0&limit=2' },
  'statements.reconciliation': { query: 'period=2024-H1' },
  'statements.explain': {
    params: { layoutId: 'resultatrakning' },
    query: 'period=2024-H1&row=kansli&column=utfall&after=0&limit=2',
  },
  'reports.show': { params: { reportId: '{reports.order}' } },
  'reports.document': { params: { reportId: '{reports.order}' }, query: 'format=html' },
  'reports.decision-status': { params: { reportId: '{reports.order}' } },
  'national.figures': { query: 'year=2024&type=delarsrapport' },
};
