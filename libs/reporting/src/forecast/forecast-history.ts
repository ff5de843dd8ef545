// Every forecast of a year against how the year ended. Pure.
import {
  type BookedSum,
  type BudgetKind,
  type ForecastVersion,
  type ForecastVersionPost,
  outcomeByPost,
  planWarnings,
  sided,
  totalsOf,
  type Warning,
} from '@finsam/funding';
import { type BusinessDate, negateOre, type Ore, ore, sumOre } from '@finsam/kernel';

export interface ComparedPost extends ForecastVersionPost {
  /** Null until the year is closed, and where no accounts are said to fall on the kind. */
  readonly outcomeOre: Ore | null;
  /** Forecast less outcome. */
  readonly differenceOre: Ore | null;
}

export interface ComparedForecast {
  readonly asOf: BusinessDate;
  /** 1 for the first forecast of the date. */
  readonly revision: number;
  readonly position: number;
  readonly posts: readonly ComparedPost[];
  /** The year's result as forecast. Null where the side of a kind is not settled. */
  readonly resultOre: Ore | null;
  /** The year's result as it became, whether any post foresaw it or not. */
  readonly outcomeResultOre: Ore | null;
  readonly differenceOre: Ore | null;
  /** The part of the result that no post of the forecast is about. */
  readonly onNoPostOre: Ore | null;
  readonly warnings: readonly Warning[];
}

/** `booked`: the whole year on result accounts; null until it is closed. */
export function forecastHistory(
  versions: readonly ForecastVersion[],
  kinds: readonly BudgetKind[],
  booked: readonly BookedSum[] | null,
): ComparedForecast[] {
  const revisions = new Map<BusinessDate, number>();
  return versions.map((version) => {
    const revision = (revisions.get(version.asOf) ?? 0) + 1;
    revisions.set(version.asOf, revision);
    return { asOf: version.asOf, revision, position: version.position, ...compared(version, kinds, booked) };
  });
}

function compared({ posts }: ForecastVersion, kinds: readonly BudgetKind[], booked: readonly BookedSum[] | null) {
  const outcome = booked && outcomeByPost(posts, kinds, booked);
  const resultOre = totalsOf({ posts, openingEquityOre: null }, kinds)?.resultOre ?? null;
  const outcomeResultOre = booked && resultOf(booked);
  return {
    posts: posts.map((post, index): ComparedPost => {
      const outcomeOre = outcome?.posts[index]?.outcomeOre ?? null;
      return { ...post, outcomeOre, differenceOre: difference(post.amountOre, outcomeOre) };
    }),
    resultOre,
    outcomeResultOre,
    differenceOre: difference(resultOre, outcomeResultOre),
    onNoPostOre: outcome && resultOf(outcome.onNoPost),
    warnings: planWarnings(sided(posts, kinds)),
  };
}

/** Income is booked in credit. */
function resultOf(rows: readonly BookedSum[]): Ore {
  return negateOre(sumOre(rows.map(({ amountOre }) => amountOre)));
}

function difference(forecastOre: Ore | null, outcomeOre: Ore | null): Ore | null {
  return forecastOre === null || outcomeOre === null ? null : ore(forecastOre - outcomeOre);
}
