// What may be said of vouchers that come from another system. None of it posts: what is booked was booked there.
import { codeSchema, defineCommand, idSchema, yearSchema } from '@finsam/kernel';
import { z } from 'zod';
import { contributionMovementSchema } from '../kinds';
import { dimensionsSchema } from '../voucher';
import { factsSchema } from './header';

/** Says that a row of an imported voucher is this member's contribution. */
export const LinkContribution = defineCommand(
  'LinkContribution',
  z.strictObject({
    year: yearSchema,
    voucherId: idSchema,
    memberId: codeSchema,
    movement: contributionMovementSchema,
    /** Which row, from 0; needed only when more than one could be meant. */
    row: z.number().int().min(0).optional(),
    facts: factsSchema,
  }),
);

/** Says what rows of an imported voucher are about. What is not named stays as it was. */
export const ClassifyVoucher = defineCommand(
  'ClassifyVoucher',
  z.strictObject({
    year: yearSchema,
    voucherId: idSchema,
    rows: z
      .array(z.strictObject({ row: z.number().int().min(0), dimensions: dimensionsSchema }))
      .min(1)
      .max(1_000),
    facts: factsSchema,
  }),
);

export const importedCommands = [LinkContribution, ClassifyVoucher] as const;
