// Stored for ever: add, never rename or re-mean.
import {
  codeSchema,
  decisionRefSchema,
  defineEvent,
  type EventsOf,
  idSchema,
  lineSchema,
  oreSchema,
  positiveOreSchema,
} from '@finsam/kernel';
import { z } from 'zod';
import { accountSchema, voucherSchema } from './voucher';

const yearSchema = z.number().int().min(1990).max(2199);
const balancesSchema = z.array(z.strictObject({ account: accountSchema, amountOre: oreSchema }));

export const FiscalYearOpened = defineEvent(
  'FiscalYearOpened',
  1,
  z
    .strictObject({ year: yearSchema, books: z.enum(['own', 'imported']) })
    .describe(
      'The fiscal year begins, and it is settled for good where its books are kept: here, or imported from elsewhere.',
    ),
);

export const AccountsAdopted = defineEvent(
  'AccountsAdopted',
  1,
  z
    .strictObject({
      year: yearSchema,
      accounts: z.array(z.strictObject({ account: accountSchema, name: lineSchema(80) })),
    })
    .describe('These accounts may be booked on this year; an account named again gets the new name.'),
);

export const ActivitiesAdopted = defineEvent(
  'ActivitiesAdopted',
  1,
  z
    .strictObject({
      year: yearSchema,
      activities: z.array(z.strictObject({ activity: codeSchema, name: lineSchema(80) })),
    })
    .describe('These activities (insatser, kansli, styrelse …) may be booked on this year.'),
);

export const OpeningBalancesSet = defineEvent(
  'OpeningBalancesSet',
  1,
  z
    .strictObject({ year: yearSchema, balances: balancesSchema })
    .describe('The balances the year starts from; they weigh the same on both sides.'),
);

export const ContributionReceived = defineEvent(
  'ContributionReceived',
  1,
  z
    .strictObject({ year: yearSchema, memberId: codeSchema, amountOre: positiveOreSchema, voucher: voucherSchema })
    .describe('A member paid all or part of its contribution.'),
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

export const VoucherBooked = defineEvent(
  'VoucherBooked',
  1,
  z
    .strictObject({ year: yearSchema, voucher: voucherSchema })
    .describe('A voucher of any other kind: a settled debt, a transfer between accounts, an accrual.'),
);

export const VoucherCorrected = defineEvent(
  'VoucherCorrected',
  1,
  z
    .strictObject({ year: yearSchema, corrects: idSchema, voucher: voucherSchema })
    .describe('An earlier voucher was taken back by a counter-voucher. The earlier one stands unchanged.'),
);

export const FiscalYearClosed = defineEvent(
  'FiscalYearClosed',
  1,
  z
    .strictObject({
      year: yearSchema,
      resultOre: oreSchema,
      closingBalances: balancesSchema,
      decision: decisionRefSchema,
    })
    .describe("The year's books are final: nothing more is booked in it. Its closing balances open the next."),
);

/** The events that carry a voucher. */
export const postingEvents = [
  ContributionReceived,
  CostBooked,
  IncomeBooked,
  InterestBooked,
  VoucherBooked,
  VoucherCorrected,
] as const;

export const fiscalYearEvents = [
  FiscalYearOpened,
  AccountsAdopted,
  ActivitiesAdopted,
  OpeningBalancesSet,
  ...postingEvents,
  FiscalYearClosed,
] as const;

export type PostingEvent = EventsOf<typeof postingEvents>;
export type FiscalYearEvent = EventsOf<typeof fiscalYearEvents>;
