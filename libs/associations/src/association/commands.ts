// What can be asked of an association.
import {
  businessDateSchema,
  codeSchema,
  type CommandsOf,
  decisionRefSchema,
  defineCommand,
  lineSchema,
  slugSchema,
} from '@finsam/kernel';
import { z } from 'zod';
import { memberKindSchema } from './association.events';
import { organisationNumberSchema } from './organisation-number';

export const RegisterAssociation = defineCommand(
  'RegisterAssociation',
  z.strictObject({
    slug: slugSchema,
    name: lineSchema(120),
    organisationNumber: organisationNumberSchema.optional(),
  }),
);

export const JoinMember = defineCommand(
  'JoinMember',
  z.strictObject({
    memberId: codeSchema,
    name: lineSchema(120),
    kind: memberKindSchema,
    /** False for Arbetsförmedlingen: it has a seat, but the state's half comes through Försäkringskassan (5 §). */
    pays: z.boolean().default(true),
    from: businessDateSchema,
  }),
);

/**
 * Aggregates only is what an association starts with. On 3 March 2016 the data protection authority ordered a
 * samordningsförbund to stop handling personal data of participants that is not purely administrative
 * (imy.se, "Samordningsförbund ska inte bedriva rehabiliteringsverksamhet"). Records, pseudonymous as they are,
 * are therefore a choice that somebody decides on and states the legal ground of.
 */
export const ChooseParticipantRecords = defineCommand(
  'ChooseParticipantRecords',
  z.strictObject({ legalGround: lineSchema(200), decision: decisionRefSchema }),
);

/** The way back, when the legal ground has gone. What is recorded stays in the log until a decision on gallring. */
export const ChooseAggregatesOnly = defineCommand(
  'ChooseAggregatesOnly',
  z.strictObject({ decision: decisionRefSchema }),
);

export const associationCommands = [
  RegisterAssociation,
  JoinMember,
  ChooseParticipantRecords,
  ChooseAggregatesOnly,
] as const;
export type AssociationCommand = CommandsOf<typeof associationCommands>;
