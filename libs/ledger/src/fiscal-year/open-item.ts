// Claims, debts and accruals: what has been opened on a balance account under one name, and is not settled yet.
import { addOre, type Ore, ZERO } from '@finsam/kernel';
import { isBalanceAccount } from './chart';
import type { VoucherRow } from './voucher';

export interface OpenItem {
  readonly account: number;
  readonly item: string;
  /** Of the row that opened it. */
  readonly member: string | undefined;
  readonly since: string;
  /** It came over from an earlier year. */
  readonly carried: boolean;
  /** What is left, debit positive: a claim is more than zero, a debt less. */
  readonly amountOre: Ore;
}

export function itemKey(account: number, item: string): string {
  return `${account} ${item}`;
}

/** A row that names an item opens it or settles some of it. An item of nothing is settled and gone. */
export function moveItem(items: Map<string, OpenItem>, date: string, row: VoucherRow, carried = false): void {
  const { account, amountOre, dimensions } = row;
  const { item, member } = dimensions;
  if (item === undefined || !isBalanceAccount(account)) return;
  const key = itemKey(account, item);
  const known = items.get(key) ?? { account, item, member, since: date, carried, amountOre: ZERO };
  const left = addOre(known.amountOre, amountOre);
  if (left === 0) items.delete(key);
  else items.set(key, { ...known, amountOre: left });
}

/** What a member owes, the oldest claim first. */
export function claimsOn(items: ReadonlyMap<string, OpenItem>, member: string): OpenItem[] {
  const claims = [...items.values()].filter((one) => one.member === member && one.amountOre > 0);
  return claims.sort((a, b) => (a.since === b.since ? 0 : a.since < b.since ? -1 : 1));
}

/** The items of that name, whatever account they stand on. */
export function itemsNamed(items: ReadonlyMap<string, OpenItem>, item: string): OpenItem[] {
  return [...items.values()].filter((one) => one.item === item);
}
