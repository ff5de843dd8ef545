// The general ledger (huvudbok): one account's rows in the order of their days, with what stood on it after each; and
// the rows behind any sum, so that a figure in a report leads back to its vouchers.
import { type BusinessDate, ore, type Ore } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { sql } from 'kysely';
import { ledgerEntries } from './ledger-entry.projection';
import { vouchers } from './voucher.projection';

export interface LedgerLine {
  readonly date: BusinessDate;
  readonly account: number;
  readonly amountOre: Ore;
  readonly dimensions: Readonly<Record<string, string>>;
  /** Null for an opening balance. */
  readonly voucherId: string | null;
  readonly series: string | null;
  readonly number: number | null;
  readonly text: string | null;
}

/** What a statement's row selects by; all that are given must hold. */
export interface Among {
  readonly accounts: readonly (readonly [from: number, to: number])[];
  readonly activities?: readonly string[] | undefined;
  readonly members?: readonly string[] | undefined;
  readonly dimensions?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** All that are given must hold. */
export interface LedgerSelection {
  /** Undefined: of any year, as a period may span two. */
  readonly year?: number | undefined;
  readonly account?: number | undefined;
  readonly activity?: string | undefined;
  readonly member?: string | undefined;
  readonly item?: string | undefined;
  /** Of several: an account in any of the ranges, any of the activities, any of the members. */
  readonly among?: Among | undefined;
  readonly from?: BusinessDate | undefined;
  readonly to?: BusinessDate | undefined;
  /** Opening balances, too, or nothing else. */
  readonly opening: boolean | 'only';
  /** So many lines are passed over. */
  readonly after: number;
  /** 1–500. */
  readonly limit: number;
}

export async function ledgerLines(
  view: View,
  selection: LedgerSelection,
): Promise<{ lines: LedgerLine[]; next: number | null }> {
  const { after, limit } = selection;
  const rows = await selected(view, selection)
    .select(['entry_date', 'account', 'amount_ore', 'dimensions', 'voucher_id'])
    .orderBy('entry_date')
    .orderBy(sql`opening desc`)
    .orderBy('since')
    .orderBy(sql`ordinal`)
    .offset(after)
    .limit(limit)
    .execute();
  const heads = await vouchersById(
    view,
    rows.map(({ voucher_id }) => voucher_id),
  );
  const lines = rows.map(({ entry_date, account, amount_ore, dimensions, voucher_id }): LedgerLine => {
    const head = voucher_id === null ? undefined : heads.get(voucher_id);
    return {
      date: entry_date,
      account,
      amountOre: ore(amount_ore),
      dimensions,
      voucherId: voucher_id,
      series: head?.series ?? null,
      number: head?.number ?? null,
      text: head?.text ?? null,
    };
  });
  return { lines, next: rows.length === limit ? after + limit : null };
}

/** What the selected rows before the page come to: the balance that its first row starts from. */
export async function broughtForward(view: View, selection: LedgerSelection): Promise<Ore> {
  const { account, from, after } = selection;
  const earlier = account === undefined || from === undefined ? 0 : await before(view, selection, from);
  const passed = await selected(view, selection)
    .select(['amount_ore'])
    .orderBy('entry_date')
    .orderBy(sql`opening desc`)
    .orderBy('since')
    .orderBy(sql`ordinal`)
    .limit(after)
    .execute();
  return ore(passed.reduce((sum, { amount_ore }) => sum + amount_ore, earlier));
}

/** Rows of the same selection, opening balances among them, that lie before its first day. */
async function before(view: View, selection: LedgerSelection, from: BusinessDate): Promise<number> {
  const [all] = await selected(view, { ...selection, from: undefined, to: undefined, opening: true })
    .select(sql<number>`coalesce(sum(amount_ore), 0)::bigint`.as('sum'))
    .where(sql<boolean>`entry_date < ${from}`)
    .execute();
  return all!.sum;
}

/** The entries that a selection is about. */
export function selected(
  view: View,
  { year, account, activity, member, item, among, from, to, opening }: Omit<LedgerSelection, 'after' | 'limit'>,
) {
  return view
    .from(ledgerEntries)
    .$if(year !== undefined, (query) => query.where('fiscal_year', '=', year!))
    .$if(among !== undefined, (query) => query.where(within(among!)))
    .$if(account !== undefined, (query) => query.where('account', '=', account!))
    .$if(activity !== undefined, (query) => query.where('activity', '=', activity!))
    .$if(member !== undefined, (query) => query.where('member', '=', member!))
    .$if(item !== undefined, (query) => query.where('item', '=', item!))
    .$if(from !== undefined, (query) => query.where('entry_date', '>=', from!))
    .$if(to !== undefined, (query) => query.where('entry_date', '<=', to!))
    .$if(opening === false, (query) => query.where(sql<boolean>`not opening`))
    .$if(opening === 'only', (query) => query.where(sql<boolean>`opening`));
}

function within({ accounts, activities, members, dimensions = {} }: Among) {
  const ranges = accounts.map(([from, to]) => sql`account between ${from} and ${to}`);
  const conditions = [
    sql`(${sql.join(ranges, sql` or `)})`,
    ...(activities ? [sql`activity = any(${activities})`] : []),
    ...(members ? [sql`member = any(${members})`] : []),
    ...Object.entries(dimensions).map(([code, values]) => sql`dimensions->>${sql.lit(code)} = any(${values})`),
  ];
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** What is told of vouchers beside their rows. */
export async function vouchersById(view: View, all: readonly (string | null)[]) {
  const ids = [...new Set(all.filter((id) => id !== null))];
  const rows = await view
    .from(vouchers)
    .select(['voucher_id', 'series', 'number', 'text', 'corrects'])
    .where(sql<boolean>`voucher_id = any(${ids})`)
    .execute();
  return new Map(rows.map((row) => [row.voucher_id, row]));
}
