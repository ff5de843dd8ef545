// A voucher (verifikation): dated rows of debit and credit that weigh the same.
import {
  accountSchema,
  businessDateSchema,
  codeSchema,
  idSchema,
  impersonalLineSchema,
  lineSchema,
  negateOre,
  oreSchema,
  sumOre,
} from '@finsam/kernel';
import { z } from 'zod';

/**
 * What a row is about, besides its account: `activity`, `member`, `counterparty`, `project`, and others. `item` names a
 * claim, a debt or an accrual on a balance account: rows of one account and item open and settle it.
 */
export const dimensionsSchema = z.record(codeSchema, codeSchema);

export type Dimensions = z.output<typeof dimensionsSchema>;

/** Debit positive, credit negative, as in SIE. A row of nothing is no row. */
export const voucherRowSchema = z.strictObject({
  account: accountSchema,
  amountOre: oreSchema.refine((amount) => amount !== 0, { error: 'får inte vara noll' }),
  dimensions: dimensionsSchema,
});
export type VoucherRow = z.output<typeof voucherRowSchema>;

/** Number series, as in SIE: one letter or a short code. */
export const seriesSchema = z.string().regex(/^[A-Z][A-Z0-9]{0,4}$/, { error: 'skrivs med versaler, till exempel A' });

/** A text about what was bought. */
export const voucherTextSchema = impersonalLineSchema(200);

export const ROWS_MAX = 1_000;

export const voucherSchema = z.strictObject({
  voucherId: idSchema,
  series: seriesSchema,
  /** Unbroken within its series and fiscal year. */
  number: z.number().int().positive(),
  date: businessDateSchema,
  text: voucherTextSchema,
  /** The association's own reference to the document behind it: an invoice number, a dnr. */
  document: lineSchema(60).optional(),
  /** The organisation it was bought from or sold to, by the association's own code. */
  counterparty: codeSchema.optional(),
  rows: z.array(voucherRowSchema).min(2).max(ROWS_MAX),
});
export type Voucher = z.output<typeof voucherSchema>;

/** Debit minus credit, in öre; zero for a voucher that balances. */
export function imbalanceOre(rows: readonly Pick<VoucherRow, 'amountOre'>[]): number {
  return sumOre(rows.map(({ amountOre }) => amountOre));
}

/** The rows that take back what these rows did. */
export function counterRows(rows: readonly VoucherRow[]): VoucherRow[] {
  return rows.map((row) => ({ ...row, amountOre: negateOre(row.amountOre) }));
}
