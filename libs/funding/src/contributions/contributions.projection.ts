// What each member has agreed to pay each year, and when.
import { type BusinessDate, ore, type Ore, type StateProjection } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { type ContributionsEvent, contributionsEvents } from './contributions.events';

export interface Instalment {
  readonly dueOn: BusinessDate;
  readonly amountOre: Ore;
}

export type AgreedContributionRow = {
  fiscal_year: number;
  member_id: string;
  amount_ore: Ore;
  /** Null: nothing was said about when it is due. */
  instalments: readonly Instalment[] | null;
};

export const agreedContributions: StateProjection<ContributionsEvent, AgreedContributionRow> = {
  kind: 'state',
  table: {
    name: 'agreed_contribution_v2',
    columns: { fiscal_year: 'integer', member_id: 'text', amount_ore: 'bigint', instalments: 'json' },
    nullable: ['instalments'],
  },
  events: contributionsEvents,
  key: ({ data }) => `${data.year} ${data.memberId}`,
  evolve: (_, { data }) => ({
    fiscal_year: data.year,
    member_id: data.memberId,
    amount_ore: data.amountOre,
    instalments: data.instalments ?? null,
  }),
};

export interface AgreedContribution {
  readonly memberId: string;
  readonly amountOre: Ore;
  readonly instalments: readonly Instalment[] | null;
}

/** What each member has agreed for a year, by member code. */
export async function agreedFor(view: View, year: number): Promise<AgreedContribution[]> {
  const rows = await view
    .from(agreedContributions)
    .select(['member_id', 'amount_ore', 'instalments'])
    .where('fiscal_year', '=', year)
    .orderBy('member_id')
    .execute();
  return rows.map(({ member_id, amount_ore, instalments }) => ({
    memberId: member_id,
    amountOre: ore(amount_ore),
    instalments,
  }));
}
