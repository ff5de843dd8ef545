// Accounts, activities and other codes that may be booked on: named again they change, and nothing is ever removed.
import { type BusinessDate, canonicalJson } from '@finsam/kernel';
import { type InUse, inUseOn } from '../chart';
import type { DataOf } from '../commands';
import type { FiscalYear } from '../fiscal-year';
import type { FiscalYearEvent } from '../fiscal-year.events';
import { refuse } from '../refusals';
import type { VoucherRow } from '../voucher';
import { refuseClosed } from './year';

export function adoptAccounts({ year, accounts }: DataOf<'AdoptAccounts'>, state: FiscalYear): FiscalYearEvent[] {
  refuseClosed(state, year);
  const twice = repeatedAt(accounts.map(({ account }) => account));
  if (twice >= 0) {
    throw refuse('ledger/account-twice', { account: accounts[twice]!.account, pointer: `/accounts/${twice}/account` });
  }
  refuseBackwards(accounts, '/accounts');
  const news = accounts.filter(({ account, ...rest }) => !same(state.accounts.get(account), rest));
  return news.length === 0 ? [] : [{ type: 'AccountsAdopted', data: { year, accounts: news } }];
}

export function adoptActivities({ year, activities }: DataOf<'AdoptActivities'>, state: FiscalYear): FiscalYearEvent[] {
  refuseClosed(state, year);
  const twice = repeatedAt(activities.map(({ activity }) => activity));
  if (twice >= 0) {
    const { activity } = activities[twice]!;
    throw refuse('ledger/activity-twice', { activity, pointer: `/activities/${twice}/activity` });
  }
  refuseBackwards(activities, '/activities');
  const news = activities.filter(({ activity, ...rest }) => !same(state.activities.get(activity), rest));
  return news.length === 0 ? [] : [{ type: 'ActivitiesAdopted', data: { year, activities: news } }];
}

export function adoptDimension(data: DataOf<'AdoptDimension'>, state: FiscalYear): FiscalYearEvent[] {
  const { year, dimension, codes } = data;
  refuseClosed(state, year);
  const twice = repeatedAt(codes.map(({ code }) => code));
  if (twice >= 0) throw refuse('ledger/code-twice', { code: codes[twice]!.code, pointer: `/codes/${twice}/code` });
  refuseBackwards(codes, '/codes');
  const known = state.dimensions.get(dimension);
  const news = codes.filter(({ code, ...rest }) => !same(known?.get(code), rest));
  return news.length === 0 ? [] : [{ type: 'DimensionAdopted', data: { year, dimension, codes: news } }];
}

/** Where the sender wrote a row's account and dimensions. */
export type PointAt = (row: number, field: 'account' | `dimensions/${string}`) => string;

/** Every account, activity, member and code of the rows is there, and in use on that day. Throws `DomainError`. */
export function refuseUnknown(
  rows: readonly VoucherRow[],
  date: BusinessDate,
  state: FiscalYear,
  { members, at }: { readonly members: readonly string[]; readonly at: PointAt },
): void {
  const year = state.year!;
  const named = new Set(members);
  rows.forEach(({ account, dimensions }, index) => {
    const known = state.accounts.get(account);
    const pointer = at(index, 'account');
    if (!known) throw refuse('ledger/unknown-account', { account, year, pointer });
    if (!inUseOn(known, date)) throw refuse('ledger/inactive-account', { account, date, pointer });
    for (const [dimension, code] of Object.entries(dimensions)) {
      refuseUnknownCode(dimension, code, date, state, { named, pointer: at(index, `dimensions/${dimension}`) });
    }
  });
}

function refuseUnknownCode(
  dimension: string,
  code: string,
  date: BusinessDate,
  state: FiscalYear,
  { named, pointer }: { readonly named: ReadonlySet<string>; readonly pointer: string },
): void {
  const year = state.year!;
  if (dimension === 'member') {
    if (!named.has(code)) throw refuse('ledger/unknown-member', { member: code, pointer });
    return;
  }
  if (dimension === 'activity') {
    const activity = state.activities.get(code);
    if (!activity) throw refuse('ledger/unknown-activity', { activity: code, year, pointer });
    if (!inUseOn(activity, date)) throw refuse('ledger/inactive-activity', { activity: code, date, pointer });
    return;
  }
  const register = state.dimensions.get(dimension);
  if (!register) return;
  const known = register.get(code);
  if (!known) throw refuse('ledger/unknown-code', { code, dimension, pointer });
  if (!inUseOn(known, date)) throw refuse('ledger/inactive-code', { code, dimension, date, pointer });
}

/** Index of the first item that stands earlier in the list, too; -1 if none does. */
function repeatedAt(list: readonly unknown[]): number {
  return list.findIndex((item, index) => list.indexOf(item) < index);
}

function refuseBackwards(list: readonly InUse[], pointer: string): void {
  const index = list.findIndex(({ from, to }) => from !== undefined && to !== undefined && to < from);
  if (index >= 0) throw refuse('ledger/ends-before-it-begins', { pointer: `${pointer}/${index}/to` });
}

function same(a: InUse | undefined, b: InUse): boolean {
  return a !== undefined && canonicalJson(a) === canonicalJson(b);
}
