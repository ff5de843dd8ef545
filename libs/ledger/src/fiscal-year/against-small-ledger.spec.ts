// Two thousand sequences of commands: what the decider does is what the plainest ledger says, refusal by refusal.
import { DomainError, fold, ore, sumOre } from '@finsam/kernel';
import * as fc from 'fast-check';
import { bank, begun, correcting, cost, day, debts, decision, equity, header, noYearBefore, row } from '../testing';
import {
  BookVoucher,
  CloseFiscalYear,
  type FiscalYearCommand,
  LockPeriods,
  SetOpeningBalances,
  UnlockPeriods,
} from './commands';
import { evolve } from './fiscal-year';
import { fiscalYearDecider } from './fiscal-year.decider';
import { SmallLedger } from './testing/small-ledger';

type Draft = (voucherId: string, earlier: readonly string[]) => FiscalYearCommand;

const dates = fc.constantFrom(
  '2024-01-01',
  '2024-02-29',
  '2024-06-30',
  '2024-06-30',
  '2024-07-01',
  '2024-12-31',
  '2025-01-01',
);
const head = fc.record({ date: dates.map(day), series: fc.constantFrom('A', 'A', 'B') });
const amounts = fc.constantFrom(1, -1, 50, 999, -12_500, 10_000_000_000);
const reason = 'Delårsrapporten är beslutad';
const month = fc.integer({ min: 1, max: 12 });

const voucher: fc.Arbitrary<Draft> = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(bank, cost, debts), amounts), { minLength: 1, maxLength: 4 }),
    head,
    fc.integer({ min: 0, max: 9 }),
  )
  .map(([list, changes, tooMuch]) => (voucherId) => {
    const rest = -list.reduce((sum, [, part]) => sum + part, 0) + (tooMuch === 0 ? 1 : 0);
    const rows = [...list.map(([of, part]) => row(of, part)), row(bank, rest || 1)];
    return BookVoucher({ ...header(voucherId, changes), rows: rest === 0 ? [...rows, row(cost, -1)] : rows });
  });
const correction: fc.Arbitrary<Draft> = fc.tuple(fc.nat(), head).map(([which, changes]) => (voucherId, earlier) => {
  const corrects = earlier.length === 0 ? 'voucher-none' : earlier[which % earlier.length]!;
  return correcting(corrects, voucherId, changes);
});
const opening: fc.Arbitrary<Draft> = fc.tuple(amounts, fc.constantFrom(0, 0, 1)).map(([amount, tooMuch]) => () => {
  const balances = [
    { account: bank, amountOre: ore(amount) },
    { account: equity, amountOre: ore(tooMuch - amount) },
  ];
  return SetOpeningBalances({ year: 2024, balances, facts: noYearBefore });
});
const lock: fc.Arbitrary<Draft> = month.map((through) => () => LockPeriods({ year: 2024, through, reason, decision }));
const unlock: fc.Arbitrary<Draft> = month.map((from) => () => UnlockPeriods({ year: 2024, from, reason, decision }));
const close: fc.Arbitrary<Draft> = fc.constant(() => CloseFiscalYear({ year: 2024, decision }));

const drafts = fc.array(
  fc.oneof(
    { weight: 10, arbitrary: voucher },
    { weight: 8, arbitrary: correction },
    { weight: 1, arbitrary: opening },
    { weight: 1, arbitrary: lock },
    { weight: 1, arbitrary: unlock },
    { weight: 1, arbitrary: close },
  ),
  { minLength: 1, maxLength: 50 },
);

it('does what the plainest ledger says, in whatever order it is asked', () => {
  const met = new Map<string, number>();
  fc.assert(
    fc.property(drafts, (list) => {
      const small = new SmallLedger();
      let state = fold(fiscalYearDecider, begun);
      let closings = 0;
      list.forEach((draft, index) => {
        const command = draft(`voucher-${index}`, [...small.vouchers.keys()]);
        // A second opening of the same words is no news, which the plain one does not look for.
        if (command.type === 'SetOpeningBalances' && state.opening) return;
        const expected = small.take(command);
        let happened = 'nothing';
        try {
          for (const event of fiscalYearDecider.decide(command, state)) {
            if (event.type === 'FiscalYearClosed') closings++;
            state = evolve(state, event);
            happened = 'voucher' in event.data ? `${event.data.voucher.series}${event.data.voucher.number}` : 'done';
          }
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          happened = error.code;
        }
        expect(happened).toBe(expected);
        met.set(expected, (met.get(expected) ?? 0) + 1);
        // After every command: the balances are the plain ones, and debit is credit.
        expect([...state.balances].sort()).toEqual([...small.balances].sort());
        expect(sumOre(state.balances.values())).toBe(0);
      });
      expect(closings).toBeLessThanOrEqual(1);
    }),
    { numRuns: Number(process.env['FINSAM_MODEL_RUNS'] ?? 2_000) },
  );
  const refused = ['year-closed', 'period-locked', 'unbalanced-voucher', 'no-such-voucher', 'already-corrected'];
  for (const code of [...refused, 'correction-before-original', 'date-outside-year']) {
    expect([code, met.get(`ledger/${code}`)]).toEqual([code, expect.any(Number)]);
  }
}, 120_000);
