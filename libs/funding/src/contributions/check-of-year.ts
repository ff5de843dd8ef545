// The law's shares of one year's contributions, as they are agreed or would be.
import { membersAt } from '@finsam/associations';
import type { Ore } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { splitFor } from '../split/split.projection';
import { contributionCheck, type ContributionCheck, type PayingMember } from './contribution-check';
import { agreedFor } from './contributions.projection';

/** Who pays by the end of a year. */
export async function payingMembers(view: View, year: number): Promise<PayingMember[]> {
  const members = await membersAt(view);
  return members
    .filter(({ pays, joined_on }) => pays && joined_on <= `${year}-12-31`)
    .map(({ member_id, name, member_kind }) => ({ memberId: member_id, name, kind: member_kind }));
}

/**
 * `proposed` takes the place of what the same members have agreed: what the check would say once it is agreed. The view
 * is of this room and of the associations'.
 */
export async function checkOfYear(
  view: View,
  year: number,
  proposed: readonly { readonly memberId: string; readonly amountOre: Ore }[] = [],
): Promise<ContributionCheck> {
  const others = (await agreedFor(view, year)).filter(
    ({ memberId }) => !proposed.some((promise) => promise.memberId === memberId),
  );
  return contributionCheck(await payingMembers(view, year), [...others, ...proposed], await splitFor(view, year));
}
