// Stored for ever; add, never rename or re-mean.
import { businessDateSchema, codeSchema, decisionRefSchema, defineEvent, lineSchema, slugSchema } from '@finsam/kernel';
import { z } from 'zod';
import { organisationNumberSchema } from './organisation-number';

/** Who may be a member under 3 § lag (2003:1210): the state's two authorities, regioner and kommuner. */
export const memberKindSchema = z.enum(['stat', 'region', 'kommun']);
export type MemberKind = z.output<typeof memberKindSchema>;

export const AssociationRegistered = defineEvent(
  'AssociationRegistered',
  1,
  z
    .strictObject({
      slug: slugSchema,
      name: lineSchema(120),
      organisationNumber: organisationNumberSchema.optional(),
    })
    .describe(
      'The samordningsförbund keeps its books and reports here from now on, under this name and organisation number.',
    ),
);

export const MemberJoined = defineEvent(
  'MemberJoined',
  1,
  z
    .strictObject({
      memberId: codeSchema,
      name: lineSchema(120),
      kind: memberKindSchema,
      pays: z.boolean(),
      from: businessDateSchema,
    })
    .describe(
      'The organisation is a member of the förbund from this day, with or without paying contributions of its own.',
    ),
);

export const ParticipantRecordsChosen = defineEvent(
  'ParticipantRecordsChosen',
  1,
  z
    .strictObject({ legalGround: lineSchema(200), decision: decisionRefSchema })
    .describe('By this decision the förbund keeps pseudonymous records of participations, on the stated legal ground.'),
);

export const AggregatesOnlyChosen = defineEvent(
  'AggregatesOnlyChosen',
  1,
  z
    .strictObject({ decision: decisionRefSchema })
    .describe('By this decision the förbund keeps no participant records any more: insatser report counts only.'),
);

export const associationEvents = [
  AssociationRegistered,
  MemberJoined,
  ParticipantRecordsChosen,
  AggregatesOnlyChosen,
] as const;
