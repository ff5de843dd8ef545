// Stored for ever: add, never rename or re-mean.
import {
  codeSchema,
  decisionRefSchema,
  defineEvent,
  type EventsOf,
  impersonalLineSchema,
  ORE_LIMIT,
  periodCodeSchema,
} from '@finsam/kernel';
import { z } from 'zod';

/** `table/row/column`, as a finding names its place. */
const placeSchema = z
  .string()
  .max(300)
  .regex(/^[a-z0-9*-]+\/[a-z0-9*-]+\/[a-z0-9*-]+$/, { error: 'skrivs tabell/rad/kolumn, som i avstämningen' });

/** Which finding: as long as its difference is this one, it is the same. */
export const findingRefSchema = z.strictObject({
  period: periodCodeSchema,
  rule: codeSchema,
  place: placeSchema,
  /** What is shown less what it should be, in hundredths of the unit: öre for amounts. */
  difference: z.number().int().min(-ORE_LIMIT).max(ORE_LIMIT),
});
export type FindingRef = z.output<typeof findingRefSchema>;

export const FindingAccepted = defineEvent(
  'FindingAccepted',
  1,
  z
    .strictObject({ ...findingRefSchema.shape, reason: impersonalLineSchema(300), decision: decisionRefSchema })
    .describe(
      'A finding of the reconciliation stands by decision while its difference is the same; the report prints why.',
    ),
);

export const FindingAcceptanceWithdrawn = defineEvent(
  'FindingAcceptanceWithdrawn',
  1,
  z
    .strictObject({ ...findingRefSchema.shape, decision: decisionRefSchema })
    .describe('The finding is not accepted any more.'),
);

export const acceptanceEvents = [FindingAccepted, FindingAcceptanceWithdrawn] as const;
export type AcceptanceEvent = EventsOf<typeof acceptanceEvents>;
