// Every row of every voucher, and the opening balances, as additive facts: what all statements are summed from.
import {
  type BusinessDate,
  canonicalJson,
  dateOf,
  type EventsOf,
  type FactProjection,
  invariant,
  monthOf,
  negateOre,
  type Ore,
  yearOf,
} from '@finsam/kernel';
import type { OpeningBalance } from '../chart';
import {
  BalancesCarriedForward,
  BalancesImported,
  type ClassifiedRow,
  ContributionLinked,
  ImportedVoucherReplaced,
  OpeningBalancesImported,
  OpeningBalancesSet,
  postingEvents,
  VoucherClassified,
  VouchersImported,
} from '../fiscal-year.events';
import { counterRows, type VoucherRow } from '../voucher';

export type LedgerEntryRow = {
  fiscal_year: number;
  entry_date: BusinessDate;
  opening: boolean;
  account: number;
  amount_ore: Ore;
  activity: string | null;
  member: string | null;
  /** The claim, debt or accrual that a balance row opens or settles. */
  item: string | null;
  dimensions: Readonly<Record<string, string>>;
  voucher_id: string | null;
  /** 1–12; 0 for an opening balance. */
  month: number;
  /** The dimensions that have no column of their own, as canonical JSON; `TOO_MANY` where they are too long a text. */
  other_dimensions: string;
};

/** Stands for dimensions that no index could hold: whoever sums by them must look at the entries. */
export const TOO_MANY = '';
const TEXT_MAX = 1_000;
const OWN_COLUMNS: ReadonlySet<string> = new Set(['activity', 'member', 'item']);

const events = [
  OpeningBalancesSet,
  BalancesCarriedForward,
  ...postingEvents,
  VouchersImported,
  OpeningBalancesImported,
  ImportedVoucherReplaced,
  BalancesImported,
  ContributionLinked,
  VoucherClassified,
] as const;

export const ledgerEntries: FactProjection<EventsOf<typeof events>, LedgerEntryRow> = {
  kind: 'facts',
  table: {
    name: 'ledger_entry_v2',
    columns: {
      fiscal_year: 'integer',
      entry_date: 'date',
      opening: 'boolean',
      account: 'integer',
      amount_ore: 'bigint',
      activity: 'text',
      member: 'text',
      item: 'text',
      dimensions: 'json',
      voucher_id: 'text',
      month: 'integer',
      other_dimensions: 'text',
    },
    nullable: ['activity', 'member', 'item', 'voucher_id'],
    indexes: [['fiscal_year', 'entry_date'], ['voucher_id'], ['fiscal_year', 'account', 'entry_date']],
  },
  // An item is of one claim or accrual: by it, there would be a total for each.
  totals: {
    name: 'ledger_total_v1',
    part: 'fiscal_year',
    by: ['account', 'activity', 'member', 'other_dimensions'],
    slot: 'month',
    slots: 13,
    amount: 'amount_ore',
    blockEvents: 1_024,
  },
  events,
  facts: ({ type, data }) => {
    switch (type) {
      case 'OpeningBalancesSet':
        return openingRows(data.year, data.balances);
      case 'BalancesCarriedForward':
      case 'OpeningBalancesImported':
        return openingRows(data.year, data.changes);
      case 'VouchersImported':
        return data.vouchers.flatMap((voucher) => rowsOf(data.year, voucher, voucher.rows));
      case 'ImportedVoucherReplaced':
        return [
          ...rowsOf(
            data.year,
            { voucherId: data.replaces, date: data.takenBack.date },
            counterRows(data.takenBack.rows),
          ),
          ...rowsOf(data.year, data.voucher, data.voucher.rows),
        ];
      case 'BalancesImported':
        // No voucher: explanations stop here.
        return data.changes.map((row) => rowOf(data.year, dateOf(data.year, row.month, 31), row));
      case 'ContributionLinked':
        return rowsOf(data.year, data, reclassified([data.row]));
      case 'VoucherClassified':
        return rowsOf(data.year, data, reclassified(data.rows));
      default:
        return rowsOf(data.year, data.voucher, data.voucher.rows);
    }
  },
};

function openingRows(year: number, balances: readonly OpeningBalance[]): LedgerEntryRow[] {
  return balances.map(({ account, amountOre, dimensions = {} }) => ({
    ...rowOf(year, dateOf(year, 1, 1), { account, amountOre, dimensions }),
    opening: true,
    month: 0,
  }));
}

function rowsOf(
  year: number,
  { voucherId, date }: { readonly voucherId: string; readonly date: BusinessDate },
  rows: readonly VoucherRow[],
): LedgerEntryRow[] {
  return rows.map((row) => ({ ...rowOf(year, date, row), voucher_id: voucherId }));
}

function rowOf(year: number, date: BusinessDate, { account, amountOre, dimensions }: VoucherRow): LedgerEntryRow {
  // Sums by month are of fiscal years, and asked for by days. A day outside the year in a file was moved into it.
  invariant(yearOf(date) === year, 'an entry is dated in its fiscal year');
  return {
    fiscal_year: year,
    entry_date: date,
    opening: false,
    account,
    amount_ore: amountOre,
    activity: dimensions['activity'] ?? null,
    member: dimensions['member'] ?? null,
    item: dimensions['item'] ?? null,
    dimensions,
    voucher_id: null,
    month: monthOf(date),
    other_dimensions: otherDimensions(dimensions),
  };
}

function otherDimensions(dimensions: VoucherRow['dimensions']): string {
  const others = Object.entries(dimensions).filter(([code]) => !OWN_COLUMNS.has(code));
  if (others.length === 0) return '{}';
  const text = canonicalJson(Object.fromEntries(others));
  return text.length > TEXT_MAX ? TOO_MANY : text;
}

/** What the row was is taken away, what it is comes instead: the account's sum stays. */
function reclassified(rows: readonly ClassifiedRow[]): VoucherRow[] {
  return rows.flatMap(({ account, amountOre, was, is }) => [
    { account, amountOre: negateOre(amountOre), dimensions: was },
    { account, amountOre, dimensions: is },
  ]);
}
