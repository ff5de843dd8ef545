// What a plan adds up to: income, cost, and the equity that some plans show as if it were income.
import { type Ore, ore, sumOre } from '@finsam/kernel';
import type { BudgetKind, Side } from '../budget-kinds/budget-kinds.events';
import type { PlannedYear } from './budget-version.projection';
import type { PlanPost } from './budget-post';

export interface Totals {
  readonly incomeOre: Ore;
  readonly costOre: Ore;
  /** Income less cost: of the year alone, whatever equity the plan shows beside. */
  readonly resultOre: Ore;
  /** Null: no post and no field says. */
  readonly openingEquityOre: Ore | null;
}

export type SidedPost = PlanPost & { readonly side: Side | null };

/** Each post with the side of its kind; null for a kind that is not settled. */
export function sided(posts: readonly PlanPost[], kinds: readonly BudgetKind[]): SidedPost[] {
  const sides = new Map(kinds.map(({ kind, side }) => [kind, side]));
  return posts.map((post) => ({ ...post, side: sides.get(post.kind) ?? null }));
}

/** Kinds of the posts that nobody has said the side of, each once. */
export function unsettledKinds(posts: readonly SidedPost[]): string[] {
  return [...new Set(posts.filter(({ side }) => side === null).map(({ kind }) => kind))].sort();
}

/** Null as soon as one post's side is unknown: a total that leaves something out is none. */
export function totalsOf(
  { posts, openingEquityOre }: Pick<PlannedYear, 'posts' | 'openingEquityOre'>,
  kinds: readonly BudgetKind[],
): Totals | null {
  const known = sided(posts, kinds);
  if (unsettledKinds(known).length > 0) return null;
  const sum = (side: Side) => sumOre(known.filter((post) => post.side === side).map(({ amountOre }) => amountOre));
  const [incomeOre, costOre] = [sum('income'), sum('cost')];
  const inPosts = known.some(({ side }) => side === 'opening-equity') ? sum('opening-equity') : null;
  return { incomeOre, costOre, resultOre: ore(incomeOre - costOre), openingEquityOre: openingEquityOre ?? inPosts };
}
