// What was booked elsewhere, and what is said of it here. Stored for ever: add, never rename or re-mean.
import {
  accountSchema,
  businessDateSchema,
  codeSchema,
  defineEvent,
  idSchema,
  oreSchema,
  yearSchema,
} from '@finsam/kernel';
import { z } from 'zod';
import { importedVoucherSchema } from './imported-voucher';
import { contributionMovementSchema } from './kinds';
import { dimensionsSchema } from './voucher';

/** A row whose dimensions were told apart from what the source said; the amount and the account stay. */
const classifiedRowSchema = z.strictObject({
  row: z.number().int().min(0),
  account: accountSchema,
  amountOre: oreSchema,
  was: dimensionsSchema,
  is: dimensionsSchema,
});
export type ClassifiedRow = z.output<typeof classifiedRowSchema>;

export const VouchersImported = defineEvent(
  'VouchersImported',
  1,
  z
    .strictObject({ year: yearSchema, importId: idSchema, vouchers: z.array(importedVoucherSchema).min(1) })
    .describe('Vouchers that another system has booked were taken over, under their own numbers.'),
);

export const ContributionLinked = defineEvent(
  'ContributionLinked',
  1,
  z
    .strictObject({
      year: yearSchema,
      voucherId: idSchema,
      date: businessDateSchema,
      memberId: codeSchema,
      movement: contributionMovementSchema,
      amountOre: oreSchema,
      row: classifiedRowSchema,
    })
    .describe('A row of an imported voucher is a member’s contribution. Nothing is booked by saying so.'),
);

export const VoucherClassified = defineEvent(
  'VoucherClassified',
  1,
  z
    .strictObject({
      year: yearSchema,
      voucherId: idSchema,
      date: businessDateSchema,
      rows: z.array(classifiedRowSchema).min(1),
    })
    .describe('Rows of an imported voucher belong to these activities, members or projects. Nothing is booked by it.'),
);

export const importedEvents = [VouchersImported, ContributionLinked, VoucherClassified] as const;
