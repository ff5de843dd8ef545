import { fold } from '@finsam/kernel';
import { deciderSpec } from '@finsam/kernel/testing';
import {
  answerTo,
  bank,
  begun,
  claims,
  contributions,
  correcting,
  day,
  header,
  kr,
  numbered,
  opened,
  posting,
  row,
} from '../../testing';
import { InvoiceContribution, ReceiveContribution, RepayContribution } from '../commands';
import { fiscalYearDecider } from '../fiscal-year.decider';
import {
  BalancesCarriedForward,
  ContributionInvoiced,
  ContributionReceived,
  ContributionRepaid,
  FiscalYearOpened,
} from '../fiscal-year.events';

const { given } = deciderSpec(fiscalYearDecider);
const ofVasterby = { activity: 'kansli', member: 'vasterby' };

type Changes = Parameters<typeof posting>[1] & { memberId?: string };
const contribution = (voucherId: string, kronor: number, changes: Changes = {}) => ({
  ...posting(voucherId, { account: contributions, amountOre: kr(kronor), ...changes }),
  memberId: changes.memberId ?? 'vasterby',
});
const invoice = (voucherId: string, kronor: number, changes: Changes = {}) =>
  InvoiceContribution({ ...contribution(voucherId, kronor, { against: claims, ...changes }) });
const receive = (...of: Parameters<typeof contribution>) => ReceiveContribution(contribution(...of));

const invoiced = (number: number, voucherId: string, kronor: number, item: string, date = '2024-03-01') =>
  ContributionInvoiced({
    year: 2024,
    memberId: 'vasterby',
    amountOre: kr(kronor),
    item,
    voucher: numbered(number, header(voucherId, { date: day(date) }), [
      row(contributions, -kronor * 100, ofVasterby),
      row(claims, kronor * 100, { item, member: 'vasterby' }),
    ]),
  });
const received = (number: number, voucherId: string, kronor: number, ...rows: ReturnType<typeof row>[]) =>
  ContributionReceived({
    year: 2024,
    memberId: 'vasterby',
    amountOre: kr(kronor),
    voucher: numbered(number, header(voucherId), [...rows, row(bank, kronor * 100)]),
  });
const settles = (item: string, kronor: number) => row(claims, -kronor * 100, { item, member: 'vasterby' });

describe('a contribution that is asked for', () => {
  it('is income and a claim, under the number of its voucher when nobody names it', () => {
    given(...begun)
      .when(invoice('voucher-1', 500))
      .then(invoiced(1, 'voucher-1', 500, 'a1-2024'));
  });

  it('may have a name, which no other open item has', () => {
    const named = invoice('voucher-1', 500, { item: 'varen' });
    given(...begun)
      .when(named)
      .then(invoiced(1, 'voucher-1', 500, 'varen'));
    const again = invoice('voucher-2', 100, { item: 'varen' });
    expect(answerTo(again, ...begun, invoiced(1, 'voucher-1', 500, 'varen'))).toEqual([
      'ledger/item-taken',
      409,
      '/item',
    ]);
    // Once it is settled, the name is free.
    const settled = received(2, 'voucher-2', 500, settles('varen', 500));
    expect(
      answerTo(invoice('voucher-3', 1, { item: 'varen' }), ...begun, invoiced(1, 'voucher-1', 500, 'varen'), settled),
    ).toEqual([]);
  });
});

describe('money from a member', () => {
  const asked = [...begun, invoiced(1, 'voucher-1', 500, 'a1-2024')];

  it('is income when nobody asked for it', () => {
    given(...begun)
      .when(receive('voucher-1', 500))
      .then(received(1, 'voucher-1', 500, row(contributions, -50_000, ofVasterby)));
  });

  it('settles the claim when one was booked, and is no income a second time', () => {
    given(...asked)
      .when(receive('voucher-2', 500))
      .then(received(2, 'voucher-2', 500, settles('a1-2024', 500)));
    const state = fold(fiscalYearDecider, [...asked, received(2, 'voucher-2', 500, settles('a1-2024', 500))]);
    expect([state.balances.get(contributions), state.balances.get(claims), [...state.items]]).toEqual([-50_000, 0, []]);
  });

  it('settles part of a claim, and the rest of it later', () => {
    const part = received(2, 'voucher-2', 200, settles('a1-2024', 200));
    given(...asked)
      .when(receive('voucher-2', 200))
      .then(part);
    given(...asked, part)
      .when(receive('voucher-3', 300))
      .then(received(3, 'voucher-3', 300, settles('a1-2024', 300)));
  });

  it('settles the oldest claim first, whatever the order they were booked in, and what is left over is income', () => {
    const earlier = invoiced(2, 'voucher-2', 100, 'a2-2024', '2024-01-15');
    given(...asked, earlier)
      .when(receive('voucher-3', 650))
      .then(
        received(
          3,
          'voucher-3',
          650,
          row(contributions, -5_000, ofVasterby),
          settles('a2-2024', 100),
          settles('a1-2024', 500),
        ),
      );
    given(...asked, earlier)
      .when(receive('voucher-3', 99))
      .then(received(3, 'voucher-3', 99, settles('a2-2024', 99)));
  });

  it('settles the claim that is named, and no other', () => {
    const other = invoiced(2, 'voucher-2', 100, 'tillagg', '2024-01-15');
    given(...asked, other)
      .when(receive('voucher-3', 500, { item: 'a1-2024' }))
      .then(received(3, 'voucher-3', 500, settles('a1-2024', 500)));
    expect(answerTo(receive('voucher-3', 1, { item: 'okand' }), ...asked, other)).toEqual([
      'ledger/no-such-claim',
      422,
      '/item',
    ]);
  });

  it('that settles a claim of last year is last year’s contribution, and so is what takes it back', () => {
    const claim = { account: claims, amountOre: kr(300), dimensions: { item: 'a7-2023', member: 'vasterby' } };
    const balances = [claim, { account: 2010, amountOre: kr(-300) }];
    const past = [...begun, BalancesCarriedForward({ year: 2024, preliminary: false, balances, changes: balances })];
    const both = received(1, 'voucher-1', 400, row(contributions, -10_000, ofVasterby), settles('a7-2023', 300));
    const event = { ...both, data: { ...both.data, ofEarlierYearOre: kr(300) } };
    given(...past)
      .when(receive('voucher-1', 400))
      .then(event);
    const state = fold(fiscalYearDecider, [...past, event]);
    const [back] = fiscalYearDecider.decide(correcting('voucher-1', 'voucher-2'), state);
    expect(back!.data).toMatchObject({ contribution: { amountOre: 40_000, ofEarlierYearOre: 30_000 } });
  });

  it('leaves the claims of other members alone', () => {
    const rows = [row(contributions, -100, { activity: 'kansli', member: 'osterby' }), row(bank, 100)];
    const data = { year: 2024, memberId: 'osterby', amountOre: kr(1) };
    given(...asked)
      .when(receive('voucher-2', 1, { memberId: 'osterby' }))
      .then(ContributionReceived({ ...data, voucher: numbered(2, header('voucher-2'), rows) }));
    expect(answerTo(receive('voucher-2', 1, { memberId: 'osterby', item: 'a1-2024' }), ...asked)[0]).toBe(
      'ledger/no-such-claim',
    );
  });

  it('that is taken back opens the claim again', () => {
    const events = [...asked, received(2, 'voucher-2', 500, settles('a1-2024', 500))];
    const state = fold(fiscalYearDecider, events);
    const [back] = fiscalYearDecider.decide(correcting('voucher-2', 'voucher-3'), state);
    expect(back!.data).toMatchObject({
      contribution: { memberId: 'vasterby', movement: 'received', amountOre: 50_000 },
    });
    const after = fold(fiscalYearDecider, [...events, back!]);
    expect([...after.items.values()].map(({ item, amountOre }) => [item, amountOre])).toEqual([['a1-2024', 50_000]]);
    // And taken back once more, it stands: the contribution has come, the claim is settled.
    const [again] = fiscalYearDecider.decide(correcting('voucher-3', 'voucher-4'), after);
    expect(again!.data).toMatchObject({ contribution: { movement: 'received', amountOre: -50_000 } });
    expect(fold(fiscalYearDecider, [...events, back!, again!]).items.size).toBe(0);
  });

  it('goes back as less income', () => {
    const rows = [row(contributions, 10_000, ofVasterby), row(bank, -10_000)];
    given(...begun)
      .when(RepayContribution(contribution('voucher-1', 100)))
      .then(
        ContributionRepaid({
          year: 2024,
          memberId: 'vasterby',
          amountOre: kr(100),
          voucher: numbered(1, header('voucher-1'), rows),
        }),
      );
  });

  it('is never booked in imported books, asked for or not', () => {
    const imported = [FiscalYearOpened({ year: 2024, books: 'imported' }), ...begun.slice(1)];
    for (const command of [
      invoice('voucher-1', 1),
      receive('voucher-1', 1),
      RepayContribution(contribution('v-12345', 1)),
    ]) {
      expect(answerTo(command, ...imported)).toEqual(['ledger/imported-books', 409, undefined]);
    }
    expect(opened.data.books).toBe('own');
  });
});
