// Stored for ever; add, never rename or re-mean.
import { businessDateSchema, codeSchema, defineEvent, lineSchema } from '@finsam/kernel';
import { z } from 'zod';

/** Directed at persons, at structures, or at persons who are counted in volumes only (a *volyminsats*). */
export const insatsKindSchema = z.enum(['individ', 'struktur', 'volym']);
export type InsatsKind = z.output<typeof insatsKindSchema>;

/** Person by person; as volumes in a unit of the insats's own (deltagare, möten, tillfällen); or not at all. */
export const followUpSchema = z.enum(['individ', 'volym', 'ingen']);
export type FollowUp = z.output<typeof followUpSchema>;

/** An insats with two parts is registered as two. */
export const InsatsRegistered = defineEvent(
  'InsatsRegistered',
  1,
  z
    .strictObject({
      insatsId: codeSchema,
      name: lineSchema(120),
      insatsKind: insatsKindSchema,
      followUp: followUpSchema,
      esf: z.boolean(),
      startsOn: businessDateSchema,
    })
    .describe(
      'The förbund finances this insats from this day. Its inriktning, follow-up and ESF financing never change.',
    ),
);

export const InsatsEnded = defineEvent(
  'InsatsEnded',
  1,
  z
    .strictObject({ insatsId: codeSchema, endsOn: businessDateSchema })
    .describe(
      "This was the insats's last day: nobody enrols after it. Participations that go on keep their own exits.",
    ),
);

export const insatsEvents = [InsatsRegistered, InsatsEnded] as const;
