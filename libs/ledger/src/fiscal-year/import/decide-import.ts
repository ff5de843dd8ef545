// A file is taken over whole or not at all: what is new in it is booked, what is odd about it is told.
import { addTo, monthOf, type Ore, ORE_LIMIT } from '@finsam/kernel';
import { type FindingCode, Findings } from '../../sie/findings';
import type { DataOf } from '../commands';
import { refuseClosed } from '../decide/year';
import { type FiscalYear, MOVED_MAX } from '../fiscal-year';
import type { FiscalYearEvent } from '../fiscal-year.events';
import type { ImportedVoucher } from '../imported-voucher';
import { refuse } from '../refusals';
import { chunksOf } from './chunks';
import { accountDifferences, findDeviations, monthlyDifferences, sumByAccount } from './differences';
import { asOpening, monthlyKey } from './import-memory';
import type { MonthlyAmount } from './import.events';
import type { PreparedFile } from './prepared-file';
import { findGaps, findMissing, type SortedVouchers, sortVouchers } from './sort-vouchers';

type Import = DataOf<'ImportSie'>;

export function importSie(data: Import, state: FiscalYear): FiscalYearEvent[] {
  const { year, importId, sha256, facts: file } = data;
  const earlier = state.imports.files.get(sha256);
  if (earlier === importId) return [];
  if (state.books === 'own') throw refuse('ledger/not-imported-books', { year });
  if (earlier !== undefined) throw refuse('ledger/file-known', { importId: earlier });
  refuseClosed(state, year);
  refuseOtherKind(file, state, year);
  const findings = new Findings(file.findings);
  const sorted = sortVouchers(file.vouchers, state.imports, state.imported);
  const opening = openingChanges(file, state);
  const movements = isBalances(file) ? monthlyDifferences(file.movements, state.imports.movements) : [];
  refuseLocked({ booked: sorted.booked, opening, movements }, state);
  const rows = [...sorted.booked.flatMap((voucher) => voucher.rows), ...opening, ...movements];
  refuseTooMuch(rows, state, year);
  tellOddities(file, state, sorted, findings);
  findDeviations(file, booksAfter(state, rows), findings);
  const told = tellAccounts(file, state, findings);
  return [
    imported(data, sorted, findings),
    ...told,
    ...(opening.length > 0
      ? [{ type: 'OpeningBalancesImported' as const, data: { year, importId, changes: opening } }]
      : []),
    ...[...chunksOf(sorted.booked)].map((vouchers): FiscalYearEvent => ({
      type: 'VouchersImported',
      data: { year, importId, vouchers },
    })),
    ...[...chunksOf(sorted.news)].map((conflicts): FiscalYearEvent => ({
      type: 'ImportConflictsFound',
      data: { year, importId, conflicts },
    })),
    ...[...chunksOf(sorted.withdrawn)].map((vouchers): FiscalYearEvent => ({
      type: 'ImportConflictsWithdrawn',
      data: { year, importId, vouchers },
    })),
    ...[...chunksOf(movements)].map((changes): FiscalYearEvent => ({
      type: 'BalancesImported',
      data: { year, importId, changes },
    })),
    ...budgetEvents(data, state),
    ...comparativeEvents(data, state),
  ];
}

const isBalances = ({ sieType }: PreparedFile) => !sieType.startsWith('4');

function refuseOtherKind(file: PreparedFile, { imports }: FiscalYear, year: number): void {
  const kind = isBalances(file) ? 'balances' : 'vouchers';
  if (imports.takes === undefined || imports.takes === kind) return;
  throw refuse(kind === 'balances' ? 'ledger/takes-vouchers' : 'ledger/takes-balances', { year });
}

/** A file without #IB says nothing of what the year began with. */
function openingChanges({ opening }: PreparedFile, state: FiscalYear) {
  if (!opening) return [];
  return accountDifferences(opening, sumByAccount(state.opening?.balances ?? []));
}

/** A locked period takes no posting, wherever it comes from: it is unlocked by decision, or the file waits. */
function refuseLocked(
  news: {
    readonly booked: readonly ImportedVoucher[];
    readonly opening: readonly { readonly account: number }[];
    readonly movements: readonly MonthlyAmount[];
  },
  { lockedThrough }: FiscalYear,
): void {
  if (lockedThrough === 0) return;
  const refused = [
    ...news.opening.map(({ account }) => `ingående balans ${account}`),
    ...news.movements.filter(({ month }) => month <= lockedThrough).map(({ account, month }) => `${account}/${month}`),
    ...news.booked
      .filter(({ date }) => monthOf(date) <= lockedThrough)
      .map(({ series, number }) => `${series} ${number}`.trim()),
  ];
  if (refused.length === 0) return;
  const list = refused.slice(0, 20).join(', ') + (refused.length > 20 ? ' …' : '');
  throw refuse('ledger/import-in-locked-period', { count: refused.length, month: lockedThrough, list });
}

function refuseTooMuch(rows: readonly { readonly amountOre: Ore }[], { movedOre }: FiscalYear, year: number): void {
  let moved = movedOre;
  for (const { amountOre } of rows) {
    moved += Math.abs(amountOre);
    if (Math.abs(amountOre) > ORE_LIMIT || moved > MOVED_MAX) throw refuse('ledger/too-large', { year });
  }
}

function tellOddities(file: PreparedFile, state: FiscalYear, sorted: SortedVouchers, findings: Findings): void {
  if (file.sieType === '4E') findMissing(file.vouchers, state.imports, state.imported, findings);
  const numbers = [
    ...state.imports.numbers.keys(),
    ...sorted.booked.map(({ series, number }) => `${series} ${number}`),
  ];
  findGaps(numbers, findings);
}

function booksAfter(
  { balances }: FiscalYear,
  rows: readonly { readonly account: number; readonly amountOre: Ore }[],
): Map<number, Ore> {
  const books = new Map(balances);
  for (const { account, amountOre } of rows) addTo(books, account, amountOre);
  return books;
}

/** Accounts and activities that the year does not have are taken over with the file; no layout knows them yet. */
function tellAccounts(file: PreparedFile, state: FiscalYear, findings: Findings): FiscalYearEvent[] {
  const year = state.year!;
  const declared = new Map(file.accounts.map(({ account, name }) => [account, name]));
  const tell = (code: FindingCode, account: number) => findings.add(code, null, String(account));
  for (const account of usedAccounts(file)) {
    if (declared.has(account) || state.accounts.has(account)) continue;
    declared.set(account, `Konto ${account}`);
    tell('account-not-declared', account);
  }
  const accounts = [...declared]
    .filter(([account]) => !state.accounts.has(account))
    .map(([account, name]) => ({ account, name }));
  for (const { account } of accounts) tell('unmapped-account', account);
  const activities = file.activities.filter(({ activity }) => !state.activities.has(activity));
  return [
    ...[...chunksOf(accounts)].map((list): FiscalYearEvent => ({
      type: 'AccountsAdopted',
      data: { year, accounts: list },
    })),
    ...[...chunksOf(activities)].map((list): FiscalYearEvent => ({
      type: 'ActivitiesAdopted',
      data: { year, activities: list },
    })),
  ];
}

function usedAccounts({ vouchers, opening = [], movements, budget }: PreparedFile): Set<number> {
  const used = new Set([...opening, ...movements, ...budget].map(({ account }) => account));
  for (const { rows } of vouchers) for (const { account } of rows) used.add(account);
  return used;
}

/** Made last: whatever has been found is told in it. */
function imported({ year, importId, sha256, facts: file }: Import, sorted: SortedVouchers, findings: Findings) {
  const { bytes, sieType, charset, program, generatedOn, through, skipped } = file;
  return {
    type: 'SieImported' as const,
    data: {
      year,
      importId,
      sha256,
      bytes,
      sieType,
      charset,
      program,
      ...(generatedOn && { generatedOn }),
      ...(through && { through }),
      vouchers: { booked: sorted.booked.length, known: sorted.known, conflicts: sorted.conflicts },
      findings: findings.summary().map(({ code, count, examples }) => ({
        code,
        count,
        examples: examples.map(({ line, what }) => ({ line, what })),
      })),
      skipped: [...skipped],
    },
  };
}

function budgetEvents({ year, importId, facts }: Import, { imports }: FiscalYear): FiscalYearEvent[] {
  if (facts.budget.length === 0) return [];
  const changes = monthlyDifferences(facts.budget, imports.budget);
  return [...chunksOf(changes)].map((list) => ({
    type: 'BudgetBalancesImported',
    data: { year, importId, changes: list },
  }));
}

function comparativeEvents({ year, importId, facts }: Import, { imports }: FiscalYear): FiscalYearEvent[] {
  const { opening, movements } = facts.before;
  if (opening.length + movements.length === 0) return [];
  const told = [...opening.map(asOpening), ...movements];
  // A file that says nothing of an account of the year before leaves it as it was.
  const keys = new Set(told.map(monthlyKey));
  const changes = monthlyDifferences(told, new Map([...imports.comparatives].filter(([key]) => keys.has(key))));
  return [...chunksOf(changes)].map((list) => ({
    type: 'ComparativesImported',
    data: {
      year,
      importId,
      of: year - 1,
      opening: list.filter(({ month }) => month === 0).map(({ account, amountOre }) => ({ account, amountOre })),
      movements: list.filter(({ month }) => month > 0),
    },
  }));
}
