// What a fiscal year's sums are made of, read once for each view: the whole year by month, and the days of a month.
import { ore, type Ore } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { sql } from 'kysely';
import { ledgerEntries, type LedgerEntryRow, TOO_MANY } from './ledger-entry.projection';
import type { Days } from './whole-months';

export interface SummedBy {
  readonly account: number;
  readonly activity: string | null;
  readonly member: string | null;
  /** All but an item: by it, there would be a sum for each claim. */
  readonly dimensions: Readonly<Record<string, string>>;
}

export interface YearSum extends SummedBy {
  /** Öre, debit positive: at 0 the opening balance, at 1–12 what was booked in the month; null where nothing was. */
  readonly months: readonly (number | null)[];
}

export interface DaySum extends SummedBy {
  readonly amountOre: Ore;
}

export interface Sums<S> {
  readonly sums: readonly S[];
  /** Whether the dimensions of each are known, and not too many. */
  readonly whole: boolean;
}

export function yearSums(view: View, year: number): Promise<Sums<YearSum>> {
  return view.once(`ledger sums ${year}`, async () => {
    const totals = await view.totals(ledgerEntries, year);
    return told(totals.map(({ by, sums }) => ({ ...by, months: sums })));
  });
}

/** Days within one year, without opening balances. */
export function daySums(view: View, year: number, { from, to }: Days): Promise<Sums<DaySum>> {
  const columns = ['account', 'activity', 'member', 'other_dimensions'] as const;
  return view.once(`ledger days ${from} ${to}`, async () => {
    const rows = await view
      .from(ledgerEntries)
      .select([...columns, sql<number>`sum(amount_ore)::bigint`.as('amount')])
      .where('fiscal_year', '=', year)
      .where(sql<boolean>`not opening and entry_date between ${from} and ${to}`)
      .groupBy(columns)
      .execute();
    return told(rows.map(({ amount, ...by }) => ({ ...by, amountOre: ore(amount) })));
  });
}

type Stored = Pick<LedgerEntryRow, 'account' | 'activity' | 'member' | 'other_dimensions'>;

/** The texts of dimensions are few, and read once each. */
function told<S extends Stored>(rows: readonly S[]): Sums<Omit<S, 'other_dimensions'> & SummedBy> {
  const known = new Map<string, Readonly<Record<string, string>>>([[TOO_MANY, {}]]);
  const sums = rows.map(({ other_dimensions: text, ...row }) => {
    const others = known.get(text) ?? (JSON.parse(text) as Record<string, string>);
    known.set(text, others);
    const { activity, member } = row;
    const own = { ...(activity !== null && { activity }), ...(member !== null && { member }) };
    return { ...row, dimensions: { ...others, ...own } };
  });
  return { sums, whole: rows.every((row) => row.other_dimensions !== TOO_MANY) };
}
