// Stored for ever: add, never rename or re-mean.
import {
  codeSchema,
  decisionRefSchema,
  defineEvent,
  type EventsOf,
  positiveOreSchema,
  yearSchema,
} from '@finsam/kernel';
import { z } from 'zod';

const kindSchema = z.enum(['stat', 'region', 'kommun']);
const roundingSchema = z.number().int().min(1).max(100_000_000);

/** How the contributions of one kind of member go on from year to year, or what one member gives one year. */
export const ruleSchema = z.discriminatedUnion('rule', [
  /** So many hundredths of a percent more (or less) each year, reckoned on amounts that are not rounded. */
  z.strictObject({
    rule: z.literal('percent'),
    members: kindSchema,
    changeBasisPoints: z.number().int().min(-5_000).max(5_000),
    roundingOre: roundingSchema,
  }),
  /** Towards an amount, but down by no more than so much a year. */
  z.strictObject({
    rule: z.literal('limited-decrease'),
    members: kindSchema,
    towardsOre: positiveOreSchema,
    decreaseBasisPoints: z.number().int().min(1).max(10_000),
    roundingOre: roundingSchema,
  }),
  /** So many times what another kind of member gives together, as planned. */
  z.strictObject({
    rule: z.literal('multiple'),
    members: z.literal('stat'),
    of: z.enum(['region', 'kommun']),
    times: z.number().int().min(1).max(4),
  }),
  /** Stated freely, as when it is decided already; later years go on from it. */
  z.strictObject({ rule: z.literal('stated'), memberId: codeSchema, year: yearSchema, amountOre: positiveOreSchema }),
]);
export type PlanRule = z.output<typeof ruleSchema>;

export const planAssumptionsSchema = z.strictObject({
  /** The year whose agreed contributions the plan goes out from. */
  year: yearSchema,
  planYears: z.number().int().min(1).max(5),
  rules: z.array(ruleSchema).min(1).max(200),
  decision: decisionRefSchema.optional(),
});
export type PlanAssumptions = z.output<typeof planAssumptionsSchema>;

export const PlanAssumptionsSet = defineEvent(
  'PlanAssumptionsSet',
  1,
  planAssumptionsSchema.describe(
    'The contributions of the coming years are planned by these rules; they promise nothing. Rules set later for the ' +
      'same base year replace them.',
  ),
);

export const planAssumptionsEvents = [PlanAssumptionsSet] as const;
export type PlanAssumptionsEvent = EventsOf<typeof planAssumptionsEvents>;
