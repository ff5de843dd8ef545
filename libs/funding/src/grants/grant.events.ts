// Stored for ever: add, never rename or re-mean.
import {
  businessDateSchema,
  codeSchema,
  decisionRefSchema,
  defineEvent,
  type EventsOf,
  idSchema,
  impersonalLineSchema,
  positiveOreSchema,
  yearSchema,
} from '@finsam/kernel';
import { z } from 'zod';

/** What a grant allows. Conditions are said in lines about the work, never about a person. */
const terms = {
  grantId: idSchema,
  from: businessDateSchema,
  to: businessDateSchema,
  amounts: z
    .array(z.strictObject({ year: yearSchema, amountOre: positiveOreSchema }))
    .min(1)
    .max(20),
  conditions: z.array(impersonalLineSchema(120)).max(20),
  /** What the budget leaves out of the grant, as it is normal that not all is used: 1000 is 10 %. Absent: nothing. */
  generalDeductionBasisPoints: z.number().int().min(0).max(10_000).optional(),
  decision: decisionRefSchema,
};
export const decidedGrantSchema = z.strictObject({
  ...terms,
  activity: codeSchema,
  insatsId: codeSchema.optional(),
});
export const revisedGrantSchema = z.strictObject(terms);

/** Money of one of the grant's years. */
const movement = { grantId: idSchema, year: yearSchema, on: businessDateSchema, amountOre: positiveOreSchema };
const voucherRefSchema = z.strictObject({ year: yearSchema, voucherId: idSchema });

export const requisitionSchema = z.strictObject({ ...movement, requisitionId: idSchema });
export const paymentSchema = z.strictObject({ ...movement, paymentId: idSchema, voucher: voucherRefSchema.optional() });
export const repaymentSchema = z.strictObject({
  ...movement,
  repaymentId: idSchema,
  voucher: voucherRefSchema.optional(),
});
export const endedGrantSchema = z.strictObject({
  grantId: idSchema,
  on: businessDateSchema,
  decision: decisionRefSchema,
});

export const GrantDecided = defineEvent(
  'GrantDecided',
  1,
  decidedGrantSchema.describe(
    'The board granted money to an activity, so much for each year, for a period and on conditions. The budget ' +
      'counts the grant less the general deduction; without one, the whole grant.',
  ),
);
export const GrantRevised = defineEvent(
  'GrantRevised',
  1,
  revisedGrantSchema.describe("The grant's period, amounts, conditions and deduction were replaced by decision."),
);
export const GrantRequisitioned = defineEvent(
  'GrantRequisitioned',
  1,
  requisitionSchema.describe("Whoever runs the activity asked for money of one of the grant's years."),
);
export const GrantPaid = defineEvent(
  'GrantPaid',
  1,
  paymentSchema.describe('Money of the grant was paid; before it was asked for, it is a payment in advance.'),
);
export const GrantRepaid = defineEvent(
  'GrantRepaid',
  1,
  repaymentSchema.describe('Money of the grant that was not used came back.'),
);
export const GrantEnded = defineEvent(
  'GrantEnded',
  1,
  endedGrantSchema.describe('No more of the grant may be asked for; what was left of it is free for other things.'),
);

export const grantEvents = [
  GrantDecided,
  GrantRevised,
  GrantRequisitioned,
  GrantPaid,
  GrantRepaid,
  GrantEnded,
] as const;
export type GrantEvent = EventsOf<typeof grantEvents>;
