// Sums of ledger entries: what statements, follow-up and checks are made from. They come from the year's sums by month;
// only the days of a month that a period cuts off are added up from entries.
import { dateOf, yearOf } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { entrySums } from './entry-sums';
import { type LedgerSum, ledgerSums, type Span, type SumBy, summedBy } from './summed-by';
import { type Days, wholeMonths } from './whole-months';
import { daySums, type KnownSums, yearSums } from './year-sums';

/** What was booked from the period's first day to its last, without opening balances. */
export function ledgerFlows(view: View, { from, to }: Days, by: SumBy = []): Promise<readonly LedgerSum[]> {
  return view.once(`ledger flows ${from} ${to} ${by.join(' ')}`, async () => {
    const parts: Span[] = [];
    for (const { year, first, last, rest } of wholeMonths({ from, to })) {
      if (first <= last) parts.push(await monthsOf(view, year, { first, last }, by));
      for (const days of rest) parts.push(await daysOf(view, year, days, by));
    }
    return ledgerSums(parts);
  });
}

/** The balance at the end of a day, within that day's fiscal year: its opening balances and what was booked since. */
export function ledgerBalances(view: View, { to }: Pick<Days, 'to'>, by: SumBy = []): Promise<readonly LedgerSum[]> {
  return view.once(`ledger balances ${to} ${by.join(' ')}`, async () => {
    const parts: Span[] = [];
    for (const { year, last, rest } of wholeMonths({ from: dateOf(yearOf(to), 1, 1), to })) {
      parts.push(await monthsOf(view, year, { first: 0, last }, by));
      for (const days of rest) parts.push(await daysOf(view, year, days, by));
    }
    return ledgerSums(parts);
  });
}

/** The balances that a fiscal year started from. */
export function openingBalances(view: View, year: number, by: SumBy = []): Promise<readonly LedgerSum[]> {
  return view.once(`ledger opening ${year} ${by.join(' ')}`, async () =>
    ledgerSums([await monthsOf(view, year, { first: 0, last: 0 }, by)]),
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
    const sums = ledgerSums([await monthsOf(view, year, { first: month, last: month }, [])]);
    all.push(...sums.map((sum) => ({ ...sum, month })));
  }
  return all;
}

/** 0: the opening balance. */
interface MonthSpan {
  readonly first: number;
  readonly last: number;
}

async function monthsOf(view: View, year: number, { first, last }: MonthSpan, by: SumBy): Promise<Span> {
  const known = await yearSums(view, year);
  if (told(by, known)) {
    const sums = await view.once(`ledger sums by ${year} ${by.join(' ')}`, async () => summedBy(known.sums, by));
    return { sums, first, last };
  }
  const [from, to] = [dateOf(year, Math.max(first, 1), 1), dateOf(year, Math.max(last, 1), 31)];
  const opening = last === 0 ? 'only' : first === 0;
  return whole(summedBy(await entrySums(view, { year, from, to, opening }, by), by));
}

async function daysOf(view: View, year: number, days: Days, by: SumBy): Promise<Span> {
  const known = await daySums(view, year, days);
  return whole(
    summedBy(told(by, known) ? known.sums : await entrySums(view, { year, ...days, opening: false }, by), by),
  );
}

const whole = (sums: Span['sums']): Span => ({ sums, first: 0, last: 0 });

/** Whether the sums that are kept tell these dimensions apart. */
const told = (by: SumBy, known: KnownSums) => !by.includes('item') && (known.whole || by.length === 0);
