// What was booked, post by post. Pure, over plain rows: this room knows no ledger.
import { addOre, isWithin, negateOre, type Ore, ZERO } from '@finsam/kernel';
import type { BudgetKind, Side } from './budget-kinds.events';

export interface PostKey {
  readonly activity: string;
  readonly kind: string;
  readonly member: string | null;
}

/** A sum of what was booked on an account, activity and member. Debit positive. */
export interface BookedSum {
  readonly account: number;
  readonly activity: string | null;
  readonly member: string | null;
  readonly amountOre: Ore;
}

export interface PostOutcome extends PostKey {
  /** Null for a kind that the association has not settled. */
  readonly side: Side | null;
  /** Positive for what the post is. Null where no account is said to fall on the kind. */
  readonly outcomeOre: Ore | null;
  /** The two parts of a net post, each as it was booked, account by account. */
  readonly debitOre: Ore;
  readonly creditOre: Ore;
}

export interface OutcomeByPost {
  /** In the order of the posts. */
  readonly posts: readonly PostOutcome[];
  /** Rows that no post takes: outside the plan, and shown as such. */
  readonly onNoPost: readonly BookedSum[];
}

/**
 * A row falls on a post of its activity whose kind covers its account, and of its member if the post has one. Where
 * several would do it is the kind declared first, and in it the post that names the member.
 */
export function outcomeByPost(
  posts: readonly PostKey[],
  kinds: readonly BudgetKind[],
  booked: readonly BookedSum[],
): OutcomeByPost {
  const places = new Map(posts.map((post, index) => [keyOf(post), index]));
  const sums = posts.map(() => ({ debitOre: ZERO, creditOre: ZERO }));
  const onNoPost: BookedSum[] = [];
  for (const row of booked) {
    const sum = sums[placeOf(row, kinds, places) ?? -1];
    if (!sum) onNoPost.push(row);
    else if (row.amountOre > 0) sum.debitOre = addOre(sum.debitOre, row.amountOre);
    else sum.creditOre = addOre(sum.creditOre, row.amountOre);
  }
  const byCode = new Map(kinds.map((kind) => [kind.kind, kind]));
  return {
    posts: posts.map(({ activity, kind, member }, index) => {
      const { debitOre, creditOre } = sums[index]!;
      const own = byCode.get(kind);
      const outcomeOre = own?.accounts ? positiveFor(own.side, addOre(debitOre, creditOre)) : null;
      return { activity, kind, member, side: own?.side ?? null, outcomeOre, debitOre, creditOre };
    }),
    onNoPost,
  };
}

/** A booked amount as a post of the side shows it. */
export function positiveFor(side: Side, bookedOre: Ore): Ore {
  return side === 'cost' ? bookedOre : negateOre(bookedOre);
}

function placeOf(
  { account, activity, member }: BookedSum,
  kinds: readonly BudgetKind[],
  places: ReadonlyMap<string, number>,
): number | undefined {
  if (activity === null) return undefined;
  for (const { kind, accounts = [] } of kinds) {
    if (!isWithin(accounts, account)) continue;
    const named = member === null ? undefined : places.get(keyOf({ activity, kind, member }));
    const place = named ?? places.get(keyOf({ activity, kind, member: null }));
    if (place !== undefined) return place;
  }
  return undefined;
}

/** Codes hold no blanks. */
function keyOf({ activity, kind, member }: PostKey): string {
  return `${activity} ${kind} ${member ?? ''}`;
}
