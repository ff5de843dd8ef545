// What was booked on result accounts from the year's first day: what outcomes are taken from.
import { dateOf, parsePeriod } from '@finsam/kernel';
import { isBalanceAccount, ledgerFlows, type LedgerSum } from '@finsam/ledger';
import type { View } from '@finsam/platform';

export interface Months {
  readonly year: number;
  /** 12 for the whole year. */
  readonly throughMonth: number;
}

export async function resultFlows(view: View, { year, throughMonth }: Months): Promise<LedgerSum[]> {
  const to = dateOf(year, throughMonth, 31);
  const flows = await ledgerFlows(view, parsePeriod(`${year}-01-01..${to}`));
  return flows.filter(({ account }) => !isBalanceAccount(account));
}
