// Each fiscal year with where its books are kept, how it stands, and the chart it is booked on.
import type { EventsOf, StateProjection } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import {
  AccountsAdopted,
  ActivitiesAdopted,
  BalancesCarriedForward,
  DimensionAdopted,
  FiscalYearClosed,
  FiscalYearOpened,
  GapStated,
  OpeningBalancesSet,
  PeriodsLocked,
  PeriodsUnlocked,
} from '../fiscal-year.events';

interface Used {
  readonly name: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export type FiscalYearRow = {
  fiscal_year: number;
  books: 'own' | 'imported';
  status: 'open' | 'closed';
  opening: 'none' | 'typed' | 'preliminary' | 'final';
  /** Months up to this one are locked; 0: none. */
  locked_through: number;
  accounts: readonly (Used & { account: number })[];
  activities: readonly (Used & { activity: string })[];
  /** The codes of other dimensions that have a register. */
  dimensions: readonly { dimension: string; codes: readonly (Used & { code: string })[] }[];
  /** What is known to be missing in the books. */
  gaps: readonly { asOf: string; gap: string; account: number }[];
};

const events = [
  FiscalYearOpened,
  AccountsAdopted,
  ActivitiesAdopted,
  DimensionAdopted,
  OpeningBalancesSet,
  BalancesCarriedForward,
  PeriodsLocked,
  PeriodsUnlocked,
  GapStated,
  FiscalYearClosed,
] as const;

export const fiscalYears: StateProjection<EventsOf<typeof events>, FiscalYearRow> = {
  kind: 'state',
  table: {
    name: 'fiscal_year_v2',
    columns: {
      fiscal_year: 'integer',
      books: 'text',
      status: 'text',
      opening: 'text',
      locked_through: 'integer',
      accounts: 'json',
      activities: 'json',
      dimensions: 'json',
      gaps: 'json',
    },
  },
  events,
  key: ({ data }) => String(data.year),
  evolve: (row, event) => {
    if (event.type === 'FiscalYearOpened') {
      const { year, books } = event.data;
      const empty = { accounts: [], activities: [], dimensions: [], gaps: [] };
      return { fiscal_year: year, books, status: 'open', opening: 'none', locked_through: 0, ...empty };
    }
    if (!row) throw new Error(`the year ${event.data.year} was never opened`);
    switch (event.type) {
      case 'AccountsAdopted':
        return { ...row, accounts: merged(row.accounts, event.data.accounts, ({ account }) => account) };
      case 'ActivitiesAdopted':
        return { ...row, activities: merged(row.activities, event.data.activities, ({ activity }) => activity) };
      case 'DimensionAdopted': {
        const { dimension } = event.data;
        const old = row.dimensions.find((one) => one.dimension === dimension)?.codes ?? [];
        const codes = merged(old, event.data.codes, ({ code }) => code);
        return { ...row, dimensions: merged(row.dimensions, [{ dimension, codes }], (one) => one.dimension) };
      }
      case 'OpeningBalancesSet':
        return { ...row, opening: 'typed' };
      case 'BalancesCarriedForward':
        return { ...row, opening: event.data.preliminary ? 'preliminary' : 'final' };
      case 'PeriodsLocked':
        return { ...row, locked_through: Math.max(row.locked_through, event.data.through) };
      case 'PeriodsUnlocked':
        return { ...row, locked_through: Math.min(row.locked_through, event.data.from - 1) };
      case 'GapStated': {
        const { asOf, gap, account } = event.data;
        return { ...row, gaps: [...row.gaps, { asOf, gap, account }] };
      }
      case 'FiscalYearClosed':
        return { ...row, status: 'closed' };
    }
  },
};

/** Old entries with the new ones over them, ordered by what tells them apart. */
function merged<T>(old: readonly T[], news: readonly T[], key: (item: T) => number | string): T[] {
  const byKey = new Map([...old, ...news].map((item) => [key(item), item]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

export async function listFiscalYears(view: View): Promise<FiscalYearRow[]> {
  const columns = ['fiscal_year', 'books', 'status', 'opening', 'locked_through'] as const;
  const lists = ['accounts', 'activities', 'dimensions', 'gaps'] as const;
  return view
    .from(fiscalYears)
    .select([...columns, ...lists])
    .orderBy('fiscal_year')
    .execute();
}

/** Years whose books are here, without their charts. */
export async function bookedYears(view: View): Promise<ReadonlySet<number>> {
  const rows = await view.from(fiscalYears).select('fiscal_year').execute();
  return new Set(rows.map(({ fiscal_year }) => fiscal_year));
}
