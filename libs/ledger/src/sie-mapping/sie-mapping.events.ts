// How the codes of the bookkeeping are read here. Stored for ever: add, never rename or re-mean.
import { accountSchema, codeSchema, defineEvent, type EventsOf, lineSchema } from '@finsam/kernel';
import { z } from 'zod';

/** An object of the other system's dimension (kostnadsställe, projekt …) and what it is here. */
const objectSchema = z.strictObject({ object: lineSchema(40), code: codeSchema });

export const dimensionMappingSchema = z.strictObject({
  /** SIE's number: 1 cost centre, 6 project, from 20 its owner's. Not 7, which is employees. */
  dimension: z
    .number()
    .int()
    .min(1)
    .max(9999)
    .refine((dimension) => dimension !== 7, { error: 'är anställda, som inte läses in' }),
  /** What it becomes: `activity`, `member`, `project`, `counterparty` or another. */
  to: codeSchema,
  objects: z.array(objectSchema).max(2_000),
  /** Objects that are not named: the code as it is, or left unmapped and listed. */
  others: z.enum(['same', 'unmapped']),
});

export const accountMappingSchema = z
  .strictObject({
    from: accountSchema,
    to: accountSchema,
    activity: codeSchema.optional(),
    member: codeSchema.optional(),
  })
  .refine(({ from, to }) => from <= to, { error: 'börjar efter sitt slut', path: ['to'] });

export const SieMappingAdopted = defineEvent(
  'SieMappingAdopted',
  1,
  z
    .strictObject({ dimensions: z.array(dimensionMappingSchema), accounts: z.array(accountMappingSchema) })
    .describe('From now on the codes of imported files are read so: objects and accounts become these codes.'),
);

export const sieMappingEvents = [SieMappingAdopted] as const;
export type SieMappingEvent = EventsOf<typeof sieMappingEvents>;
export type SieMapping = SieMappingEvent['data'];
