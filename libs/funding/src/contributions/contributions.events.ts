// Stored for ever: add, never rename or re-mean.
import {
  businessDateSchema,
  codeSchema,
  decisionRefSchema,
  defineEvent,
  type EventsOf,
  positiveOreSchema,
  yearSchema,
} from '@finsam/kernel';
import { z } from 'zod';

/** What one member promises. */
export const promiseSchema = z.strictObject({
  memberId: codeSchema,
  amountOre: positiveOreSchema,
  /** When the money falls due, part by part; nothing is said about it when left out. */
  instalments: z
    .array(z.strictObject({ dueOn: businessDateSchema, amountOre: positiveOreSchema }))
    .min(1)
    .max(12)
    .optional(),
});
export type ContributionPromise = z.output<typeof promiseSchema>;

export const agreementSchema = promiseSchema.extend({ year: yearSchema, decision: decisionRefSchema });

/** Up to all members of a year by one decision. */
export const agreementsSchema = z.strictObject({
  year: yearSchema,
  agreements: z.array(promiseSchema).min(1).max(200),
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
