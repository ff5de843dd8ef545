// What a fiscal year says no to when something is to be booked, and which field it points at.
import { FORM, type Refused, refused } from './refused';

const voucher = refused('ledger.book-voucher');
const cost = refused('ledger.book-cost');
const contribution = refused('ledger.receive-contribution');
const correction = refused('ledger.correct-voucher');

const row = (account: number, amountOre: number, dimensions = {}) => ({ account, amountOre, dimensions });
const rows = (...list: object[]) => ({ rows: list });
const many = (count: number, dimensions = {}) => {
  return Array.from({ length: count }, (_, n) => row(1910, n % 2 === 0 ? 100 : -100, dimensions));
};
const wide = Object.fromEntries(Array.from({ length: 5 }, (_, n) => [`dimension-${n}`, 'x'.repeat(40)]));

export const refusedBookings: readonly Refused[] = [
  voucher(
    'debit and credit that differ by one öre',
    rows(row(5010, 101), row(1910, -100)),
    422,
    'ledger/unbalanced-voucher',
    '/rows',
  ),
  voucher(
    'a thousand rows that differ by one öre',
    rows(...many(998), row(5010, 100), row(1910, -99)),
    422,
    'ledger/unbalanced-voucher',
    '/rows',
  ),
  voucher(
    'an account that is not in the chart',
    rows(row(5010, 100), row(9999, -100)),
    422,
    'ledger/unknown-account',
    '/rows/1/account',
  ),
  voucher('an account of five digits', rows(row(5010, 100), row(19100, -100)), 422, FORM, '/rows/1/account'),
  voucher(
    'an activity that there is not',
    rows(row(5010, 100, { activity: 'okand' }), row(1910, -100)),
    422,
    'ledger/unknown-activity',
    '/rows/0/dimensions/activity',
  ),
  voucher(
    'a member that there is not',
    rows(row(5010, 100, { member: 'okand' }), row(1910, -100)),
    422,
    'ledger/unknown-member',
    '/rows/0/dimensions/member',
  ),
  voucher('no rows', rows(), 422, FORM, '/rows'),
  voucher('one row', rows(row(5010, 100)), 422, FORM, '/rows'),
  voucher('1 001 rows', rows(...many(1_001)), 422, FORM, '/rows'),
  voucher('a row of nothing', rows(row(5010, 100), row(1910, -100), row(2010, 0)), 422, FORM, '/rows/2/amountOre'),
  voucher('more than one event can hold', rows(...many(1_000, wide)), 422, 'command/unstorable'),
  voucher(
    'the largest amounts, all on one side',
    rows(...Array.from({ length: 1_000 }, () => row(1910, 1e13))),
    422,
    'ledger/too-large',
    '/rows',
  ),
  voucher('a year that is not opened', { date: '2030-01-01' }, 404, 'ledger/no-such-year', undefined, { year: '2030' }),
  cost('an account that is not in the chart', { account: 9999 }, 422, 'ledger/unknown-account', '/account'),
  cost('another side that is not in the chart', { against: 1999 }, 422, 'ledger/unknown-account', '/against'),
  cost('an activity that there is not', { activity: 'okand' }, 422, 'ledger/unknown-activity', '/activity'),
  cost(
    'a dimension of a member that there is not',
    { dimensions: { member: 'okand' } },
    422,
    'ledger/unknown-member',
    '/dimensions/member',
  ),
  cost('nothing', { amountOre: 0 }, 422, FORM, '/amountOre'),
  cost('less than nothing', { amountOre: -100 }, 422, FORM, '/amountOre'),
  cost('more than the largest amount', { amountOre: 1e13 + 1 }, 422, FORM, '/amountOre'),
  cost('the last day of another year', { date: '2023-12-31' }, 422, 'ledger/date-outside-year', '/date'),
  cost('the first day of another year', { date: '2025-01-01' }, 422, 'ledger/date-outside-year', '/date'),
  ...[
    '2024-02-30',
    '2023-02-29',
    '2024-13-01',
    '20240131',
    '2024-01-31T00:00:00Z',
    '2024-1-31',
    '0001-01-01',
    ' 2024-01-31',
  ].map((date) => cost(`${date}, which is no day`, { date }, 422, FORM, '/date')),
  ...['19121212-1212', '121212 1212 m.m.', 'Till 121212+1212'].map((text) =>
    cost(`a text with what may be a personnummer: ${text}`, { text }, 422, FORM, '/text'),
  ),
  cost('a text of 201 signs', { text: 'å'.repeat(201) }, 422, FORM, '/text'),
  cost('a text of spaces', { text: '   ' }, 422, FORM, '/text'),
  cost('a series in small letters', { series: 'a' }, 422, FORM, '/series'),
  contribution('a member that there is not', { memberId: 'okand' }, 422, 'ledger/unknown-member', '/memberId'),
  refused('ledger.book-interest')('no interest', { amountOre: 0 }, 422, FORM, '/amountOre'),
  correction('a voucher that there is not', {}, 404, 'ledger/no-such-voucher', '/corrects', { corrects: 'finns-inte' }),
  correction('a voucher that is corrected already', {}, 409, 'ledger/already-corrected', '/corrects'),
  correction(
    'a day before the voucher’s own',
    { date: '2024-01-01' },
    422,
    'ledger/correction-before-original',
    '/date',
    {
      corrects: '{ledger.book-voucher}',
    },
  ),
];
