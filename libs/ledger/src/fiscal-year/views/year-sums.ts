// A fiscal year's sums as one read gives them: by month and by all that statements select by.
import type { View } from '@finsam/platform';
import { ledgerEntries, TOO_MANY } from './ledger-entry.projection';

export interface YearSum {
  readonly account: number;
  readonly activity: string | null;
  readonly member: string | null;
  /** All but an item. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** Öre, debit positive: at 0 the opening balance, at 1–12 what was booked in the month; null where nothing was. */
  readonly months: readonly (number | null)[];
}

/** The dimension that sums do not tell apart: there would be one for each claim. */
const NOT_SUMMED = 'item';

/** Read once for each year and view; null if they do not tell all these dimensions apart. */
export async function yearSums(view: View, year: number, by: readonly string[]): Promise<readonly YearSum[] | null> {
  if (by.includes(NOT_SUMMED)) return null;
  const { sums, whole } = await view.once(`ledger sums of ${year}`, () => read(view, year));
  return whole || by.length === 0 ? sums : null;
}

/** `whole`: the dimensions of every entry are known. */
async function read(view: View, year: number): Promise<{ sums: YearSum[]; whole: boolean }> {
  const totals = await view.totals(ledgerEntries, year);
  const parsed = new Map<string, Readonly<Record<string, string>>>([[TOO_MANY, {}]]);
  const sums = totals.map(({ by: { account, activity, member, other_dimensions: text }, sums: months }): YearSum => {
    const others = parsed.get(text) ?? (JSON.parse(text) as Record<string, string>);
    parsed.set(text, others);
    const own = { ...(activity !== null && { activity }), ...(member !== null && { member }) };
    return { account, activity, member, dimensions: { ...others, ...own }, months };
  });
  return { sums, whole: totals.every(({ by }) => by.other_dimensions !== TOO_MANY) };
}
