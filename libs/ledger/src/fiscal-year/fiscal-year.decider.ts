// A fiscal year decides what may be booked in it. In own books every voucher balances, is numbered and stands for ever.
import { canonicalJson, type Decider, type Ore, ore, sumOre, yearOf } from '@finsam/kernel';
import { type FiscalYearCommand, fiscalYearCommands } from './commands';
import { evolve, type FiscalYear, isBalanceAccount, MOVED_MAX, unopenedYear } from './fiscal-year';
import { type FiscalYearEvent, fiscalYearEvents } from './fiscal-year.events';
import { postingOf } from './posting';
import { refuse } from './refusals';
import { imbalanceOre } from './voucher';

export function fiscalYearStream(year: number): string {
  return `fiscal-year-${year}`;
}

export const fiscalYearDecider: Decider<FiscalYear, FiscalYearCommand, FiscalYearEvent> = {
  name: 'ledger/fiscal-year',
  commands: fiscalYearCommands,
  events: fiscalYearEvents,
  stream: ({ data }) => fiscalYearStream(data.year),
  initialState: unopenedYear,
  evolve,
  decide,
};

function decide(command: FiscalYearCommand, state: FiscalYear): FiscalYearEvent[] {
  const { year } = command.data;
  if (command.type === 'OpenFiscalYear') return open(command.data, state);
  if (state.year === undefined) throw refuse('ledger/no-such-year', { year });
  switch (command.type) {
    case 'AdoptAccounts':
      return adoptAccounts(command.data, state);
    case 'AdoptActivities':
      return adoptActivities(command.data, state);
    case 'SetOpeningBalances':
      return setOpeningBalances(command.data, state);
    case 'CloseFiscalYear':
      return close(command.data, state);
    default:
      return book(command, state);
  }
}

type DataOf<Type extends FiscalYearCommand['type']> = Extract<FiscalYearCommand, { type: Type }>['data'];
type BookingCommand = Parameters<typeof postingOf>[0];

function open({ year, books }: DataOf<'OpenFiscalYear'>, state: FiscalYear): FiscalYearEvent[] {
  if (state.year === undefined) return [{ type: 'FiscalYearOpened', data: { year, books } }];
  if (state.books === books) return [];
  throw refuse('ledger/year-already-open', { year, books: state.books });
}

function adoptAccounts({ year, accounts }: DataOf<'AdoptAccounts'>, state: FiscalYear): FiscalYearEvent[] {
  refuseClosed(state, year);
  const twice = repeatedAt(accounts.map(({ account }) => account));
  if (twice >= 0) {
    throw refuse('ledger/account-twice', { account: accounts[twice]!.account, pointer: `/accounts/${twice}/account` });
  }
  const news = accounts.filter(({ account, name }) => state.accounts.get(account) !== name);
  return news.length === 0 ? [] : [{ type: 'AccountsAdopted', data: { year, accounts: news } }];
}

function adoptActivities({ year, activities }: DataOf<'AdoptActivities'>, state: FiscalYear): FiscalYearEvent[] {
  refuseClosed(state, year);
  const twice = repeatedAt(activities.map(({ activity }) => activity));
  if (twice >= 0) {
    const { activity } = activities[twice]!;
    throw refuse('ledger/activity-twice', { activity, pointer: `/activities/${twice}/activity` });
  }
  const news = activities.filter(({ activity, name }) => state.activities.get(activity) !== name);
  return news.length === 0 ? [] : [{ type: 'ActivitiesAdopted', data: { year, activities: news } }];
}

function setOpeningBalances({ year, balances }: DataOf<'SetOpeningBalances'>, state: FiscalYear): FiscalYearEvent[] {
  if (state.openingBalances) {
    if (canonicalJson(state.openingBalances) === canonicalJson(balances)) return [];
    throw refuse('ledger/opening-balances-set', { year });
  }
  refuseClosed(state, year);
  const seen = new Set<number>();
  balances.forEach(({ account }, index) => {
    const pointer = `/balances/${index}/account`;
    if (!state.accounts.has(account)) throw refuse('ledger/unknown-account', { account, year, pointer });
    if (!isBalanceAccount(account)) throw refuse('ledger/not-a-balance-account', { account, pointer });
    if (seen.has(account)) throw refuse('ledger/account-twice', { account, pointer });
    seen.add(account);
  });
  refuseTooLarge(balances, state, { year, pointer: '/balances' });
  const differenceOre = imbalanceOre(balances);
  if (differenceOre !== 0) throw refuse('ledger/unbalanced-opening', { differenceOre, pointer: '/balances' });
  return [{ type: 'OpeningBalancesSet', data: { year, balances } }];
}

function close({ year, decision }: DataOf<'CloseFiscalYear'>, state: FiscalYear): FiscalYearEvent[] {
  if (state.closed && canonicalJson(state.closed) === canonicalJson(decision)) return [];
  refuseClosed(state, year);
  const accounts = [...state.balances].sort(([a], [b]) => a - b);
  const closingBalances = accounts
    .filter(([account, amountOre]) => isBalanceAccount(account) && amountOre !== 0)
    .map(([account, amountOre]) => ({ account, amountOre }));
  // Income is credit, so the year's surplus is the result accounts' sum with its sign turned.
  const resultOre = ore(
    -sumOre(accounts.filter(([account]) => !isBalanceAccount(account)).map(([, amount]) => amount)),
  );
  return [{ type: 'FiscalYearClosed', data: { year, resultOre, closingBalances, decision } }];
}

function book(command: BookingCommand, state: FiscalYear): FiscalYearEvent[] {
  const { year, voucherId, date, facts } = command.data;
  const known = state.vouchers.get(voucherId);
  const number = known?.voucher.number ?? (state.numbers.get(command.data.series) ?? 0) + 1;
  const event = postingOf(command, number, state);
  if (known) {
    if (canonicalJson(known.event) === canonicalJson(event)) return [];
    throw refuse('ledger/voucher-id-taken', { pointer: '/voucherId' });
  }
  refuseClosed(state, year);
  if (state.books === 'imported') throw refuse('ledger/imported-books', { year });
  if (yearOf(date) !== year) throw refuse('ledger/date-outside-year', { date, year, pointer: '/date' });
  refuseUnknown(command, event.data.voucher.rows, state, new Set(facts.members));
  const amounts = 'rows' in command.data ? '/rows' : 'amountOre' in command.data ? '/amountOre' : '/corrects';
  refuseTooLarge(event.data.voucher.rows, state, { year, pointer: amounts });
  const differenceOre = imbalanceOre(event.data.voucher.rows);
  if (differenceOre !== 0) throw refuse('ledger/unbalanced-voucher', { differenceOre, pointer: '/rows' });
  return [event];
}

function refuseUnknown(
  command: BookingCommand,
  rows: readonly { account: number; dimensions: Readonly<Record<string, string>> }[],
  state: FiscalYear,
  members: ReadonlySet<string>,
): void {
  const { year } = command.data;
  rows.forEach(({ account, dimensions: { activity, member } }, index) => {
    // In a short command the rows are ours; point at the field the sender wrote.
    const at = (row: string, field: string) => (command.type === 'BookVoucher' ? `/rows/${index}/${row}` : field);
    const field = 'account' in command.data && command.data.account === account ? '/account' : '/against';
    if (!state.accounts.has(account))
      throw refuse('ledger/unknown-account', { account, year, pointer: at('account', field) });
    if (activity !== undefined && !state.activities.has(activity)) {
      throw refuse('ledger/unknown-activity', { activity, year, pointer: at('dimensions/activity', '/activity') });
    }
    if (member !== undefined && !members.has(member)) {
      const named = 'memberId' in command.data ? '/memberId' : '/dimensions/member';
      throw refuse('ledger/unknown-member', { member, pointer: at('dimensions/member', named) });
    }
  });
}

/** Before anything is summed: sums of what a year can hold are exact, and no larger than one amount may be. */
function refuseTooLarge(
  rows: readonly { amountOre: Ore }[],
  state: FiscalYear,
  details: { year: number; pointer: string },
): void {
  const movedOre = rows.reduce((sum, { amountOre }) => sum + Math.abs(amountOre), state.movedOre);
  if (movedOre > MOVED_MAX) throw refuse('ledger/too-large', details);
}

/** Index of the first item that stands earlier in the list, too; -1 if none does. */
function repeatedAt(list: readonly unknown[]): number {
  return list.findIndex((item, index) => list.indexOf(item) < index);
}

function refuseClosed(state: FiscalYear, year: number): void {
  if (state.closed) throw refuse('ledger/year-closed', { year });
}
