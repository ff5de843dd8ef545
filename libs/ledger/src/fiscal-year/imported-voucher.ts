// A voucher that another system has booked: under its own series and number, and as complete as it came.
import { accountSchema, businessDateSchema, idSchema, lineSchema, oreSchema } from '@finsam/kernel';
import { z } from 'zod';
import { dimensionsSchema, voucherRowSchema } from './voucher';

export const IMPORTED_ROWS_MAX = 5_000;

export const importedVoucherSchema = z.strictObject({
  voucherId: idSchema,
  /** As the source writes it; may be empty. */
  series: z.union([z.literal(''), lineSchema(20)]),
  number: z.number().int().min(0),
  date: businessDateSchema,
  /** When the source registered it. */
  registeredOn: businessDateSchema.optional(),
  text: z.union([z.literal(''), lineSchema(200)]),
  /** SHA-256 over the voucher as it stood in the file, to know it again in the next one. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  rows: z.array(voucherRowSchema).max(IMPORTED_ROWS_MAX),
  /** How the rows came to be as they are: what the source struck and added since it booked the voucher. */
  changes: z
    .array(
      z.strictObject({
        change: z.enum(['struck', 'added']),
        on: businessDateSchema.optional(),
        account: accountSchema,
        amountOre: oreSchema,
        dimensions: dimensionsSchema,
      }),
    )
    .optional(),
});
export type ImportedVoucher = z.output<typeof importedVoucherSchema>;
