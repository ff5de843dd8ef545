// Stored for ever: add, never rename or re-mean.
import { codeSchema, decisionRefSchema, defineEvent, type EventsOf, yearSchema } from '@finsam/kernel';
import { z } from 'zod';

export const splitSchema = z.strictObject({
  /** The first year it holds for; it holds until another is agreed. */
  from: yearSchema,
  method: z.enum(['invanare', 'avtal']),
  parts: z
    .array(
      z.strictObject({
        memberId: codeSchema,
        /** By inhabitants. */
        inhabitants: z.number().int().min(1).max(20_000_000).optional(),
        /** By agreement: hundredths of a percent of the kommuner's quarter. */
        shareBasisPoints: z.number().int().min(0).max(10_000).optional(),
      }),
    )
    .min(1)
    .max(100),
  /** What each kommun's part is rounded to: 100 000 for whole thousands of kronor. */
  roundingOre: z.number().int().min(1).max(100_000_000),
  decision: decisionRefSchema,
});
export type Split = z.output<typeof splitSchema>;

export const SplitAgreed = defineEvent(
  'SplitAgreed',
  1,
  splitSchema.describe(
    'The kommuner share their quarter of the contributions in this way from this year on (5 § lag 2003:1210).',
  ),
);

export const splitEvents = [SplitAgreed] as const;
export type SplitEvent = EventsOf<typeof splitEvents>;
