// A forecast of the year derived post by post, by every method at once. Pure: books and plans are handed in.
import {
  type BookedSum,
  type BudgetKind,
  type ForecastMethod,
  outcomeByPost,
  type OutcomeByPost,
  type SidedPost,
} from '@finsam/funding';
import { vacancyCostOre, type InsatsStaffing } from '@finsam/insatser';
import { type BusinessDate, dateOf, monthOf, type Ore, sumOre, yearOf, ZERO } from '@finsam/kernel';
import { lastYearsPatternOre, remainingBudgetOre, straightLineOre, vacanciesOre } from './methods';

export type DerivedMethod = Exclude<ForecastMethod, 'angiven'>;

export interface DerivedPost extends Omit<SidedPost, 'amountOre'> {
  readonly budgetOre: Ore;
  /** To the day; null where the books or the kind's accounts are missing. */
  readonly outcomeOre: Ore | null;
  /** Null where the method has nothing to go on from. */
  readonly derived: Readonly<Record<DerivedMethod, Ore | null>>;
}

export interface Derivation {
  readonly posts: readonly DerivedPost[];
  /** Booked outside the plan: in no post's forecast. */
  readonly onNoPost: readonly BookedSum[];
  /** Insatser whose vacancies are on no single post: which kind of cost they are has not been said. */
  readonly vacanciesOnNoPost: readonly string[];
}

export interface DerivationInput {
  readonly posts: readonly SidedPost[];
  readonly kinds: readonly BudgetKind[];
  /** The last day of a month. */
  readonly asOf: BusinessDate;
  /** Result accounts from 1 January to the day. Null: no books. */
  readonly booked: readonly BookedSum[] | null;
  readonly lastYear: { readonly toMonth: readonly BookedSum[]; readonly full: readonly BookedSum[] } | null;
  readonly staffing: readonly InsatsStaffing[];
}

export function derivation({ posts, kinds, asOf, booked, lastYear, staffing }: DerivationInput): Derivation {
  const months = monthOf(asOf);
  const outcome = booked && outcomeByPost(posts, kinds, booked);
  const last = lastYear && {
    toMonth: outcomeByPost(posts, kinds, lastYear.toMonth),
    full: outcomeByPost(posts, kinds, lastYear.full),
  };
  const { saved, unplaced } = savedByPost(posts, staffing, asOf);
  return {
    posts: posts.map(({ amountOre: budgetOre, ...post }, index) => {
      const outcomeOre = outcomeAt(outcome, index);
      const [toMonthOre, fullOre] = [outcomeAt(last?.toMonth ?? null, index), outcomeAt(last?.full ?? null, index)];
      const remaining = outcomeOre === null ? null : remainingBudgetOre(outcomeOre, budgetOre, months);
      const savedOre = saved[index]!;
      const derived = {
        'aterstaende-budget': remaining,
        'rak-linje': outcomeOre === null ? null : straightLineOre(outcomeOre, months),
        'forra-arets-monster':
          outcomeOre === null || toMonthOre === null || fullOre === null
            ? null
            : lastYearsPatternOre(outcomeOre, { toMonthOre, fullOre }),
        vakanser: remaining === null || savedOre === null ? null : vacanciesOre(remaining, savedOre),
      };
      return { ...post, budgetOre, outcomeOre, derived };
    }),
    onNoPost: outcome?.onNoPost ?? [],
    vacanciesOnNoPost: unplaced,
  };
}

function outcomeAt(outcome: OutcomeByPost | null, index: number): Ore | null {
  return outcome?.posts[index]?.outcomeOre ?? null;
}

/**
 * What vacancies save in the rest of the year, post by post. Null for the cost posts of an activity where it is not
 * said on which of them: to choose one would be a guess.
 */
function savedByPost(posts: readonly SidedPost[], staffing: readonly InsatsStaffing[], asOf: BusinessDate) {
  const saved: (Ore | null)[] = posts.map(() => ZERO);
  const unplaced: string[] = [];
  for (const insats of staffing) {
    const costOre = restOfYear(insats, asOf);
    if (costOre === 0) continue;
    const own = posts.flatMap((post, index) =>
      post.activity === insats.activity && post.side === 'cost' && (insats.kind ?? post.kind) === post.kind
        ? [index]
        : [],
    );
    const [only, ...others] = own;
    if (only === undefined || others.length > 0) unplaced.push(insats.insatsId);
    for (const index of own) {
      const before = saved[index] ?? null;
      saved[index] = others.length > 0 || before === null ? null : sumOre([before, costOre]);
    }
  }
  return { saved, unplaced };
}

/** Days after the reporting date. */
function restOfYear(insats: InsatsStaffing, asOf: BusinessDate): Ore {
  const [year, month] = [yearOf(asOf), monthOf(asOf)];
  if (month === 12) return ZERO;
  return vacancyCostOre(insats, { from: dateOf(year, month + 1, 1), to: dateOf(year, 12, 31) });
}
