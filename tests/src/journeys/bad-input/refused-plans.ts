// What charts, balances, promises and plans say no to, and which field they point at.
import { FORM, type Refused, refused } from './refused';

const opening = refused('ledger.set-opening-balances');
const accounts = refused('ledger.adopt-accounts');
const in2025 = { year: '2025' };

export const refusedPlans: readonly Refused[] = [
  opening(
    'balances that are set already',
    { balances: [{ account: 1910, amountOre: 1 }] },
    409,
    'ledger/opening-balances-set',
  ),
  opening(
    'balances that do not balance',
    { balances: [{ account: 1910, amountOre: 1 }] },
    422,
    'ledger/unbalanced-opening',
    '/balances',
    in2025,
  ),
  opening(
    'an account twice',
    { balances: [1, -1].map((amountOre) => ({ account: 1910, amountOre })) },
    422,
    'ledger/account-twice',
    '/balances/1/account',
    in2025,
  ),
  opening(
    'a result account',
    { balances: [{ account: 3530, amountOre: 0 }] },
    422,
    'ledger/not-a-balance-account',
    '/balances/0/account',
    in2025,
  ),
  opening(
    'an account that is not in the chart',
    { balances: [{ account: 1999, amountOre: 0 }] },
    422,
    'ledger/unknown-account',
    '/balances/0/account',
    in2025,
  ),
  accounts(
    'an account twice',
    { accounts: ['Bank', 'Kassa'].map((name) => ({ account: 1910, name })) },
    422,
    'ledger/account-twice',
    '/accounts/1/account',
  ),
  refused('ledger.adopt-activities')(
    'an activity twice',
    { activities: ['Kansli', 'Kontor'].map((name) => ({ activity: 'kansli', name })) },
    422,
    'ledger/activity-twice',
    '/activities/1/activity',
  ),
  accounts(
    '2 001 accounts',
    { accounts: Array.from({ length: 2_001 }, (_, n) => ({ account: 1000 + n, name: 'Konto' })) },
    422,
    FORM,
    '/accounts',
  ),
  refused('ledger.open-year')('other books for an open year', { books: 'imported' }, 409, 'ledger/year-already-open'),
  refused('ledger.open-year')('a year before there was a law', { year: 1989 }, 422, FORM, '/year'),
  refused('ledger.report-figures')(
    'a line twice',
    { figures: [1, 2].map((amountOre) => ({ line: 'bidrag', amountOre })) },
    422,
    'ledger/line-twice',
    '/figures/1/line',
  ),
  refused('ledger.report-figures')('a period that is none', { period: '2023-13' }, 422, FORM, '/period'),
  refused('funding.agree-contribution')(
    'a member that there is not',
    { memberId: 'okand' },
    422,
    'funding/unknown-member',
    '/memberId',
  ),
  refused('funding.agree-contribution')(
    'a member that does not pay',
    { memberId: 'arbetsformedlingen' },
    422,
    'funding/unknown-member',
    '/memberId',
  ),
  refused('funding.adopt-budget')(
    'a post twice',
    { posts: [1, 2].map((amountOre) => ({ activity: 'kansli', kind: 'kostnad', amountOre })) },
    422,
    'funding/post-twice',
    '/posts/1',
  ),
  refused('funding.adopt-budget')(
    'a member that there is not',
    { posts: [{ activity: 'kansli', kind: 'bidrag', member: 'okand', amountOre: 1 }] },
    422,
    'funding/unknown-member',
    '/posts/0/member',
  ),
  refused('funding.adopt-budget')(
    '1 001 posts',
    { posts: Array.from({ length: 1_001 }, (_, n) => ({ activity: `a${n}`, kind: 'kostnad', amountOre: 1 })) },
    422,
    FORM,
    '/posts',
  ),
  refused('funding.make-forecast')(
    'a reporting date in another year',
    { asOf: '2025-06-30' },
    422,
    'funding/date-outside-year',
    '/asOf',
  ),
];
