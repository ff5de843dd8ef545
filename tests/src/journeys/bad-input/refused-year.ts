// What a fiscal year says no to beside plain bookings: claims, accruals, registers, opening balances and attestations.
import { FORM, type Refused, refused } from './refused';

const cost = refused('ledger.book-cost');
const invoice = refused('ledger.invoice-contribution');
const receive = refused('ledger.receive-contribution');
const accrual = refused('ledger.book-accrual');
const dissolve = refused('ledger.dissolve-accrual');
const provision = refused('ledger.book-provision');
const accounts = refused('ledger.adopt-accounts');
const dimension = refused('ledger.adopt-dimension');
const opening = refused('ledger.set-opening-balances');
const correction = refused('ledger.correct-voucher');
const attest = refused('ledger.attest-voucher');
const lock = refused('ledger.lock-periods');

/** A day that has not been, whenever this is run. */
const TO_COME = '2199-12-31';
const in2199 = { year: '2199' };

export const refusedYear: readonly Refused[] = [
  cost('an account that was in use until last year', { account: 8311 }, 422, 'ledger/inactive-account', '/account'),
  cost(
    'a code that is not in the register',
    { dimensions: { kostnadsstalle: 'okand' } },
    422,
    'ledger/unknown-code',
    '/dimensions/kostnadsstalle',
  ),
  cost('VAT of nothing', { inputVat: { account: 2650, amountOre: 0 } }, 422, FORM, '/inputVat/amountOre'),
  cost(
    'VAT on an account that there is not',
    { inputVat: { account: 2651, amountOre: 1 } },
    422,
    'ledger/unknown-account',
    '/inputVat/account',
  ),
  cost('an account of three digits', { account: 501 }, 422, FORM, '/account'),
  cost('an account group', { account: 50 }, 422, FORM, '/account'),
  cost('an amount as a text', { amountOre: '100' }, 422, FORM, '/amountOre'),
  cost('an amount that a float cannot hold', { amountOre: 2 ** 53 + 2 }, 422, FORM, '/amountOre'),
  cost('an amount with öre as decimals', { amountOre: 1.005 }, 422, FORM, '/amountOre'),
  cost('a number of its own choice', { number: 7 }, 422, FORM, '/number'),
  cost('a text that is turned', { text: 'Hyra \u202e mars' }, 422, FORM, '/text'),
  invoice('a name that is taken', {}, 409, 'ledger/item-taken', '/item'),
  invoice('a member that there is not', { memberId: 'okand' }, 422, 'ledger/unknown-member', '/memberId'),
  receive('a claim that there is not', { item: 'okant-krav' }, 422, 'ledger/no-such-claim', '/item'),
  accrual('a name that is taken', {}, 409, 'ledger/item-taken', '/item'),
  accrual('a kind that there is not', { kind: 'annan' }, 422, FORM, '/kind'),
  dissolve('more than what is left', { amountOre: 8_000_00 }, 422, 'ledger/more-than-left', '/amountOre'),
  dissolve('an item that there is not', {}, 404, 'ledger/no-such-item', '/item', { item: 'okand' }),
  provision(
    'an account that there is not',
    { pension: { cost: 5719, provision: 2210 } },
    422,
    'ledger/unknown-account',
    '/pension/cost',
  ),
  accounts(
    'an account that ends before it begins',
    { accounts: [{ account: 1999, name: 'Kort', from: '2024-02-01', to: '2024-01-31' }] },
    422,
    'ledger/ends-before-it-begins',
    '/accounts/0/to',
  ),
  dimension('a dimension with a register of its own', { dimension: 'activity' }, 422, FORM, '/dimension'),
  opening(
    'opening balances twice',
    { balances: [{ account: 1910, amountOre: 0 }] },
    409,
    'ledger/opening-balances-set',
  ),
  opening(
    'other balances than the year before closes with',
    {
      balances: [
        { account: 1910, amountOre: 1 },
        { account: 2010, amountOre: -1 },
      ],
    },
    422,
    'ledger/opening-differs',
    '/balances',
    { year: '2025' },
  ),
  refused('ledger.open-year')(
    'the chart of a year that is not kept here',
    { year: 2030, chart: 'previous-year' },
    404,
    'ledger/no-previous-year',
    '/chart',
  ),
  refused('ledger.carry-forward')(
    'a result that does not go to equity',
    { equityAccount: 1910 },
    422,
    'ledger/not-an-equity-account',
    '/equityAccount',
  ),
  refused('ledger.carry-forward')('a year without one before it', {}, 404, 'ledger/no-previous-year', undefined, {
    year: '2024',
  }),
  correction(
    'a voucher of another year that is open',
    { date: '2025-02-01', correctsYear: 2024 },
    409,
    'ledger/correct-in-its-year',
    '/correctsYear',
    { year: '2025' },
  ),
  attest('what one has booked oneself', {}, 403, 'ledger/own-voucher', undefined, {
    voucherId: '{ledger.book-income}',
  }),
  attest('a voucher that there is not', {}, 404, 'ledger/no-such-voucher', '/voucherId', { voucherId: 'finns-inte' }),
  lock('a reason with what may be a personnummer', { reason: 'Enligt 19121212-1212' }, 422, FORM, '/reason'),
  lock('a thirteenth month', { through: 13 }, 422, FORM, '/through'),
  refused('ledger.state-gap')(
    'a day of another year',
    { asOf: '2023-06-30' },
    422,
    'ledger/date-outside-year',
    '/asOf',
  ),
  cost('a day that has not been', { date: TO_COME }, 422, 'ledger/date-to-come', '/date', in2199),
];
