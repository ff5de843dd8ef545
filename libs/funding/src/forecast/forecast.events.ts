// Stored for ever: add, never rename or re-mean.
import {
  businessDateSchema,
  defineEvent,
  type EventsOf,
  impersonalLineSchema,
  oreSchema,
  yearSchema,
} from '@finsam/kernel';
import { z } from 'zod';
import { budgetPostSchema } from '../budget/budget-post';

/** How the amount was derived; `angiven`: it was not, somebody said it. */
export const forecastMethodSchema = z.enum([
  'aterstaende-budget',
  'rak-linje',
  'forra-arets-monster',
  'vakanser',
  'angiven',
]);
export type ForecastMethod = z.output<typeof forecastMethodSchema>;

/** A post of a plan and, if it was derived, how, to what, and why the office says something else. */
export const forecastPostSchema = budgetPostSchema.extend({
  method: forecastMethodSchema.optional(),
  derivedOre: oreSchema.optional(),
  /** About the work and the money, never about a person. */
  reason: impersonalLineSchema(200).optional(),
});
export type ForecastPost = z.output<typeof forecastPostSchema>;

export const forecastSchema = z.strictObject({
  year: yearSchema,
  /** The reporting date that the forecast belongs to. */
  asOf: businessDateSchema,
  posts: z.array(forecastPostSchema).min(1).max(1_000),
});

export const ForecastMade = defineEvent(
  'ForecastMade',
  1,
  forecastSchema.describe(
    'The whole year was forecast as of a reporting date, post by post: how each amount was derived, and the reason ' +
      'where the office put another in its place.',
  ),
);

export const forecastEvents = [ForecastMade] as const;
export type ForecastEvent = EventsOf<typeof forecastEvents>;
