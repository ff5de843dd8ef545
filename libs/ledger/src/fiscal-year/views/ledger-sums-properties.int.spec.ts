import { type AssociationId, dateOf, ore } from '@finsam/kernel';
import { GroupRunner, recordOf, type View, withView } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import * as fc from 'fast-check';
import { ledgerDeciders, ledgerGroup } from '../../room';
import { bank, cost, debts, row } from '../../testing';
import { type FiscalYearEvent, FiscalYearOpened, OpeningBalancesSet, VoucherBooked } from '../fiscal-year.events';
import { ledgerEntries, type LedgerEntryRow } from './ledger-entry.projection';
import { ledgerBalances, ledgerFlows, monthlySums, openingBalances } from './ledger-sums';
import type { LedgerSum } from './summed-by';

jest.setTimeout(120_000);

/** More than a block of the log, so that sums are carried from one to the next. */
const EVENTS = 2_400;
const catalogue = ledgerDeciders.flatMap(({ events }) => events);

let db: TestDatabase;
let association: AssociationId;
let appended = 0;

const code = (...codes: string[]) => fc.constantFrom(undefined, ...codes);
const dimensions = fc
  .record({
    activity: code('kansli', 'stegen'),
    member: code('vasterby'),
    project: code('esf', 'annat'),
    item: code('a1', 'a2', 'a3'),
    constructor: code('x'),
  })
  .map(
    (of) => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as Record<string, string>,
  );
const date = fc
  .record({
    year: fc.constantFrom(2023, 2024),
    month: fc.integer({ min: 1, max: 12 }),
    on: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ year, month, on }) => dateOf(year, month, on));
const voucher = fc
  .record({ date, account: fc.constantFrom(cost, debts), amount: fc.constantFrom(-5, 1, 5, 12_345), dimensions })
  .map(({ date: on, account, amount, dimensions: of }) => {
    const rows = [row(account, amount, of), row(bank, -amount)];
    const id = `voucher-${++appended}`;
    return VoucherBooked({
      year: Number(on.slice(0, 4)),
      voucher: { voucherId: id, series: 'A', number: appended, date: on, text: '', rows },
    } as never);
  });

beforeAll(async () => {
  db = await testDatabase([ledgerGroup]);
  association = await db.register('summor');
  const opening = [2023, 2024].flatMap((year) => [
    FiscalYearOpened({ year, books: 'own' }),
    OpeningBalancesSet({
      year,
      balances: [
        { account: bank, amountOre: ore(900), dimensions: { project: 'esf' } },
        { account: debts, amountOre: ore(-900), dimensions: { item: 'a1' } },
      ],
    } as never),
  ]);
  await append([...opening, ...fc.sample(voucher, { numRuns: EVENTS - 4, seed: 5 })]);
  const outcome = await new GroupRunner(db.databases, catalogue, { batchSize: 700 }).catchUp(association, ledgerGroup);
  expect(outcome).toMatchObject({ kind: 'moved', position: EVENTS });
});
afterAll(() => db.close());

async function append(events: readonly FiscalYearEvent[]): Promise<void> {
  const stored = events.map(({ type, data }, index) => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    type,
    schemaVersion: catalogue.find((known) => known.type === type)!.version,
    data: JSON.stringify(data),
    meta: { commandId: `c${index}`, commandHash: 'h', ordinal: 0, actor: 'a', correlationId: 'c' },
  }));
  await db.store.append(recordOf(association), 'stream', -1, stored);
}

const entriesOf = (view: View) => view.from(ledgerEntries).selectAll().execute();

/** The straightforward sum of the entries that hold at the view's position. */
function plain(entries: readonly LedgerEntryRow[], by: readonly string[]): LedgerSum[] {
  const sums = new Map<string, LedgerSum>();
  for (const { account, activity, member, dimensions: of, amount_ore } of entries) {
    const named = Object.fromEntries(by.flatMap((one) => (Object.hasOwn(of, one) ? [[one, of[one]!]] : [])));
    const key = JSON.stringify([account, activity, member, named]);
    const amountOre = ore((sums.get(key)?.amountOre ?? 0) + amount_ore);
    sums.set(key, { account, activity, member, ...(by.length > 0 && { dimensions: named }), amountOre });
  }
  return inOrder([...sums.values()]);
}

const inOrder = (sums: readonly LedgerSum[]) =>
  [...sums].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const bySets = [[], ['project'], ['constructor', 'project'], ['item'], ['member', 'project'], ['okand']];

it('is the sum of the entries for any days, dimensions and position, over blocks of the log', async () => {
  await fc.assert(
    fc.asyncProperty(
      date,
      date,
      fc.constantFrom(...bySets),
      fc.constantFrom(0, 1, 700, 1_024, 2_047, 2_048, 2_049, 2_300, EVENTS - 1, EVENTS),
      async (one, other, by, at) => {
        const days = one < other ? { from: one, to: other } : { from: other, to: one };
        await withView(db.databases.association(association), [ledgerGroup], { at }, async (view) => {
          const entries = await entriesOf(view);
          const within = ({ opening, entry_date }: LedgerEntryRow) =>
            !opening && days.from <= entry_date && entry_date <= days.to;
          expect(inOrder(await ledgerFlows(view, days, by))).toEqual(plain(entries.filter(within), by));
          const year = Number(days.to.slice(0, 4));
          const ofYear = entries.filter(({ fiscal_year }) => fiscal_year === year);
          const standing = ofYear.filter(({ entry_date }) => entry_date <= days.to);
          expect(inOrder(await ledgerBalances(view, days, by))).toEqual(plain(standing, by));
          const first = ofYear.filter(({ opening }) => opening);
          expect(inOrder(await openingBalances(view, year, by))).toEqual(plain(first, by));
          for (const { month, ...sum } of await monthlySums(view, year)) {
            const inMonth = ofYear.filter(
              ({ opening, entry_date }) => !opening && Number(entry_date.slice(5, 7)) === month,
            );
            expect(plain(inMonth, [])).toContainEqual(sum);
          }
        });
      },
    ),
    { numRuns: 60 },
  );
});

it('looks at the entries where dimensions are more than the sums tell apart', async () => {
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`kod-${n}`, 'x'.repeat(40)]));
  const other = await db.register('manga');
  const rows = [row(cost, 7, { ...many, project: 'esf' }), row(bank, -7)];
  const booked = VoucherBooked({
    year: 2024,
    voucher: { voucherId: 'voucher-1', series: 'A', number: 1, date: dateOf(2024, 3, 5), text: '', rows },
  } as never);
  const before = association;
  association = other;
  await append([booked]);
  association = before;
  await new GroupRunner(db.databases, catalogue).catchUp(other, ledgerGroup);
  await withView(db.databases.association(other), [ledgerGroup], {}, async (view) => {
    const entries = await entriesOf(view);
    for (const by of [[], ['project'], ['kod-39']])
      for (const to of [dateOf(2024, 3, 31), dateOf(2024, 3, 5)]) {
        const days = { from: dateOf(2024, 3, 1), to };
        expect(inOrder(await ledgerFlows(view, days, by))).toEqual(plain(entries, by));
      }
  });
});
