// What promises, the kommuner's split, plans and shared costs say no to, and which field they point at.
import { FORM, type Refused, refused } from './refused';

const one = refused('funding.agree-contribution');
const several = refused('funding.agree-contributions');
const split = refused('funding.agree-split');
const plan = refused('funding.set-plan-assumptions');
const share = refused('shared-costs.agree');
const invoice = refused('shared-costs.invoice');
const receive = refused('shared-costs.receive-basis');
const end = refused('shared-costs.end');

const staten = { memberId: 'staten', amountOre: 100 };
const kommunen = { memberId: 'kommunen', inhabitants: 1 };
const parts = (...list: object[]) => ({ parts: list });
const rule = { rule: 'stated', memberId: 'staten', year: 2025, amountOre: 1 };
const part = { key: 'ny', activities: ['kansli'], shareBasisPoints: 1 };
const fresh = { agreementId: 'nytt', parts: [part] };
const other = { paragraph: '99', body: 'styrelse', on: '2024-02-09' };

export const refusedContributions: readonly Refused[] = [
  one(
    'instalments that are not the whole',
    { instalments: [{ dueOn: '2024-01-31', amountOre: 1 }] },
    422,
    'funding/instalments-not-the-whole',
    '/instalments',
  ),
  one(
    'instalments out of order',
    { instalments: ['2024-02-01', '2024-01-31'].map((dueOn) => ({ dueOn, amountOre: 250_000_00 })) },
    422,
    'funding/instalments-out-of-order',
    '/instalments/1/dueOn',
  ),
  one(
    'an instalment that is due years later',
    { instalments: [{ dueOn: '2026-01-31', amountOre: 500_000_00 }] },
    422,
    'funding/due-far-from-year',
    '/instalments/0/dueOn',
  ),
  several(
    'all, when one is of nobody who pays',
    { agreements: [staten, { ...staten, memberId: 'okand' }] },
    422,
    'funding/unknown-member',
    '/agreements/1/memberId',
  ),
  several('a member twice', { agreements: [staten, staten] }, 422, 'funding/member-twice', '/agreements/1/memberId'),
  several(
    'instalments of one that are not the whole',
    { agreements: [{ ...staten, instalments: [{ dueOn: '2024-01-31', amountOre: 99 }] }] },
    422,
    'funding/instalments-not-the-whole',
    '/agreements/0/instalments',
  ),
  several('no agreement at all', { agreements: [] }, 422, FORM, '/agreements'),
  split(
    'a member that is no kommun',
    parts(kommunen, { ...kommunen, memberId: 'staten' }),
    422,
    'funding/not-a-kommun',
    '/parts/1/memberId',
  ),
  split('a kommun twice', parts(kommunen, kommunen), 422, 'funding/kommun-twice', '/parts/1/memberId'),
  split(
    'shares where inhabitants are asked for',
    parts({ memberId: 'kommunen', shareBasisPoints: 10_000 }),
    422,
    'funding/split-without-part',
    '/parts/0/inhabitants',
  ),
  split(
    'shares that are not the whole',
    { method: 'avtal', ...parts({ memberId: 'kommunen', shareBasisPoints: 9_999 }) },
    422,
    'funding/split-not-whole',
    '/parts',
  ),
  plan('two rules for the same members', { rules: [rule, rule] }, 422, 'funding/rule-twice', '/rules/1'),
  plan(
    'an amount of nobody who pays',
    { rules: [{ ...rule, memberId: 'okand' }] },
    422,
    'funding/unknown-member',
    '/rules/0/memberId',
  ),
  plan(
    'an amount for a year that is not planned',
    { rules: [{ ...rule, year: 2027 }] },
    422,
    'funding/year-not-planned',
    '/rules/0/year',
  ),
  share('other terms under the same name', { from: '2024-02' }, 409, 'funding/shared-costs-agreed', '/agreementId'),
  share(
    'sharing with itself',
    { ...fresh, partner: { slug: 'exempel' } },
    422,
    'funding/shared-with-itself',
    '/partner/slug',
  ),
  share('an end before the start', { ...fresh, to: '2023-12' }, 422, 'funding/ends-before-start', '/to'),
  share('a part twice', { ...fresh, parts: [part, part] }, 422, 'funding/cost-part-twice', '/parts/1/key'),
  share('accounts from behind', { ...fresh, parts: [{ ...part, accounts: [[5999, 5000]] }] }, 422, FORM),
  invoice('a month that is invoiced', { through: '2024-05' }, 409, 'funding/month-invoiced', '/through'),
  invoice('a month after the agreement', { through: '2025-01' }, 422, 'funding/after-shared-costs', '/through'),
  invoice('months without costs', { through: '2024-07' }, 409, 'funding/nothing-to-invoice', '/through'),
  invoice('an agreement that there is not', {}, 404, 'funding/no-shared-costs', '/agreementId', {
    agreementId: 'okand',
  }),
  invoice('to be the seller where it buys', {}, 422, 'funding/not-the-seller', '/agreementId', {
    agreementId: 'av-grannen',
  }),
  end('an end before what is invoiced', { to: '2024-04' }, 409, 'funding/month-invoiced', '/to'),
  end('an end after the agreed', { to: '2025-01' }, 422, 'funding/after-shared-costs', '/to'),
  end('an end before the start', { to: '2023-12' }, 422, 'funding/ends-before-start', '/to'),
  end('an agreement that there is not', {}, 404, 'funding/no-shared-costs', '/agreementId', { agreementId: 'okand' }),
  receive('a basis that is not there', {}, 404, 'funding/no-such-basis', undefined, { basisId: 'basis-okant' }),
  receive('what is received by another decision', { decision: other }, 409, 'funding/basis-received'),
];
