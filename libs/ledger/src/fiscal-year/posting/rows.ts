// Rows of a voucher from short words: an amount, two accounts, and what it is about.
import { negateOre, type Ore } from '@finsam/kernel';
import type { BookingCommand } from '../commands';
import type { Dimensions, Voucher, VoucherRow } from '../voucher';

export interface Posting {
  readonly account: number;
  readonly against: number;
  readonly activity: string;
  readonly amountOre: Ore;
  readonly dimensions: Dimensions;
  readonly item?: string | undefined;
}

/** The result row carries the dimensions; the balance row the item, if it opens or settles one. */
export function rowsOf(posting: Posting, onAccount: Ore, onAgainst: Ore, aside: Dimensions = {}): VoucherRow[] {
  const { account, against, activity, dimensions, item } = posting;
  return [
    { account, amountOre: onAccount, dimensions: { ...dimensions, activity } },
    { account: against, amountOre: onAgainst, dimensions: { ...(item !== undefined && { item }), ...aside } },
  ];
}

/** Income is credited, the bank or claim debited. */
export function incomeRows(posting: Posting, aside: Dimensions = {}): VoucherRow[] {
  return rowsOf(posting, negateOre(posting.amountOre), posting.amountOre, aside);
}

/** Cost is debited, the bank or debt credited. */
export function costRows(posting: Posting): VoucherRow[] {
  return rowsOf(posting, posting.amountOre, negateOre(posting.amountOre));
}

/** Of a member: the income row says whose it is, and so does the claim. */
export function ofMember<P extends Posting>(posting: P, memberId: string): P {
  return { ...posting, dimensions: { ...posting.dimensions, member: memberId } };
}

export function voucherOf(header: BookingCommand['data'], number: number, rows: VoucherRow[]): Voucher {
  const { voucherId, series, date, text, document, counterparty } = header;
  return {
    voucherId,
    series,
    number,
    date,
    text,
    ...(document !== undefined && { document }),
    ...(counterparty !== undefined && { counterparty }),
    rows,
  };
}

/** What an item is called that nobody named: after the voucher that opens it. */
export function itemOf(
  { year, series, item }: { year: number; series: string; item?: string | undefined },
  number: number,
) {
  return item ?? `${series.toLowerCase()}${number}-${year}`;
}
