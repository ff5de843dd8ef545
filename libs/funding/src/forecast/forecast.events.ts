// Stored for ever: add, never rename or re-mean.
import { businessDateSchema, defineEvent, type EventsOf } from '@finsam/kernel';
import { z } from 'zod';
import { budgetPostsSchema } from '../budget/budget-post';

export const forecastSchema = z.strictObject({
  year: z.number().int().min(1990).max(2199),
  /** The reporting date that the forecast belongs to. */
  asOf: businessDateSchema,
  posts: budgetPostsSchema,
});

export const ForecastMade = defineEvent(
  'ForecastMade',
  1,
  forecastSchema.describe('The whole year was forecast as of a reporting date, post by post.'),
);

export const forecastEvents = [ForecastMade] as const;
export type ForecastEvent = EventsOf<typeof forecastEvents>;
