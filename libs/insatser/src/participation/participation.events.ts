// Stored for ever; add, never rename or re-mean. Nothing here may say who a participant is.
import { businessDateSchema, codeSchema, defineEvent } from '@finsam/kernel';
import { z } from 'zod';
import { pseudonymSchema } from './pseudonym';

export const genderSchema = z.enum(['kvinna', 'man', 'uppgift-saknas']);
export type Gender = z.output<typeof genderSchema>;

export const ParticipantEnrolled = defineEvent(
  'ParticipantEnrolled',
  1,
  z
    .strictObject({
      participationId: pseudonymSchema,
      insatsId: codeSchema,
      participantId: pseudonymSchema.optional(),
      gender: genderSchema,
      enrolledOn: businessDateSchema,
    })
    .describe(
      'A person began in this insats on this day. Without a participant id the person is *anonym* and counted apart.',
    ),
);

export const ParticipantExited = defineEvent(
  'ParticipantExited',
  1,
  z
    .strictObject({
      participationId: pseudonymSchema,
      insatsId: codeSchema,
      reason: codeSchema,
      exitedOn: businessDateSchema,
    })
    .describe(
      "The person took part for the last time on this day, and left for this reason in the förbund's own list.",
    ),
);

export const ParticipationVoided = defineEvent(
  'ParticipationVoided',
  1,
  z
    .strictObject({ participationId: pseudonymSchema, insatsId: codeSchema })
    .describe(
      'The participation was registered by mistake (*felregistrering*). It counts nowhere, as if it had never been.',
    ),
);

export const participationEvents = [ParticipantEnrolled, ParticipantExited, ParticipationVoided] as const;
