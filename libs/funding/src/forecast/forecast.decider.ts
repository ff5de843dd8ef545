// What the office expects of the year, made at each reporting date. An estimate, so it needs no decision.
import {
  canonicalJson,
  codeSchema,
  type CommandsOf,
  type Decider,
  defineCommand,
  refusals,
  yearOf,
} from '@finsam/kernel';
import { z } from 'zod';
import { checkPosts } from '../budget/budget-post';
import { type ForecastEvent, forecastEvents, type ForecastPost, forecastSchema } from './forecast.events';

export const MakeForecast = defineCommand(
  'MakeForecast',
  // `facts`: the members, read by the edge from the association's own stream.
  forecastSchema.extend({ facts: z.strictObject({ members: z.array(codeSchema) }) }),
);
type ForecastCommand = CommandsOf<readonly [typeof MakeForecast]>;

const refuse = refusals({
  'funding/date-outside-year': { status: 422, text: 'Datumet {date} ligger utanför året {year}.' },
  'funding/reason-missing': { status: 422, text: 'Posten har ett annat belopp än det härledda. Ange varför.' },
  'funding/derived-missing': { status: 422, text: 'Ange vad metoden {method} gav, eller metoden angiven.' },
});

/** The latest forecast of each reporting date, as canonical JSON. */
type Forecasts = Map<string, string>;

export const forecastDecider: Decider<Forecasts, ForecastCommand, ForecastEvent> = {
  name: 'funding/forecast',
  commands: [MakeForecast],
  events: forecastEvents,
  stream: ({ data }) => `forecast-${data.year}`,
  initialState: () => new Map(),
  evolve: (state, { data }) => state.set(data.asOf, canonicalJson(data)),
  decide: ({ data: { facts, ...forecast } }, state) => {
    const { asOf, year } = forecast;
    if (yearOf(asOf) !== year) throw refuse('funding/date-outside-year', { date: asOf, year, pointer: '/asOf' });
    checkPosts(forecast.posts, facts.members);
    forecast.posts.forEach(checkDerivation);
    return state.get(asOf) === canonicalJson(forecast) ? [] : [{ type: 'ForecastMade', data: forecast }];
  },
};

/** What a method gave stands beside the amount, and whoever says something else says why. */
function checkDerivation({ amountOre, method, derivedOre, reason }: ForecastPost, index: number): void {
  const at = `/posts/${index}`;
  if (method !== undefined && method !== 'angiven' && derivedOre === undefined) {
    throw refuse('funding/derived-missing', { method, pointer: `${at}/derivedOre` });
  }
  if (derivedOre !== undefined && derivedOre !== amountOre && reason === undefined) {
    throw refuse('funding/reason-missing', { pointer: `${at}/reason` });
  }
}
