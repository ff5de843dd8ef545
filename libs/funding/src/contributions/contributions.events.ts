// Stored for ever: add, never rename or re-mean.
import { codeSchema, decisionRefSchema, defineEvent, type EventsOf, positiveOreSchema } from '@finsam/kernel';
import { z } from 'zod';

export const agreementSchema = z.strictObject({
  year: z.number().int().min(1990).max(2199),
  memberId: codeSchema,
  amountOre: positiveOreSchema,
  decision: decisionRefSchema,
});

export const ContributionAgreed = defineEvent(
  'ContributionAgreed',
  1,
  agreementSchema.describe(
    "A member's contribution for the year was agreed by decision. A later decision for the same year replaces it.",
  ),
);

export const contributionsEvents = [ContributionAgreed] as const;
export type ContributionsEvent = EventsOf<typeof contributionsEvents>;
