// What of a year's budget and grants is still to be paid and to come in. Pure.
import type { BookedSum, BudgetKind, GrantView, PostOutcome, SidedPost } from '@finsam/funding';
import { isWithin, negateOre, type Ore, ore, sumOre } from '@finsam/kernel';

/** A post of the budget with what is booked on it. */
export interface FollowedPost extends SidedPost {
  readonly outcomeOre: Ore;
}

/** Null as soon as the side or the outcome of a post is unknown: a plan that leaves something out says too much. */
export function followed(posts: readonly SidedPost[], outcomes: readonly PostOutcome[]): FollowedPost[] | null {
  const known = posts.flatMap((post, index): FollowedPost[] => {
    const outcomeOre = outcomes[index]?.outcomeOre ?? null;
    if (post.side === 'opening-equity') return [];
    return post.side === null || outcomeOre === null ? [] : [{ ...post, outcomeOre }];
  });
  const needed = posts.filter(({ side }) => side !== 'opening-equity');
  return known.length === needed.length ? known : null;
}

/**
 * An activity with grants may still be paid all that is granted for the year, an activity without them the rest of its
 * budget. What is paid is what the grant says, or what is booked if that is more.
 */
export function remainingCostOre(posts: readonly FollowedPost[], grants: readonly GrantView[], year: number): Ore {
  const cost = posts.filter(({ side }) => side === 'cost');
  const activities = [...new Set([...cost, ...grants].map(({ activity }) => activity))];
  return sumOre(
    activities.map((activity) => {
      const own = cost.filter((post) => post.activity === activity);
      const bookedOre = sumOre(own.map(({ outcomeOre }) => outcomeOre));
      const years = grants
        .filter((grant) => grant.activity === activity)
        .flatMap((grant) => grant.years.filter((one) => one.year === year));
      if (years.length === 0) return atLeastNothing(sumOre(own.map(({ amountOre }) => amountOre)) - bookedOre);
      const grantedOre = sumOre(years.map((one) => ore(one.grantedOre - one.releasedOre)));
      const paidOre = sumOre(years.map((one) => ore(one.paidOre - one.repaidOre)));
      return atLeastNothing(grantedOre - Math.max(paidOre, bookedOre));
    }),
  );
}

export interface Contributed {
  readonly agreedOre: Ore;
  readonly bookedOre: Ore;
}

/** What is booked of a member's contribution: the member's rows on accounts that fall on a kind of income. */
export function bookedFromOre(memberId: string, kinds: readonly BudgetKind[], booked: readonly BookedSum[]): Ore {
  const ranges = kinds.filter(({ side }) => side === 'income').flatMap(({ accounts = [] }) => accounts);
  const own = booked.filter(({ member, account }) => member === memberId && isWithin(ranges, account));
  return negateOre(sumOre(own.map(({ amountOre }) => amountOre)));
}

/** Budgeted income beyond the agreed contributions, less what is booked beyond what is booked of those. */
export function remainingIncomeOre(posts: readonly FollowedPost[], contributed: Contributed): Ore {
  const income = posts.filter(({ side }) => side === 'income');
  const budgetOre = atLeastNothing(sumOre(income.map(({ amountOre }) => amountOre)) - contributed.agreedOre);
  const bookedOre = atLeastNothing(sumOre(income.map(({ outcomeOre }) => outcomeOre)) - contributed.bookedOre);
  return atLeastNothing(budgetOre - bookedOre);
}

function atLeastNothing(amount: number): Ore {
  return ore(Math.max(amount, 0));
}
