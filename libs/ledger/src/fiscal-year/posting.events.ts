// What is booked in a fiscal year. Stored for ever: add, never rename or re-mean.
import {
  businessDateSchema,
  codeSchema,
  defineEvent,
  type EventsOf,
  idSchema,
  oreSchema,
  positiveOreSchema,
  yearSchema,
} from '@finsam/kernel';
import { z } from 'zod';
import { accrualKindSchema, contributionMovementSchema } from './kinds';
import { type VoucherRow, voucherSchema } from './voucher';

export const ContributionInvoiced = defineEvent(
  'ContributionInvoiced',
  1,
  z
    .strictObject({
      year: yearSchema,
      memberId: codeSchema,
      amountOre: positiveOreSchema,
      item: codeSchema,
      dueOn: businessDateSchema.optional(),
      voucher: voucherSchema,
    })
    .describe('A member was asked to pay; the contribution is income and a claim until it is paid.'),
);

export const ContributionReceived = defineEvent(
  'ContributionReceived',
  1,
  z
    .strictObject({
      year: yearSchema,
      memberId: codeSchema,
      amountOre: positiveOreSchema,
      /** So much of it settled claims that were carried forward: it is last year's contribution. */
      ofEarlierYearOre: positiveOreSchema.optional(),
      voucher: voucherSchema,
    })
    .describe('A member paid all or part of its contribution.'),
);

export const ContributionRepaid = defineEvent(
  'ContributionRepaid',
  1,
  z
    .strictObject({ year: yearSchema, memberId: codeSchema, amountOre: positiveOreSchema, voucher: voucherSchema })
    .describe('A member got back all or part of what it had paid.'),
);

export const CostBooked = defineEvent(
  'CostBooked',
  1,
  z
    .strictObject({ year: yearSchema, activity: codeSchema, amountOre: positiveOreSchema, voucher: voucherSchema })
    .describe('A cost was booked on an activity.'),
);

export const IncomeBooked = defineEvent(
  'IncomeBooked',
  1,
  z
    .strictObject({ year: yearSchema, activity: codeSchema, amountOre: positiveOreSchema, voucher: voucherSchema })
    .describe('An income other than contributions and interest was booked on an activity.'),
);

export const InterestBooked = defineEvent(
  'InterestBooked',
  1,
  z
    .strictObject({ year: yearSchema, amountOre: oreSchema, voucher: voucherSchema })
    .describe('The bank credited (positive) or charged (negative) interest.'),
);

export const AccrualBooked = defineEvent(
  'AccrualBooked',
  1,
  z
    .strictObject({
      year: yearSchema,
      kind: accrualKindSchema,
      item: codeSchema,
      amountOre: positiveOreSchema,
      voucher: voucherSchema,
    })
    .describe('A cost or an income was moved to the period it belongs to, before it is invoiced or after it was paid.'),
);

export const AccrualDissolved = defineEvent(
  'AccrualDissolved',
  1,
  z
    .strictObject({ year: yearSchema, item: codeSchema, amountOre: positiveOreSchema, voucher: voucherSchema })
    .describe('All or part of an accrual went back to the result, in the period it belongs to.'),
);

export const ProvisionBooked = defineEvent(
  'ProvisionBooked',
  1,
  z
    .strictObject({
      year: yearSchema,
      activity: codeSchema,
      amountOre: oreSchema,
      payrollTaxOre: oreSchema,
      payrollTaxBasisPoints: z.number().int().min(0).max(10_000),
      voucher: voucherSchema,
    })
    .describe('Pension earned and not paid was set aside, with särskild löneskatt on it; negative: released.'),
);

export const VoucherBooked = defineEvent(
  'VoucherBooked',
  1,
  z
    .strictObject({ year: yearSchema, voucher: voucherSchema })
    .describe('A voucher of any other kind: a settled debt, a transfer between accounts, an accrual.'),
);

/** Version 1 said nothing of contributions: then one was always a member's income, in the bank at once. */
function withContribution(data: { voucher: { rows: readonly VoucherRow[] } }): object {
  const { rows } = data.voucher;
  const income = rows.find(({ account, dimensions }) => account >= 3000 && account < 4000 && 'member' in dimensions);
  if (!income || rows.length !== 2) return data;
  const { member: memberId } = income.dimensions;
  return { ...data, contribution: { memberId, movement: 'received', amountOre: income.amountOre } };
}

export const VoucherCorrected = defineEvent(
  'VoucherCorrected',
  2,
  z
    .strictObject({
      year: yearSchema,
      corrects: idSchema,
      /** The fiscal year of the earlier voucher, when it is another. */
      correctsYear: yearSchema.optional(),
      /** What of a member's contribution was taken back; negative: put back. */
      contribution: z
        .strictObject({
          memberId: codeSchema,
          movement: contributionMovementSchema,
          amountOre: oreSchema,
          ofEarlierYearOre: oreSchema.optional(),
        })
        .optional(),
      voucher: voucherSchema,
    })
    .describe('An earlier voucher was taken back by a counter-voucher. The earlier one stands unchanged.'),
  { 1: withContribution },
);

export const VoucherAttested = defineEvent(
  'VoucherAttested',
  1,
  z
    .strictObject({ year: yearSchema, voucherId: idSchema })
    .describe('Someone else than who booked the voucher has seen it and its document.'),
);

/** The events that carry a voucher of our own. */
export const postingEvents = [
  ContributionInvoiced,
  ContributionReceived,
  ContributionRepaid,
  CostBooked,
  IncomeBooked,
  InterestBooked,
  AccrualBooked,
  AccrualDissolved,
  ProvisionBooked,
  VoucherBooked,
  VoucherCorrected,
] as const;
export type PostingEvent = EventsOf<typeof postingEvents>;
