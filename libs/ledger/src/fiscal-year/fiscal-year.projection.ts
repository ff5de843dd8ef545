// Each fiscal year with where its books are kept, whether it is closed, and the chart it is booked on.
import type { EventsOf, StateProjection } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { AccountsAdopted, ActivitiesAdopted, FiscalYearClosed, FiscalYearOpened } from './fiscal-year.events';

export type FiscalYearRow = {
  fiscal_year: number;
  books: 'own' | 'imported';
  status: 'open' | 'closed';
  accounts: readonly { account: number; name: string }[];
  activities: readonly { activity: string; name: string }[];
};

const events = [FiscalYearOpened, AccountsAdopted, ActivitiesAdopted, FiscalYearClosed] as const;

export const fiscalYears: StateProjection<EventsOf<typeof events>, FiscalYearRow> = {
  kind: 'state',
  table: {
    name: 'fiscal_year_v1',
    columns: { fiscal_year: 'integer', books: 'text', status: 'text', accounts: 'json', activities: 'json' },
  },
  events,
  key: ({ data }) => String(data.year),
  evolve: (row, event) => {
    if (event.type === 'FiscalYearOpened') {
      const { year, books } = event.data;
      return { fiscal_year: year, books, status: 'open', accounts: [], activities: [] };
    }
    if (!row) throw new Error(`the year ${event.data.year} was never opened`);
    switch (event.type) {
      case 'AccountsAdopted':
        return { ...row, accounts: merged(row.accounts, event.data.accounts, ({ account }) => account) };
      case 'ActivitiesAdopted':
        return { ...row, activities: merged(row.activities, event.data.activities, ({ activity }) => activity) };
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
  const rows = await view.from(fiscalYears).selectAll().orderBy('fiscal_year').execute();
  return rows.map(({ fiscal_year, books, status, accounts, activities }) => ({
    fiscal_year,
    books,
    status,
    accounts,
    activities,
  }));
}
