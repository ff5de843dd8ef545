// Sums that came without vouchers and are not booked: the other system's budget, and a year before that is kept
// elsewhere.
import type { EventsOf, FactProjection, Ore } from '@finsam/kernel';
import { ore } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { sql } from 'kysely';
import { BudgetBalancesImported, ComparativesImported } from '../fiscal-year.events';
import { asOpening } from './import-memory';
import type { MonthlyAmount } from './import.events';

export type ImportedAmountRow = {
  kind: 'budget' | 'comparative';
  /** That the amount is of. */
  fiscal_year: number;
  account: number;
  /** 1–12; 0 for an opening balance. */
  month: number;
  activity: string | null;
  dimensions: Readonly<Record<string, string>>;
  amount_ore: Ore;
};

const events = [BudgetBalancesImported, ComparativesImported] as const;

export const importedAmounts: FactProjection<EventsOf<typeof events>, ImportedAmountRow> = {
  kind: 'facts',
  table: {
    name: 'imported_amount_v1',
    columns: {
      kind: 'text',
      fiscal_year: 'integer',
      account: 'integer',
      month: 'integer',
      activity: 'text',
      dimensions: 'json',
      amount_ore: 'bigint',
    },
    nullable: ['activity'],
    indexes: [['kind', 'fiscal_year']],
  },
  events,
  facts: ({ type, data }) => {
    if (type === 'BudgetBalancesImported') return data.changes.map((one) => rowOf('budget', data.year, one));
    return [...data.opening.map(asOpening), ...data.movements].map((one) => rowOf('comparative', data.of, one));
  },
};

function rowOf(
  kind: ImportedAmountRow['kind'],
  year: number,
  { account, month, dimensions, amountOre }: MonthlyAmount,
): ImportedAmountRow {
  const activity = dimensions['activity'] ?? null;
  return { kind, fiscal_year: year, account, month, activity, dimensions, amount_ore: amountOre };
}

export interface ImportedAmount {
  readonly account: number;
  readonly month: number;
  readonly activity: string | null;
  readonly amountOre: Ore;
}

/** Per account, month and activity; what is nothing is not there. */
export async function importedAmountsOf(
  view: View,
  kind: ImportedAmountRow['kind'],
  year: number,
): Promise<ImportedAmount[]> {
  const rows = await view
    .from(importedAmounts)
    .select(['account', 'month', 'activity', sql<number>`sum(amount_ore)::bigint`.as('amount')])
    .where('kind', '=', kind)
    .where('fiscal_year', '=', year)
    .groupBy(['account', 'month', 'activity'])
    .having(sql<boolean>`sum(amount_ore) <> 0`)
    .orderBy('account')
    .orderBy('month')
    .orderBy('activity')
    .execute();
  return rows.map(({ amount, ...rest }) => ({ ...rest, amountOre: ore(amount) }));
}

/** Where in the log such amounts of a year were recorded after a position. */
export async function importPositions(
  view: View,
  kind: ImportedAmountRow['kind'],
  year: number,
  after: number,
): Promise<number[]> {
  const rows = await view
    .from(importedAmounts)
    .select('since')
    .distinct()
    .where('kind', '=', kind)
    .where('fiscal_year', '=', year)
    .where(sql<boolean>`since > ${after}`)
    .orderBy('since')
    .execute();
  return rows.map(({ since }) => since);
}
