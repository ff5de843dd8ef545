// What a fiscal year remembers in order to decide: its chart, its balances, its numbers and its vouchers.
import { actorOf, addOre, addTo, type DecisionRef, type Ore, ORE_LIMIT } from '@finsam/kernel';
import type { InUse, OpeningBalance } from './chart';
import type { ClassifiedRow, FiscalYearEvent, PostingEvent, VoucherCorrected } from './fiscal-year.events';
import { type ImportMemory, noImports, remember, rememberVouchers } from './import/import-memory';
import type { ImportedVoucher } from './imported-voucher';
import { moveItem, type OpenItem } from './open-item';
import { counterRows, type Dimensions, type Voucher, type VoucherRow } from './voucher';

/** Debited and credited in a whole year: half of it is what one amount may be, so no balance or result is more. */
export const MOVED_MAX = 2 * ORE_LIMIT;

export interface BookedVoucher {
  readonly voucher: Voucher;
  /** The command that made it, to tell its repeat from another voucher under the same id. */
  readonly event: PostingEvent;
  /** Opaque id of who booked it. */
  readonly bookedBy: string | undefined;
  attested: boolean;
  correctedBy: string | undefined;
}

export interface FiscalYear {
  year: number | undefined;
  books: 'own' | 'imported';
  /** The decision that closed it. */
  closed: DecisionRef | undefined;
  /** Typed in once, or carried forward: preliminary until the year before is closed. */
  opening:
    { readonly kind: 'typed' | 'preliminary' | 'final'; readonly balances: readonly OpeningBalance[] } | undefined;
  readonly accounts: Map<number, InUse>;
  readonly activities: Map<string, InUse>;
  /** The codes of every other dimension that has a register. */
  readonly dimensions: Map<string, Map<string, InUse>>;
  readonly balances: Map<number, Ore>;
  readonly items: Map<string, OpenItem>;
  /** Debit and credit together, opening balances included. */
  movedOre: number;
  /** Months up to this one are locked; 0: none. */
  lockedThrough: number;
  readonly gaps: Set<string>;
  /** Last number used in each series. */
  readonly numbers: Map<string, number>;
  readonly vouchers: Map<string, BookedVoucher>;
  /** Earlier years' vouchers that were taken back in this one, by the id of what did it. */
  readonly correctedEarlier: Map<string, string>;
  /** The result account and dimensions of each accrual of this year, by item. */
  readonly accruals: Map<string, VoucherRow>;
  /** Vouchers of another system, with their rows as they are classified now. */
  readonly imported: Map<string, ImportedVoucher>;
  /** The files they came with. */
  readonly imports: ImportMemory;
}

export function unopenedYear(): FiscalYear {
  return {
    year: undefined,
    books: 'own',
    closed: undefined,
    opening: undefined,
    accounts: new Map(),
    activities: new Map(),
    dimensions: new Map(),
    balances: new Map(),
    items: new Map(),
    movedOre: 0,
    lockedThrough: 0,
    gaps: new Set(),
    numbers: new Map(),
    vouchers: new Map(),
    correctedEarlier: new Map(),
    accruals: new Map(),
    imported: new Map(),
    imports: noImports(),
  };
}

export function evolve(state: FiscalYear, event: FiscalYearEvent): FiscalYear {
  switch (event.type) {
    case 'FiscalYearOpened':
      state.year = event.data.year;
      state.books = event.data.books;
      return state;
    case 'AccountsAdopted':
      for (const { account, ...rest } of event.data.accounts) state.accounts.set(account, rest);
      return state;
    case 'ActivitiesAdopted':
      for (const { activity, ...rest } of event.data.activities) state.activities.set(activity, rest);
      return state;
    case 'DimensionAdopted': {
      const known = state.dimensions.get(event.data.dimension) ?? new Map<string, InUse>();
      for (const { code, ...rest } of event.data.codes) known.set(code, rest);
      state.dimensions.set(event.data.dimension, known);
      return state;
    }
    case 'OpeningBalancesSet':
      return begin(state, 'typed', event.data.balances, event.data.balances);
    case 'BalancesCarriedForward':
      return begin(state, event.data.preliminary ? 'preliminary' : 'final', event.data.balances, event.data.changes);
    case 'PeriodsLocked':
      state.lockedThrough = Math.max(state.lockedThrough, event.data.through);
      return state;
    case 'PeriodsUnlocked':
      state.lockedThrough = Math.min(state.lockedThrough, event.data.from - 1);
      return state;
    case 'GapStated':
      state.gaps.add(gapKey(event.data));
      return state;
    case 'VoucherAttested': {
      const voucher = state.vouchers.get(event.data.voucherId);
      if (voucher) voucher.attested = true;
      return state;
    }
    case 'VouchersImported':
      rememberVouchers(state.imports, event.data.vouchers);
      for (const voucher of event.data.vouchers) {
        state.imported.set(voucher.voucherId, voucher);
        moveRows(state, voucher.date, voucher.rows);
      }
      return state;
    case 'ContributionLinked':
      return reclassify(state, event.data.voucherId, [event.data.row]);
    case 'VoucherClassified':
      return reclassify(state, event.data.voucherId, event.data.rows);
    case 'OpeningBalancesImported':
      return begin(state, 'typed', added(state.opening?.balances ?? [], event.data.changes), event.data.changes);
    case 'ImportedVoucherReplaced': {
      const { takenBack, voucher } = event.data;
      moveRows(state, takenBack.date, counterRows(takenBack.rows));
      moveRows(state, voucher.date, voucher.rows);
      // Nothing is left of the old one to be classified.
      state.imported.set(event.data.replaces, { ...state.imported.get(event.data.replaces)!, rows: [] });
      state.imported.set(voucher.voucherId, voucher);
      remember(state.imports, event);
      return state;
    }
    case 'BalancesImported':
      for (const { account, amountOre } of event.data.changes) move(state, account, amountOre);
      remember(state.imports, event);
      return state;
    case 'SieImported':
    case 'ImportConflictsFound':
    case 'ImportConflictsWithdrawn':
    case 'ImportConflictKept':
    case 'BudgetBalancesImported':
    case 'ComparativesImported':
      remember(state.imports, event);
      return state;
    case 'FiscalYearClosed':
      state.closed = event.data.decision;
      return state;
    default:
      return post(state, event);
  }
}

/** Balances with changes in them; those of a claim or debt are left as they are. */
function added(balances: readonly OpeningBalance[], changes: readonly OpeningBalance[]): OpeningBalance[] {
  const changed = new Map(changes.map(({ account, amountOre }) => [account, amountOre]));
  const list = balances.map((balance): OpeningBalance => {
    const change = balance.dimensions === undefined ? changed.get(balance.account) : undefined;
    if (change === undefined) return balance;
    changed.delete(balance.account);
    return { ...balance, amountOre: addOre(balance.amountOre, change) };
  });
  return [...list, ...[...changed].map(([account, amountOre]) => ({ account, amountOre }))];
}

export function gapKey({ asOf, gap, account }: { asOf: string; gap: string; account: number }): string {
  return `${asOf} ${gap} ${account}`;
}

function begin(
  state: FiscalYear,
  kind: 'typed' | 'preliminary' | 'final',
  balances: readonly OpeningBalance[],
  changes: readonly OpeningBalance[],
): FiscalYear {
  state.opening = { kind, balances };
  for (const { account, amountOre, dimensions = {} } of changes) {
    move(state, account, amountOre);
    moveItem(state.items, `${state.year}-01-01`, { account, amountOre, dimensions }, true);
  }
  return state;
}

function post(state: FiscalYear, event: PostingEvent): FiscalYear {
  const { voucher } = event.data;
  moveRows(state, voucher.date, voucher.rows);
  state.numbers.set(voucher.series, voucher.number);
  state.vouchers.set(voucher.voucherId, {
    voucher,
    event: { type: event.type, data: event.data } as PostingEvent,
    bookedBy: actorOf(event),
    attested: false,
    correctedBy: undefined,
  });
  if (event.type === 'VoucherCorrected') noteCorrection(state, event.data);
  if (event.type === 'AccrualBooked') state.accruals.set(event.data.item, voucher.rows[0]!);
  return state;
}

function noteCorrection(state: FiscalYear, data: ReturnType<typeof VoucherCorrected>['data']): void {
  const { corrects, correctsYear, voucher } = data;
  const corrected = state.vouchers.get(corrects);
  if (corrected) corrected.correctedBy = voucher.voucherId;
  else if (correctsYear !== undefined) state.correctedEarlier.set(corrects, voucher.voucherId);
}

function moveRows(state: FiscalYear, date: string, rows: readonly VoucherRow[]): void {
  for (const row of rows) {
    move(state, row.account, row.amountOre);
    moveItem(state.items, date, row);
  }
}

function move(state: FiscalYear, account: number, amountOre: Ore): void {
  state.movedOre += Math.abs(amountOre);
  addTo(state.balances, account, amountOre);
}

/** The rows change what they are about, never their account or amount. */
function reclassify(state: FiscalYear, voucherId: string, changes: readonly ClassifiedRow[]): FiscalYear {
  const voucher = state.imported.get(voucherId)!;
  const now = new Map<number, Dimensions>(changes.map(({ row, is }) => [row, is]));
  const rows = voucher.rows.map((row, index) => ({ ...row, dimensions: now.get(index) ?? row.dimensions }));
  for (const { account, amountOre, was, is } of changes) {
    moveItem(state.items, voucher.date, { account, amountOre: -amountOre as Ore, dimensions: was });
    moveItem(state.items, voucher.date, { account, amountOre, dimensions: is });
  }
  state.imported.set(voucherId, { ...voucher, rows });
  return state;
}
