// Several people at once, on two processes: the books are as if they had come one after the other.
import {
  type AssociationId,
  businessDate,
  type Command,
  DomainError,
  fold,
  type Recorded,
  sumOre,
} from '@finsam/kernel';
import { CommandRunner, recordOf } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import * as fc from 'fast-check';
import {
  AdoptAccounts,
  AdoptActivities,
  BookCost,
  CorrectVoucher,
  LockPeriods,
  OpenFiscalYear,
} from './fiscal-year/commands';
import { fiscalYearDecider, fiscalYearStream } from './fiscal-year/fiscal-year.decider';
import type { FiscalYearEvent } from './fiscal-year/fiscal-year.events';
import { ledgerDeciders } from './room';
import { accounts, activities, decision, facts, header, kr, posting } from './testing';

jest.setTimeout(300_000);

let db: TestDatabase;
let association: AssociationId;
let processes: readonly CommandRunner[];
let sent = 0;

beforeAll(async () => {
  db = await testDatabase();
  association = await db.register('samtidigt');
  processes = [new CommandRunner(db.store, ledgerDeciders), new CommandRunner(db.store, ledgerDeciders)];
});
afterAll(() => db.close());

/** What came of it: `done`, `nothing`, or the code of the refusal. A stream that is fought over is asked again. */
async function send(command: Command, process = sent % 2): Promise<string> {
  const commandId = `command-${++sent}`;
  for (;;) {
    try {
      const context = { association, commandId, actor: 'test', correlationId: 'test' };
      const { events } = await processes[process]!.execute(command, context);
      return events.length > 0 ? 'done' : 'nothing';
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code !== 'command/contended') return error.code;
    }
  }
}

const today = businessDate('2199-12-31');
const inYear = (year: number, voucherId: string, month = 3) => ({
  ...posting(voucherId, { date: businessDate(`${year}-${String(month).padStart(2, '0')}-01`), amountOre: kr(1) }),
  year,
  facts: { ...facts, today },
});
const correction = (year: number, corrects: string, voucherId: string) =>
  CorrectVoucher({
    ...header(voucherId, { date: businessDate(`${year}-12-31`) }),
    year,
    corrects,
    facts: { ...facts, today },
  });

async function begin(year: number): Promise<void> {
  await send(OpenFiscalYear({ year, books: 'own' }));
  await send(AdoptAccounts({ year, accounts }));
  await send(AdoptActivities({ year, activities }));
}

const eventsOf = async (year: number) =>
  (await db.store.readStream(recordOf(association), fiscalYearStream(year))) as Recorded<FiscalYearEvent>[];

/** Unbroken numbers, each correction once, nothing booked in a month while it is locked, and debit as credit. */
function expectSound(events: readonly FiscalYearEvent[]): void {
  let locked = 0;
  let number = 0;
  const corrected = new Set<string>();
  for (const event of events) {
    if (event.type === 'PeriodsLocked') locked = event.data.through;
    if (!('voucher' in event.data)) continue;
    const { voucher } = event.data;
    expect(voucher.number).toBe(++number);
    expect(Number(voucher.date.slice(5, 7))).toBeGreaterThan(locked);
    expect(sumOre(voucher.rows.map(({ amountOre }) => amountOre))).toBe(0);
    if (event.type !== 'VoucherCorrected') continue;
    expect(corrected.has(event.data.corrects)).toBe(false);
    corrected.add(event.data.corrects);
  }
  expect(sumOre(fold(fiscalYearDecider, events).balances.values())).toBe(0);
}

it('keeps sound books through 200 interleavings of users who book, correct and lock', async () => {
  let year = 1989;
  const met = new Map<string, number>();
  const act = fc.record({
    what: fc.constantFrom('book', 'book', 'correct', 'lock'),
    which: fc.nat(5),
    month: fc.integer({ min: 1, max: 11 }),
  });
  const users = fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), users, async (scheduler, programs) => {
      const own = ++year;
      await begin(own);
      for (let n = 0; n < 3; n++) await send(BookCost(inYear(own, `voucher-start-${n}`)));
      const acts = programs.flatMap(
        (program, user) =>
          scheduler.scheduleSequence(
            program.map(({ what, which, month }, step) => async () => {
              const id = `voucher-${user}-${step}`;
              const command =
                what === 'book'
                  ? BookCost(inYear(own, id, month))
                  : what === 'correct'
                    ? correction(own, `voucher-start-${which % 3}`, id)
                    : LockPeriods({ year: own, through: month, reason: 'Klart', decision });
              const outcome = await send(command, user % 2);
              met.set(outcome, (met.get(outcome) ?? 0) + 1);
            }),
          ).task,
      );
      await Promise.all([scheduler.waitAll(), ...acts]);
      expectSound(await eventsOf(own));
    }),
    { numRuns: 200, endOnFailure: true },
  );
  for (const outcome of ['done', 'ledger/already-corrected', 'ledger/period-locked']) {
    expect([outcome, met.get(outcome)]).toEqual([outcome, expect.any(Number)]);
  }
});

it('books 500 vouchers at once, and takes each back once though it is asked twice', async () => {
  const year = 2195;
  await begin(year);
  const ids = Array.from({ length: 500 }, (_, n) => `voucher-${n}`);
  const booked = await Promise.all(ids.map((id) => send(BookCost(inYear(year, id)))));
  expect(new Set(booked)).toEqual(new Set(['done']));
  const reversals = await Promise.all(
    ids.flatMap((id) => ['x', 'y'].map((which) => send(correction(year, id, `back-${which}-${id}`)))),
  );
  const of = (outcome: string) => reversals.filter((one) => one === outcome).length;
  expect([of('done'), of('ledger/already-corrected')]).toEqual([500, 500]);
  const events = await eventsOf(year);
  expectSound(events);
  expect([...fold(fiscalYearDecider, events).balances.values()].every((amount) => amount === 0)).toBe(true);
});

it('lets nothing slip into a month that is locked while 200 are booking in it', async () => {
  const year = 2196;
  await begin(year);
  const bookings = Array.from({ length: 200 }, (_, n) => send(BookCost(inYear(year, `voucher-${n}`))));
  const lock = send(LockPeriods({ year, through: 3, reason: 'Klart', decision }), 1);
  const outcomes = await Promise.all(bookings);
  expect(await lock).toBe('done');
  const late = await Promise.all(
    Array.from({ length: 20 }, (_, n) => send(BookCost(inYear(year, `voucher-late-${n}`)))),
  );
  expect(new Set(late)).toEqual(new Set(['ledger/period-locked']));
  const events = await eventsOf(year);
  expectSound(events);
  const told = outcomes.filter((outcome) => outcome === 'done').length;
  expect(events.filter(({ type }) => type === 'CostBooked')).toHaveLength(told);
});
