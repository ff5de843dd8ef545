// What a fiscal year's sums are made of, read once for each view: the whole year by month, and the days of a month.
import type { View } from '@finsam/platform';
import { sql } from 'kysely';
import { ledgerEntries, type LedgerEntryRow, TOO_MANY } from './ledger-entry.projection';
import type { Days } from './whole-months';

export interface Sums {
  readonly account: number;
  readonly activity: string | null;
  readonly member: string | null;
  /** The dimensions beside these, but for an item: by it, there would be a sum for each claim. */
  readonly others: Readonly<Record<string, string>>;
  /** Öre, debit positive; null where nothing was booked, which is another thing than zero. */
  readonly amounts: readonly (number | null)[];
}

export interface KnownSums {
  readonly sums: readonly Sums[];
  /** Whether the dimensions of each are known, and not too many. */
  readonly whole: boolean;
}

/** Amounts: at 0 the opening balance, at 1–12 what was booked in the month. */
export function yearSums(view: View, year: number): Promise<KnownSums> {
  return view.once(`ledger sums ${year}`, async () => {
    const totals = await view.totals(ledgerEntries, year);
    return known(totals.map(({ by, sums }) => [by, sums]));
  });
}

/** Days within one year, without opening balances: one amount. */
export function daySums(view: View, year: number, { from, to }: Days): Promise<KnownSums> {
  const columns = ['account', 'activity', 'member', 'other_dimensions'] as const;
  return view.once(`ledger days ${from} ${to}`, async () => {
    const rows = await view
      .from(ledgerEntries)
      .select([...columns, sql<number>`sum(amount_ore)::bigint`.as('amount')])
      .where('fiscal_year', '=', year)
      .where(sql<boolean>`not opening and entry_date between ${from} and ${to}`)
      .groupBy(columns)
      .execute();
    return known(rows.map((row) => [row, [row.amount]]));
  });
}

type Stored = Pick<LedgerEntryRow, 'account' | 'activity' | 'member' | 'other_dimensions'>;

/** The texts of dimensions are few, and read once each. */
function known(rows: readonly (readonly [by: Stored, amounts: readonly (number | null)[]])[]): KnownSums {
  const read = new Map<string, Readonly<Record<string, string>>>([[TOO_MANY, {}]]);
  const sums = rows.map(([{ account, activity, member, other_dimensions: text }, amounts]): Sums => {
    let others = read.get(text);
    if (!others) read.set(text, (others = JSON.parse(text) as Record<string, string>));
    return { account, activity, member, others, amounts };
  });
  return { sums, whole: rows.every(([{ other_dimensions: text }]) => text !== TOO_MANY) };
}
