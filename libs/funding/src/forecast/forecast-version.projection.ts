// Every forecast that was ever made, with how it was derived. Of each reporting date the latest is the one in force.
import type { BusinessDate, FactProjection, Ore } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { plannedPosts, type PlanPost } from '../budget/budget-post';
import { type ForecastEvent, forecastEvents, type ForecastMethod } from './forecast.events';

export interface ForecastVersionPost extends PlanPost {
  /** Null where nobody said how the amount came to be. */
  readonly method: ForecastMethod | null;
  readonly derivedOre: Ore | null;
  readonly reason: string | null;
}

export type ForecastVersionRow = {
  fiscal_year: number;
  as_of: BusinessDate;
  posts: readonly ForecastVersionPost[];
};

export const forecastVersions: FactProjection<ForecastEvent, ForecastVersionRow> = {
  kind: 'facts',
  table: {
    name: 'forecast_version_v1',
    columns: { fiscal_year: 'integer', as_of: 'date', posts: 'json' },
    indexes: [['fiscal_year']],
  },
  events: forecastEvents,
  facts: ({ data }) => [
    {
      fiscal_year: data.year,
      as_of: data.asOf,
      posts: data.posts.map(({ activity, kind, member, amountOre, method, derivedOre, reason }) => ({
        activity,
        kind,
        member: member ?? null,
        amountOre,
        method: method ?? null,
        derivedOre: derivedOre ?? null,
        reason: reason ?? null,
      })),
    },
  ],
};

export interface ForecastVersion {
  readonly asOf: BusinessDate;
  /** Where in the log it was made. */
  readonly position: number;
  readonly posts: readonly ForecastVersionPost[];
}

/** All of a year's forecasts by reporting date, and of each date in the order they were made. */
export async function forecastVersionsFor(view: View, year: number): Promise<ForecastVersion[]> {
  const rows = await view
    .from(forecastVersions)
    .selectAll()
    .where('fiscal_year', '=', year)
    .orderBy('as_of')
    .orderBy('since')
    .execute();
  return rows.map(({ as_of, since, posts }) => ({ asOf: as_of, position: since, posts }));
}

/** The latest forecast made as of a reporting date no later than `to`; null if there is none. */
export async function forecastFor(
  view: View,
  year: number,
  to: BusinessDate,
): Promise<{ asOf: BusinessDate; position: number; posts: PlanPost[] } | null> {
  const [last] = await view
    .from(forecastVersions)
    .selectAll()
    .where('fiscal_year', '=', year)
    .where('as_of', '<=', to)
    .orderBy('as_of', 'desc')
    .orderBy('since', 'desc')
    .limit(1)
    .execute();
  return last ? { asOf: last.as_of, position: last.since, posts: plannedPosts(last.posts) } : null;
}
