// A budget post is what money is planned for: an activity and a kind of cost or income, and for contributions a member.
// Layouts map posts to rows; a plan never knows the rows, or a net budget and a gross outcome could not share it.
import { codeSchema, type Ore, ORE_LIMIT, oreSchema, refusals } from '@finsam/kernel';
import { z } from 'zod';

export const budgetPostSchema = z.strictObject({
  activity: codeSchema,
  kind: codeSchema,
  member: codeSchema.optional(),
  /** Positive for what the post is: an income post's income, a cost post's cost. Zero is a plan too. */
  amountOre: oreSchema,
});
export type BudgetPost = z.output<typeof budgetPostSchema>;

export const budgetPostsSchema = z.array(budgetPostSchema).min(1).max(1_000);

/** A post as it is read back: of a member, or of none. */
export interface PlanPost {
  readonly activity: string;
  readonly kind: string;
  readonly member: string | null;
  readonly amountOre: Ore;
}

/** Posts without what was said of how their amounts came to be. */
export function plannedPosts(posts: readonly (BudgetPost | PlanPost)[]): PlanPost[] {
  return posts.map(({ activity, kind, member = null, amountOre }) => ({ activity, kind, member, amountOre }));
}

const refuse = refusals({
  'funding/post-twice': { status: 422, text: 'Posten {post} står två gånger.' },
  'funding/unknown-member': { status: 422, text: '{member} är inte medlem i förbundet.' },
  'funding/too-large': { status: 422, text: 'Planen rymmer inte så stora belopp.' },
});

/**
 * Each post once, only members that there are, and no sum beyond what one amount may be. Throws `DomainError`.
 * `at`: where in the request the posts stand.
 */
export function checkPosts(posts: readonly BudgetPost[], members: readonly string[], at = '/posts'): void {
  const seen = new Set<string>();
  posts.forEach(({ activity, kind, member }, index) => {
    const post = [activity, kind, member].filter(Boolean).join(' · ');
    if (seen.has(post)) throw refuse('funding/post-twice', { post, pointer: `${at}/${index}` });
    seen.add(post);
    if (member !== undefined && !members.includes(member)) {
      throw refuse('funding/unknown-member', { member, pointer: `${at}/${index}/member` });
    }
  });
  const plannedOre = posts.reduce((sum, { amountOre }) => sum + Math.abs(amountOre), 0);
  if (plannedOre > ORE_LIMIT) throw refuse('funding/too-large', { pointer: at });
}
