// From grant to budget: what is granted, less the general deduction, against what the budget holds. Pure.
import { type Ore, ore, shareOre, sumOre, WHOLE } from '@finsam/kernel';
import type { SidedPost } from '../budget/totals';
import type { GrantView } from './granted';

export interface GrantInBudget {
  readonly grantId: string;
  readonly insatsId: string | null;
  readonly grantedOre: Ore;
  /** Null: the decision names no deduction, and the whole grant counts. */
  readonly generalDeductionBasisPoints: number | null;
  readonly forBudgetOre: Ore;
}

export interface ActivityInBudget {
  readonly activity: string;
  readonly grants: readonly GrantInBudget[];
  readonly grantedOre: Ore;
  /** What the grants give for the budget. */
  readonly forBudgetOre: Ore;
  /** The activity's cost posts. Null where the budget has none, or their side is not settled. */
  readonly budgetOre: Ore | null;
  /** Budget less what the grants give. */
  readonly differenceOre: Ore | null;
}

/** Activities with grants of the year, in their order. `posts`: null without a budget or kinds that say the sides. */
export function grantsInBudget(
  views: readonly GrantView[],
  year: number,
  posts: readonly SidedPost[] | null,
): ActivityInBudget[] {
  const activities = [...new Set(views.map(({ activity }) => activity))].sort();
  return activities.map((activity) => {
    const grants = views.filter((view) => view.activity === activity).map((view) => grantInBudget(view, year));
    const own = (posts ?? []).filter((post) => post.activity === activity);
    const cost = own.filter(({ side }) => side === 'cost');
    const known = cost.length > 0 && own.every(({ side }) => side !== null);
    const budgetOre = known ? sumOre(cost.map(({ amountOre }) => amountOre)) : null;
    const forBudgetOre = sumOre(grants.map((grant) => grant.forBudgetOre));
    return {
      activity,
      grants,
      grantedOre: sumOre(grants.map(({ grantedOre }) => grantedOre)),
      forBudgetOre,
      budgetOre,
      differenceOre: budgetOre === null ? null : ore(budgetOre - forBudgetOre),
    };
  });
}

function grantInBudget(view: GrantView, year: number): GrantInBudget {
  const { grantId, insatsId, generalDeductionBasisPoints } = view;
  const grantedOre = sumOre(view.years.filter((one) => one.year === year).map((one) => one.grantedOre));
  const forBudgetOre = shareOre(grantedOre, WHOLE - (generalDeductionBasisPoints ?? 0), WHOLE);
  return { grantId, insatsId, grantedOre, generalDeductionBasisPoints, forBudgetOre };
}
