// Every row of every voucher, and the opening balances, as additive facts: what all statements are summed from.
import {
  type BusinessDate,
  dateOf,
  type EventsOf,
  type FactProjection,
  fiscalYearOf,
  ore,
  type Ore,
  type Period,
  type Recorded,
} from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { sql } from 'kysely';
import { OpeningBalancesSet, type PostingEvent, postingEvents } from './fiscal-year.events';

export type LedgerEntryRow = {
  fiscal_year: number;
  entry_date: BusinessDate;
  opening: boolean;
  account: number;
  amount_ore: Ore;
  activity: string | null;
  member: string | null;
  dimensions: Readonly<Record<string, string>>;
  voucher_id: string | null;
};

type EntryEvent = PostingEvent | EventsOf<readonly [typeof OpeningBalancesSet]>;

export const ledgerEntries: FactProjection<EntryEvent, LedgerEntryRow> = {
  kind: 'facts',
  table: {
    name: 'ledger_entry_v1',
    columns: {
      fiscal_year: 'integer',
      entry_date: 'date',
      opening: 'boolean',
      account: 'integer',
      amount_ore: 'bigint',
      activity: 'text',
      member: 'text',
      dimensions: 'json',
      voucher_id: 'text',
    },
    nullable: ['activity', 'member', 'voucher_id'],
    indexes: [['fiscal_year', 'entry_date'], ['voucher_id']],
  },
  events: [OpeningBalancesSet, ...postingEvents],
  facts: (event) => (event.type === 'OpeningBalancesSet' ? openingRows(event) : postingRows(event)),
};

function openingRows({ data }: Recorded<EventsOf<readonly [typeof OpeningBalancesSet]>>): LedgerEntryRow[] {
  return data.balances.map(({ account, amountOre }) => ({
    fiscal_year: data.year,
    entry_date: dateOf(data.year, 1, 1),
    opening: true,
    account,
    amount_ore: amountOre,
    activity: null,
    member: null,
    dimensions: {},
    voucher_id: null,
  }));
}

function postingRows({ data }: Recorded<PostingEvent>): LedgerEntryRow[] {
  return data.voucher.rows.map(({ account, amountOre, dimensions }) => ({
    fiscal_year: data.year,
    entry_date: data.voucher.date,
    opening: false,
    account,
    amount_ore: amountOre,
    activity: dimensions['activity'] ?? null,
    member: dimensions['member'] ?? null,
    dimensions,
    voucher_id: data.voucher.voucherId,
  }));
}

/** A sum of entries that agree in what statements select by. Debit positive. */
export interface LedgerSum {
  readonly account: number;
  readonly activity: string | null;
  readonly member: string | null;
  readonly amountOre: Ore;
}

/** What was booked from the period's first day to its last, without opening balances. */
export function ledgerFlows(view: View, period: Period): Promise<LedgerSum[]> {
  return sums(view, sql<boolean>`not opening and entry_date between ${period.from} and ${period.to}`);
}

/** The balance at the end of a day, within that day's fiscal year: its opening balances and what was booked since. */
export function ledgerBalances(view: View, period: Pick<Period, 'to'>): Promise<LedgerSum[]> {
  const year = fiscalYearOf(period as Period);
  return sums(view, sql<boolean>`fiscal_year = ${year} and entry_date <= ${period.to}`);
}

/** The balances that a fiscal year started from. */
export function openingBalances(view: View, year: number): Promise<LedgerSum[]> {
  return sums(view, sql<boolean>`opening and fiscal_year = ${year}`);
}

async function sums(view: View, where: ReturnType<typeof sql<boolean>>): Promise<LedgerSum[]> {
  const rows = await view
    .from(ledgerEntries)
    .select(['account', 'activity', 'member', sql<number>`sum(amount_ore)::bigint`.as('amount')])
    .where(where)
    .groupBy(['account', 'activity', 'member'])
    .orderBy('account')
    .orderBy('activity')
    .orderBy('member')
    .execute();
  return rows.map(({ account, activity, member, amount }) => ({ account, activity, member, amountOre: ore(amount) }));
}
