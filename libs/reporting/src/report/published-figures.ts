// What a published report tells the nation: sums and counts, the same words for every association.
import { businessDateSchema, codeSchema, lineSchema, oreSchema, periodCodeSchema, slugSchema } from '@finsam/kernel';
import { z } from 'zod';

const countSchema = z.number().int().min(0);

/** Participations, not persons: one person in two insatser counts twice. */
export const publishedParticipantsSchema = z.strictObject({
  women: countSchema,
  men: countSchema,
  /** Gender not stated. */
  unstated: countSchema,
  exits: countSchema,
  /** By the national list of reasons. */
  exitsByReason: z.record(codeSchema, countSchema),
});

export const publishedFiguresSchema = z.strictObject({
  slug: slugSchema,
  name: lineSchema(120),
  type: codeSchema,
  period: periodCodeSchema,
  from: businessDateSchema,
  to: businessDateSchema,
  /** Öre by code (`income`, `cost`, `result` …), as the association's layouts define them; null: not stated. */
  figures: z.record(codeSchema, oreSchema.nullable()),
  /** Null: the association states no participants (uppgift saknas). */
  participants: publishedParticipantsSchema.nullable(),
});
export type PublishedFigures = z.output<typeof publishedFiguresSchema>;

/** The kind of message in the exchange. */
export const PUBLISHED_FIGURES = 'published-figures';
