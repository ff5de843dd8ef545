// A year's chart of accounts by class and group, as Kommun-Bas orders it: by the first digit and the first two.
import type { View } from '@finsam/platform';
import { KOMMUN_BAS_CLASSES, KOMMUN_BAS_GROUPS } from '../kommun-bas';
import { type FiscalYearRow, listFiscalYears } from './fiscal-year.projection';

type Accounts = FiscalYearRow['accounts'];

export interface ChartClass {
  readonly class: number;
  readonly name: string | null;
  readonly groups: readonly { readonly group: number; readonly name: string | null; readonly accounts: Accounts }[];
}

/** Empty for a year that is not kept here. Names are null where our list of Kommun-Bas has none. */
export async function chartOf(view: View, year: number): Promise<ChartClass[]> {
  const found = (await listFiscalYears(view)).find(({ fiscal_year }) => fiscal_year === year);
  return classesOf(found?.accounts ?? []);
}

export function classesOf(accounts: Accounts): ChartClass[] {
  return by(accounts, 1_000).map(([number, ofClass]) => ({
    class: number,
    name: KOMMUN_BAS_CLASSES[number] ?? null,
    groups: by(ofClass, 100).map(([group, ofGroup]) => ({
      group,
      name: KOMMUN_BAS_GROUPS[group] ?? null,
      accounts: ofGroup,
    })),
  }));
}

function by(accounts: Accounts, size: number): [number, Accounts][] {
  const numbers = [...new Set(accounts.map(({ account }) => Math.floor(account / size)))].sort((a, b) => a - b);
  return numbers.map((number) => [number, accounts.filter(({ account }) => Math.floor(account / size) === number)]);
}
