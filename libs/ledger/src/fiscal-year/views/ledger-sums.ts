// Sums of ledger entries: what statements, follow-up and checks are made from. They come from the year's sums by month;
// only the days of a month that a period cuts off are added up from entries.
import { dateOf, ore, type Ore, yearOf } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { entrySums } from './entry-sums';
import { type Days, wholeMonths } from './whole-months';
import { type DaySum, daySums, type YearSum, yearSums } from './year-sums';

/** A sum of entries that agree in what statements select by. Debit positive. */
export interface LedgerSum {
  readonly account: number;
  readonly activity: string | null;
  readonly member: string | null;
  /** By the codes that were asked for; a code that the entries do not have is left out. */
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly amountOre: Ore;
}

/** Codes of the dimensions to sum by beside activity and member: each makes the sums finer and more. */
type SumBy = readonly string[];

/** What was booked from the period's first day to its last, without opening balances. */
export function ledgerFlows(view: View, { from, to }: Days, by: SumBy = []): Promise<readonly LedgerSum[]> {
  return view.once(`ledger flows ${from} ${to} ${by.join(' ')}`, async () => {
    const added: DaySum[] = [];
    for (const { year, first, last, rest } of wholeMonths({ from, to })) {
      if (first <= last) added.push(...(await monthsOf(view, year, { first, last }, by)));
      for (const days of rest) added.push(...(await daysOf(view, year, days, by)));
    }
    return summed(added, by);
  });
}

/** The balance at the end of a day, within that day's fiscal year: its opening balances and what was booked since. */
export function ledgerBalances(view: View, { to }: Pick<Days, 'to'>, by: SumBy = []): Promise<readonly LedgerSum[]> {
  return view.once(`ledger balances ${to} ${by.join(' ')}`, async () => {
    const added: DaySum[] = [];
    for (const { year, last, rest } of wholeMonths({ from: dateOf(yearOf(to), 1, 1), to })) {
      added.push(...(await monthsOf(view, year, { first: 0, last }, by)));
      for (const days of rest) added.push(...(await daysOf(view, year, days, by)));
    }
    return summed(added, by);
  });
}

/** The balances that a fiscal year started from. */
export function openingBalances(view: View, year: number, by: SumBy = []): Promise<readonly LedgerSum[]> {
  return view.once(`ledger opening ${year} ${by.join(' ')}`, async () =>
    summed(await monthsOf(view, year, { first: 0, last: 0 }, by), by),
  );
}

/** What was booked in one month of a year, by account, activity and member. */
export interface MonthlySum extends LedgerSum {
  /** 1–12. */
  readonly month: number;
}

/** Without opening balances. Months in which nothing was booked on an account are not there. */
export async function monthlySums(view: View, year: number): Promise<MonthlySum[]> {
  const all: MonthlySum[] = [];
  for (let month = 1; month <= 12; month++) {
    const sums = summed(await monthsOf(view, year, { first: month, last: month }, []), []);
    all.push(...sums.map((sum) => ({ ...sum, month })));
  }
  return all;
}

/** 0: the opening balance. */
interface MonthSpan {
  readonly first: number;
  readonly last: number;
}

async function monthsOf(view: View, year: number, { first, last }: MonthSpan, by: SumBy): Promise<DaySum[]> {
  const { sums, whole } = await yearSums(view, year);
  if (told(by, whole)) return sums.flatMap((sum) => within(sum, { first, last }));
  const [from, to] = [dateOf(year, Math.max(first, 1), 1), dateOf(year, Math.max(last, 1), 31)];
  return entrySums(view, { year, from, to, opening: last === 0 ? 'only' : first === 0 }, by);
}

async function daysOf(view: View, year: number, days: Days, by: SumBy): Promise<readonly DaySum[]> {
  const { sums, whole } = await daySums(view, year, days);
  return told(by, whole) ? sums : entrySums(view, { year, ...days, opening: false }, by);
}

/** Whether the sums that are kept tell these dimensions apart. */
const told = (by: SumBy, whole: boolean) => !by.includes('item') && (whole || by.length === 0);

/** Nothing where nothing was booked: that is no sum of zero. */
function within({ months: amounts, ...sum }: YearSum, { first, last }: MonthSpan): DaySum[] {
  const booked = amounts.slice(first, last + 1).filter((amount) => amount !== null);
  return booked.length === 0 ? [] : [{ ...sum, amountOre: ore(booked.reduce((total, amount) => total + amount, 0)) }];
}

/** Together what agrees in account, activity, member and the dimensions, in the order of these. */
function summed(sums: readonly DaySum[], by: SumBy): LedgerSum[] {
  const together = new Map<string, LedgerSum>();
  for (const { account, activity, member, dimensions, amountOre } of sums) {
    const codes = by.map((code) => (Object.hasOwn(dimensions, code) ? dimensions[code] : null));
    const key = JSON.stringify([account, activity, member, ...codes]);
    const before = together.get(key);
    together.set(key, {
      account,
      activity,
      member,
      ...(by.length > 0 && { dimensions: Object.fromEntries(by.flatMap((code, i) => named(code, codes[i]))) }),
      amountOre: ore((before?.amountOre ?? 0) + amountOre),
    });
  }
  return [...together.values()].sort(
    (a, b) => a.account - b.account || inOrder(a.activity, b.activity) || inOrder(a.member, b.member),
  );
}

const named = (code: string, value: string | null | undefined) => (value == null ? [] : [[code, value] as const]);

/** None comes last. */
function inOrder(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
