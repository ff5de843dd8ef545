import { projectionSpec, recorded } from '@finsam/kernel/testing';
import { bank, begun, booked, corrected, cost, day, decision, equity, kr, openingSet, row } from '../../testing';
import { BalancesCarriedForward, FiscalYearClosed, VoucherClassified, VouchersImported } from '../fiscal-year.events';
import { ledgerEntries, TOO_MANY } from './ledger-entry.projection';

const closed = FiscalYearClosed({ year: 2024, resultOre: kr(0), closingBalances: [], decision });

const entry = {
  fiscal_year: 2024,
  entry_date: day('2024-03-01'),
  opening: false,
  account: bank,
  amount_ore: -12_500,
  activity: null,
  member: null,
  item: null,
  dimensions: {},
  voucher_id: 'voucher-1',
  month: 3,
  other_dimensions: '{}',
};
const { given } = projectionSpec(ledgerEntries);

it('keeps the rows of each voucher as they were booked', () => {
  const dimensions = { activity: 'kansli', member: 'vasterby', project: 'p-1' };
  const project = { dimensions, other_dimensions: '{"project":"p-1"}' };
  given(...begun, booked(1, 'voucher-1', [row(cost, 12_500, dimensions), row(bank, -12_500)]), closed).then(
    { ...entry, account: cost, amount_ore: 12_500, activity: 'kansli', member: 'vasterby', ...project },
    entry,
  );
});

it('keeps those of the counter-voucher, too: the voucher it corrects stands', () => {
  const counter = { ...entry, entry_date: day('2024-04-01'), month: 4, voucher_id: 'voucher-2' };
  const first = {
    ...entry,
    account: cost,
    amount_ore: 12_500,
    activity: 'kansli',
    dimensions: { activity: 'kansli' },
  };
  given(booked(1, 'voucher-1'), corrected(2, 'voucher-1', 'voucher-2')).then(
    first,
    entry,
    { ...counter, account: cost, amount_ore: -12_500, activity: 'kansli', dimensions: { activity: 'kansli' } },
    { ...counter, amount_ore: 12_500 },
  );
});

it('begins with the opening balances, on the first day of the year', () => {
  const opening = { ...entry, entry_date: day('2024-01-01'), opening: true, month: 0, voucher_id: null };
  given(openingSet([bank, 300_000], [equity, -300_000])).then(
    { ...opening, amount_ore: 300_000 },
    { ...opening, account: equity, amount_ore: -300_000 },
  );
});

it('takes from balances that are carried forward again only what they change', () => {
  const opening = { ...entry, entry_date: day('2024-01-01'), opening: true, month: 0, voucher_id: null };
  const claim = { account: 1510, amountOre: kr(3), dimensions: { item: 'a7-2023', member: 'vasterby' } };
  given(
    BalancesCarriedForward({ year: 2024, preliminary: true, balances: [claim], changes: [claim] }),
    BalancesCarriedForward({ year: 2024, preliminary: false, balances: [claim], changes: [] }),
  ).then({
    ...opening,
    account: 1510,
    amount_ore: 300,
    member: 'vasterby',
    item: 'a7-2023',
    dimensions: { item: 'a7-2023', member: 'vasterby' },
  });
});

it('moves a classified row from what it was to what it is, and keeps the account’s sum', () => {
  const voucher = {
    voucherId: 'voucher-1',
    series: 'LB',
    number: 1,
    date: day('2024-03-01'),
    text: '',
    contentHash: '0'.repeat(64),
    rows: [row(cost, 500, { 'sie-1': '7' })],
  };
  const change = { row: 0, account: cost, amountOre: kr(5), was: { 'sie-1': '7' }, is: { activity: 'stegen' } };
  const was = {
    ...entry,
    account: cost,
    amount_ore: 500,
    dimensions: { 'sie-1': '7' },
    other_dimensions: '{"sie-1":"7"}',
  };
  given(
    VouchersImported({ year: 2024, importId: 'import-1', vouchers: [voucher] }),
    VoucherClassified({ year: 2024, voucherId: 'voucher-1', date: day('2024-03-01'), rows: [change] }),
  ).then(
    was,
    { ...was, amount_ore: -500 },
    {
      ...was,
      activity: 'stegen',
      dimensions: { activity: 'stegen' },
      other_dimensions: '{}',
    },
  );
});

it('names dimensions without a column of their own by one text, without item or more than an index holds', () => {
  const codes = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`kod-${n}`, 'x'.repeat(40)]));
  const texts = [{ item: 'a7', b: '2', a: '1' }, codes(40)].map((dimensions) => {
    const [event] = recorded([booked(1, 'voucher-1', [row(cost, 1, dimensions), row(bank, -1)])]);
    return ledgerEntries.facts(event!)[0]!.other_dimensions;
  });
  expect(texts).toEqual(['{"a":"1","b":"2"}', TOO_MANY]);
});
