// What may be booked in a fiscal year. The same schemas check HTTP bodies, imports and tests.
import {
  accountSchema,
  businessDateSchema,
  codeSchema,
  defineCommand,
  idSchema,
  oreSchema,
  positiveOreSchema,
  yearSchema,
} from '@finsam/kernel';
import { z } from 'zod';
import { contributionMovementSchema } from '../kinds';
import { dimensionsSchema, ROWS_MAX, voucherRowSchema } from '../voucher';
import { actorSchema, factsSchema, header, posting } from './header';

export const InvoiceContribution = defineCommand(
  'InvoiceContribution',
  z.strictObject({ ...posting, memberId: codeSchema, dueOn: businessDateSchema.optional() }),
);
/** Settles the member's claims, the oldest first or the one named by `item`; what is left over is income. */
export const ReceiveContribution = defineCommand(
  'ReceiveContribution',
  z.strictObject({ ...posting, memberId: codeSchema }),
);
export const RepayContribution = defineCommand(
  'RepayContribution',
  z.strictObject({ ...posting, memberId: codeSchema }),
);
/** `amountOre` is without the VAT that is claimed back (lag 2005:807); that is debited on an account of its own. */
export const BookCost = defineCommand(
  'BookCost',
  z.strictObject({
    ...posting,
    inputVat: z.strictObject({ account: accountSchema, amountOre: positiveOreSchema }).optional(),
  }),
);
export const BookIncome = defineCommand('BookIncome', z.strictObject(posting));
export const BookInterest = defineCommand(
  'BookInterest',
  z.strictObject({
    ...posting,
    amountOre: oreSchema.refine((amount) => amount !== 0, { error: 'får inte vara noll' }),
  }),
);
export const BookVoucher = defineCommand(
  'BookVoucher',
  z.strictObject({
    ...header,
    rows: z
      .array(voucherRowSchema.extend({ dimensions: dimensionsSchema.default({}) }))
      .min(2)
      .max(ROWS_MAX),
  }),
);

/** A voucher of an earlier year, read by the edge: it is final there, so it is taken back here. */
const earlierSchema = z.strictObject({
  year: yearSchema,
  closed: z.boolean(),
  voucher: z.strictObject({ date: businessDateSchema, rows: z.array(voucherRowSchema) }),
  /** What of a member's contribution taking it back takes back. */
  contribution: z
    .strictObject({
      memberId: codeSchema,
      movement: contributionMovementSchema,
      amountOre: oreSchema,
      ofEarlierYearOre: oreSchema.optional(),
    })
    .optional(),
  /** The number of what took it back already, in whatever year. */
  correctedBy: z.string().optional(),
});

export const CorrectVoucher = defineCommand(
  'CorrectVoucher',
  z.strictObject({
    ...header,
    corrects: idSchema,
    /** The fiscal year of the voucher to correct; absent: the same year. */
    correctsYear: yearSchema.optional(),
    facts: factsSchema.extend({ earlier: earlierSchema.optional() }),
  }),
);

/** Someone else than who booked it has seen it and its document. */
export const AttestVoucher = defineCommand(
  'AttestVoucher',
  z.strictObject({ year: yearSchema, voucherId: idSchema, facts: z.strictObject({ actor: actorSchema }) }),
);

export const bookingCommands = [
  InvoiceContribution,
  ReceiveContribution,
  RepayContribution,
  BookCost,
  BookIncome,
  BookInterest,
  BookVoucher,
  CorrectVoucher,
] as const;
