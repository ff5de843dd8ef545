// What can be asked of a participation.
//
// `facts` are what a neighbouring stream says: a decider reads one stream only. The edge folds them just before it
// sends the command; nobody else may. They are decided on and not stored, and a repeated command may carry others.
import { businessDateSchema, codeSchema, type CommandsOf, defineCommand } from '@finsam/kernel';
import { z } from 'zod';
import { genderSchema } from './participation.events';
import { pseudonymSchema } from './pseudonym';

const enrolmentFactsSchema = z.strictObject({
  /** From the stream `association`: may this förbund keep records of persons? */
  participantMode: z.enum(['aggregates', 'records']),
  /** From the stream of the insats; null when there is no such insats. */
  insats: z
    .strictObject({
      kind: z.enum(['individ', 'struktur', 'volym']),
      startsOn: businessDateSchema,
      endsOn: businessDateSchema.nullable(),
    })
    .nullable(),
});

export const EnrolParticipant = defineCommand(
  'EnrolParticipant',
  z.strictObject({
    participationId: pseudonymSchema,
    insatsId: codeSchema,
    /** Pseudonymous. Left out for an *anonym* participant: no consent, or protected identity. */
    participantId: pseudonymSchema.optional(),
    gender: genderSchema,
    enrolledOn: businessDateSchema,
    facts: enrolmentFactsSchema,
  }),
);

export const ExitParticipant = defineCommand(
  'ExitParticipant',
  z.strictObject({
    participationId: pseudonymSchema,
    exitedOn: businessDateSchema,
    reason: codeSchema,
    /** From the stream `exit-reasons`: the codes of the list in force. */
    facts: z.strictObject({ reasons: z.array(codeSchema).max(40) }),
  }),
);

/** For a *felregistrering* only: a participation that came to nothing is an exit with a reason. */
export const VoidParticipation = defineCommand(
  'VoidParticipation',
  z.strictObject({ participationId: pseudonymSchema }),
);

export const participationCommands = [EnrolParticipant, ExitParticipant, VoidParticipation] as const;
export type ParticipationCommand = CommandsOf<typeof participationCommands>;
