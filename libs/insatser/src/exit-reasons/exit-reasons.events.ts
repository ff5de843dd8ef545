// Stored for ever; add, never rename or re-mean.
import { codeSchema, decisionRefSchema, defineEvent, lineSchema } from '@finsam/kernel';
import { z } from 'zod';

/** The national categories; *arbete eller studier* for a list that does not tell the two apart. */
export const nationalReasonSchema = z.enum([
  'arbete',
  'studier',
  'arbete-eller-studier',
  'fortsatt-rehabilitering',
  'sjukdom',
  'ovrigt',
]);

/** One *avslutsorsak* of the association's own list, and what it counts as nationally. */
export const exitReasonSchema = z.strictObject({
  code: codeSchema,
  label: lineSchema(80),
  national: nationalReasonSchema,
});
export type ExitReason = z.output<typeof exitReasonSchema>;

export const ExitReasonsAdopted = defineEvent(
  'ExitReasonsAdopted',
  1,
  z
    .strictObject({ reasons: z.array(exitReasonSchema).min(1).max(40), decision: decisionRefSchema })
    .describe(
      'By this decision the förbund uses these reasons, in this order, when a participation ends: the whole list.',
    ),
);

export const exitReasonsEvents = [ExitReasonsAdopted] as const;
