// Stored for ever; add, never rename or re-mean.
import { businessDateSchema, codeSchema, defineEvent, type EventsOf, positiveOreSchema } from '@finsam/kernel';
import { z } from 'zod';

/** A position of an insats, never who holds it. */
export const positionSchema = z.strictObject({
  position: codeSchema,
  /** The member that employs. */
  employer: codeSchema.optional(),
  /** Of full time, in hundredths of a per cent: 5000 is half time. */
  shareBasisPoints: z.number().int().min(1).max(10_000),
  /** What the position, at its share, costs the förbund a month. */
  monthlyCostOre: positiveOreSchema,
  from: businessDateSchema,
  to: businessDateSchema.optional(),
});
export type Position = z.output<typeof positionSchema>;

export const staffingSchema = z.strictObject({
  insatsId: codeSchema,
  /** Where the positions' cost is budgeted: absent, the activity with the insats's own code. */
  activity: codeSchema.optional(),
  /** The kind of budget post; absent, the activity's only cost post. */
  kind: codeSchema.optional(),
  positions: z.array(positionSchema).min(1).max(100),
});

export const vacancySchema = z.strictObject({
  insatsId: codeSchema,
  position: codeSchema,
  from: businessDateSchema,
  /** Its last day; absent while nobody knows. */
  to: businessDateSchema.optional(),
});

export const StaffingAgreed = defineEvent(
  'StaffingAgreed',
  1,
  staffingSchema.describe(
    "The insats's positions were agreed: who employs, how much of full time and what each costs a month. A later " +
      'agreement replaces it as a whole.',
  ),
);

export const VacancyRecorded = defineEvent(
  'VacancyRecorded',
  1,
  vacancySchema.describe(
    'A position of the insats is empty from this day, and costs nothing meanwhile. Recorded again from the same day ' +
      'it has another end.',
  ),
);

export const staffingEvents = [StaffingAgreed, VacancyRecorded] as const;
export type StaffingEvent = EventsOf<typeof staffingEvents>;
