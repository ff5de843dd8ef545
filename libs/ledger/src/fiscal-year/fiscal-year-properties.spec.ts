// Whatever is asked of a year, in whatever order: these hold, and what is refused is refused in words.
import { canonicalJson, DomainError, fold, ore, sumOre } from '@finsam/kernel';
import * as fc from 'fast-check';
import { bank, begun, contributions, correcting, cost, day, debts, decision, equity, header } from '../testing';
import { noYearBefore, posting, row } from '../testing';
import { BookCost, BookVoucher, CloseFiscalYear, type FiscalYearCommand, SetOpeningBalances } from './commands';
import { fiscalYearDecider } from './fiscal-year.decider';
import { type FiscalYearEvent, fiscalYearEvents } from './fiscal-year.events';
import { imbalanceOre, type Voucher } from './voucher';

const [unknownAccount, unknownActivity] = [1234, 'trappan'];
const ids = fc.constantFrom('voucher-1', 'voucher-2', 'voucher-3', 'voucher-4', 'voucher-5', 'voucher-6');
const account = fc.constantFrom(bank, bank, debts, contributions, cost, cost, unknownAccount);
const activity = fc.constantFrom('kansli', 'stegen', unknownActivity);
const amount = fc.constantFrom(1, -1, 50, -50, 12_500, -12_499);
const dates = ['2024-01-01', '2024-06-30', '2024-06-30', '2024-12-31', '2025-01-01'].map(day);
const changes = fc.record({ date: fc.constantFrom(...dates), series: fc.constantFrom('A', 'B') });

const rows = fc
  .tuple(fc.array(fc.tuple(account, amount), { minLength: 1, maxLength: 3 }), account, fc.constantFrom(0, 0, 0, 0, 1))
  .map(([list, against, tooMuch]) => {
    const balance = tooMuch - list.reduce((sum, [, part]) => sum + part, 0);
    return [...list.map(([of, part]) => row(of, part)), ...(balance === 0 ? [] : [row(against, balance)])];
  });
const voucher = fc
  .tuple(ids, rows, changes)
  .map(([id, list, head]) => BookVoucher({ ...header(id, head), rows: list }));
const short = fc
  .record({ id: ids, account, against: account, activity, amountOre: fc.constantFrom(1, 700).map(ore), changes })
  .map(({ id, changes: head, ...fields }) => BookCost(posting(id, { ...fields, ...head })));
const correction = fc.tuple(ids, ids, changes).map(([id, corrects, head]) => correcting(corrects, id, head));
const opening = fc.tuple(fc.constantFrom(bank, cost, unknownAccount), amount, fc.constantFrom(0, 0, 1)).map((of) => {
  const [first, size, tooMuch] = of;
  const balances = [
    { account: first, amountOre: ore(size) },
    { account: equity, amountOre: ore(tooMuch - size) },
  ];
  return SetOpeningBalances({ year: 2024, balances, facts: noYearBefore });
});

const command: fc.Arbitrary<FiscalYearCommand> = fc.oneof(
  { weight: 8, arbitrary: voucher },
  { weight: 4, arbitrary: short },
  { weight: 8, arbitrary: correction },
  { weight: 2, arbitrary: opening },
  { weight: 1, arbitrary: fc.constant(CloseFiscalYear({ year: 2024, decision })) },
);

const vouchersIn = (events: readonly FiscalYearEvent[]): Voucher[] =>
  events.flatMap(({ data }) => ('voucher' in data ? [data.voucher] : []));

/** Summed without the decider: accounts that something stands on, in their order. */
function standing(events: readonly FiscalYearEvent[]): [account: number, amount: number][] {
  const entries = events.flatMap(({ data }) => {
    if ('balances' in data) return data.balances;
    return 'voucher' in data ? data.voucher.rows : [];
  });
  const sums = new Map<number, number>();
  for (const entry of entries) sums.set(entry.account, (sums.get(entry.account) ?? 0) + entry.amountOre);
  return [...sums].filter(([, sum]) => sum !== 0).sort(([a], [b]) => a - b);
}

function expectSoundVouchers(events: readonly FiscalYearEvent[]): void {
  const vouchers = vouchersIn(events);
  for (const one of vouchers) expect(imbalanceOre(one.rows)).toBe(0);
  for (const name of ['A', 'B']) {
    const numbers = vouchers.filter(({ series }) => series === name).map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  }
  expect(new Set(vouchers.map(({ voucherId }) => voucherId)).size).toBe(vouchers.length);
  expect(standing(events).reduce((total, [, sum]) => total + sum, 0)).toBe(0);
}

function expectCorrectionsToRestore(events: readonly FiscalYearEvent[]): void {
  const corrected = events.flatMap((event) => (event.type === 'VoucherCorrected' ? [event.data] : []));
  for (const { corrects, voucher: counter } of corrected) {
    const pair = [corrects, counter.voucherId];
    const without = events.filter(({ data }) => !('voucher' in data && pair.includes(data.voucher.voucherId)));
    expect(standing(without)).toEqual(standing(events));
  }
  expect(new Set(corrected.map(({ corrects }) => corrects)).size).toBe(corrected.length);
}

function expectClosingToBeLast(events: readonly FiscalYearEvent[]): void {
  const at = events.findIndex(({ type }) => type === 'FiscalYearClosed');
  const closing = events[at];
  if (closing?.type !== 'FiscalYearClosed') return;
  expect(at).toBe(events.length - 1);
  const { closingBalances, resultOre } = closing.data;
  expect(closingBalances.map((one) => [one.account, one.amountOre])).toEqual(
    standing(events).filter(([of]) => of < 3000),
  );
  expect(resultOre).toBe(sumOre(closingBalances.map(({ amountOre }) => amountOre)));
}

/** What the year holds, in a form that can be compared. */
const told = (events: readonly FiscalYearEvent[]) => canonicalJson(standing(events));

it('keeps sound books through any sequence of right and wrong commands', () => {
  const met = new Map<string, number>();
  const meet = (what: string) => met.set(what, (met.get(what) ?? 0) + 1);
  fc.assert(
    fc.property(fc.array(command, { minLength: 4, maxLength: 14 }), (commands) => {
      const events: FiscalYearEvent[] = [...begun];
      for (const asked of commands) {
        try {
          const happened = fiscalYearDecider.decide(asked, fold(fiscalYearDecider, events));
          for (const { type, data } of happened) {
            const { schema } = fiscalYearEvents.find((definition) => definition.type === type)!;
            expect(schema.parse(data)).toEqual(data);
            meet(type);
          }
          events.push(...happened);
          // Asked again it adds nothing, whatever it did.
          expect(fiscalYearDecider.decide(asked, fold(fiscalYearDecider, events))).toEqual([]);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          meet(error.code);
        }
      }
      expectSoundVouchers(events);
      expectCorrectionsToRestore(events);
      expectClosingToBeLast(events);
      const state = fold(fiscalYearDecider, events);
      const kept = [...state.balances].filter(([, sum]) => sum !== 0).sort(([a], [b]) => a - b);
      expect(canonicalJson(kept)).toBe(told(events));
    }),
    { numRuns: 400 },
  );
  // The sequences met what they are for.
  for (const what of ['VoucherBooked', 'CostBooked', 'VoucherCorrected', 'OpeningBalancesSet', 'FiscalYearClosed']) {
    expect([what, met.get(what)]).toEqual([what, expect.any(Number)]);
  }
  const refused = ['unbalanced-voucher', 'unknown-account', 'unknown-activity', 'date-outside-year', 'year-closed'];
  for (const code of [...refused, 'voucher-id-taken', 'already-corrected', 'correction-before-original']) {
    expect([code, met.get(`ledger/${code}`)]).toEqual([code, expect.any(Number)]);
  }
});
