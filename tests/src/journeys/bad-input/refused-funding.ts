// What kinds of posts, plans, grants, forecasts and staffing say no to, and which field they point at.
import { FORM, type Refused, refused } from './refused';

const kinds = refused('funding.adopt-budget-kinds');
const budget = refused('funding.adopt-budget');
const forecast = refused('funding.make-forecast');
const decide = refused('funding.decide-grant');
const revise = refused('funding.revise-grant');
const requisition = refused('funding.requisition-grant');
const staffing = refused('insatser.agree-staffing');
const vacancy = refused('insatser.record-vacancy');

const cost = { activity: 'kansli', kind: 'kostnad', amountOre: 100 };
const kind = { kind: 'kostnad', label: 'Kostnader', side: 'cost' };
const position = { position: 'handledare-1', shareBasisPoints: 10_000, monthlyCostOre: 1, from: '2024-01-01' };
const noGrant = { grantId: 'finns-inte' };
const none = [404, 'funding/unknown-grant', '/grantId', noGrant] as const;

export const refusedFunding: readonly Refused[] = [
  kinds('a kind twice', { kinds: [kind, kind] }, 422, 'funding/kind-twice', '/kinds/1/kind'),
  kinds(
    'accounts for equity',
    { kinds: [{ ...kind, side: 'opening-equity', accounts: [[2000, 2099]] }] },
    422,
    FORM,
    '/kinds/0/accounts',
  ),
  kinds('a range that ends first', { kinds: [{ ...kind, accounts: [[5, 4].map((n) => n * 1_000)] }] }, 422, FORM),
  kinds('a side that is none', { kinds: [{ ...kind, side: 'intakt' }] }, 422, FORM, '/kinds/0/side'),
  budget(
    'a plan that leaves a year out',
    { plan: [{ year: 2026, posts: [cost] }] },
    422,
    'funding/plan-not-consecutive',
    '/plan/0/year',
  ),
  budget(
    'a post twice in a plan year',
    { plan: [{ year: 2025, posts: [cost, cost] }] },
    422,
    'funding/post-twice',
    '/plan/0/posts/1',
  ),
  budget(
    'a plan for three years more',
    { plan: [2025, 2026, 2027].map((year) => ({ year, posts: [cost] })) },
    422,
    FORM,
    '/plan',
  ),
  forecast(
    'another amount than the derived one, without a reason',
    { posts: [{ ...cost, method: 'rak-linje', derivedOre: 99 }] },
    422,
    'funding/reason-missing',
    '/posts/0/reason',
  ),
  forecast(
    'a method without what it gave',
    { posts: [{ ...cost, method: 'vakanser' }] },
    422,
    'funding/derived-missing',
    '/posts/0/derivedOre',
  ),
  forecast(
    'a reason that names a person by number',
    { posts: [{ ...cost, reason: '121212-1212 slutar' }] },
    422,
    FORM,
    '/posts/0/reason',
  ),
  forecast('a method that is none', { posts: [{ ...cost, method: 'gissning' }] }, 422, FORM, '/posts/0/method'),
  decide('a period that ends first', { to: '2023-12-31' }, 422, 'funding/grant-ends-before-start', '/to'),
  decide(
    'a year twice',
    { amounts: [1, 2].map((amountOre) => ({ year: 2024, amountOre })) },
    422,
    'funding/grant-year-twice',
    '/amounts/1/year',
  ),
  decide(
    'a year outside the period',
    { amounts: [{ year: 2025, amountOre: 1 }] },
    422,
    'funding/grant-year-outside',
    '/amounts/0/year',
  ),
  decide('a deduction of more than all', { generalDeductionBasisPoints: 10_001 }, 422, FORM),
  revise('a grant that there is not', {}, ...none),
  revise(
    'less than what is asked for',
    { amounts: [{ year: 2024, amountOre: 1 }] },
    409,
    'funding/grant-bound',
    '/amounts/0/amountOre',
  ),
  requisition('a grant that there is not', {}, ...none),
  requisition('more than what is left', { amountOre: 75_000_01 }, 422, 'funding/more-than-granted', '/amountOre'),
  requisition('a year without money', { year: 2025 }, 422, 'funding/more-than-granted', '/amountOre'),
  refused('funding.pay-grant')('more than is granted', { amountOre: 80_000_00 }, 422, 'funding/more-than-granted'),
  refused('funding.repay-grant')(
    'more than is paid',
    { amountOre: 15_000_01 },
    422,
    'funding/more-than-paid',
    '/amountOre',
  ),
  refused('funding.end-grant')(
    'a day before it began',
    { on: '2023-12-31' },
    422,
    'funding/grant-ends-before-start',
    '/on',
  ),
  staffing('an insats that there is not', {}, 404, 'insatser/unknown-insats', '/insatsId', { insatsId: 'okand' }),
  staffing(
    'a position twice',
    { positions: [position, position] },
    422,
    'insatser/position-repeated',
    '/positions/1/position',
  ),
  staffing(
    'an employer that is not a member',
    { positions: [{ ...position, employer: 'okand' }] },
    422,
    'insatser/unknown-member',
    '/positions/0/employer',
  ),
  staffing(
    'a position that ends first',
    { positions: [{ ...position, to: '2023-12-31' }] },
    422,
    'insatser/ends-before-start',
    '/positions/0/to',
  ),
  staffing('more than full time', { positions: [{ ...position, shareBasisPoints: 10_001 }] }, 422, FORM),
  vacancy('a position that there is not', { position: 'handledare-2' }, 404, 'insatser/unknown-position', '/position'),
  vacancy('one that ends first', { to: '2024-08-31' }, 422, 'insatser/ends-before-start', '/to'),
  vacancy('one within another', { from: '2024-10-01' }, 409, 'insatser/vacancy-overlaps', '/from'),
];
