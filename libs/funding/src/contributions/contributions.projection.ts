// What each member has agreed to pay each year.
import { ore, type Ore, type StateProjection } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { type ContributionsEvent, contributionsEvents } from './contributions.events';

export type AgreedContributionRow = { fiscal_year: number; member_id: string; amount_ore: Ore };

export const agreedContributions: StateProjection<ContributionsEvent, AgreedContributionRow> = {
  kind: 'state',
  table: {
    name: 'agreed_contribution_v1',
    columns: { fiscal_year: 'integer', member_id: 'text', amount_ore: 'bigint' },
  },
  events: contributionsEvents,
  key: ({ data }) => `${data.year} ${data.memberId}`,
  evolve: (_, { data }) => ({ fiscal_year: data.year, member_id: data.memberId, amount_ore: data.amountOre }),
};

/** Agreed öre per member for a year, by member code. */
export async function agreedFor(view: View, year: number): Promise<{ memberId: string; amountOre: Ore }[]> {
  const rows = await view
    .from(agreedContributions)
    .select(['member_id', 'amount_ore'])
    .where('fiscal_year', '=', year)
    .orderBy('member_id')
    .execute();
  return rows.map(({ member_id, amount_ore }) => ({ memberId: member_id, amountOre: ore(amount_ore) }));
}
