// What came with a file from another system. Stored for ever: add, never rename or re-mean.
import {
  accountSchema,
  businessDateSchema,
  codeSchema,
  defineEvent,
  type EventsOf,
  idSchema,
  lineSchema,
  oreSchema,
  yearSchema,
} from '@finsam/kernel';
import { z } from 'zod';
import { importedVoucherSchema } from '../imported-voucher';
import { monthSchema } from '../kinds';
import { dimensionsSchema, voucherRowSchema, voucherTextSchema } from '../voucher';

const countSchema = z.number().int().min(0);
const ofImport = { year: yearSchema, importId: idSchema };
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** A kind of oddity, how often it was met, and where: a line, an account, a voucher's number. Never a text. */
const findingSchema = z.strictObject({
  code: codeSchema,
  count: countSchema,
  examples: z.array(z.strictObject({ line: countSchema.nullable(), what: lineSchema(60).nullable() })),
});

export const SieImported = defineEvent(
  'SieImported',
  1,
  z
    .strictObject({
      ...ofImport,
      sha256: hashSchema,
      bytes: countSchema,
      sieType: z.enum(['1', '2', '3', '4E', '4I']),
      /** What the bytes were taken for, and on what grounds. */
      charset: z.strictObject({
        charset: z.enum(['ascii', 'cp437', 'windows-1252', 'utf-8', 'utf-16le', 'utf-16be']),
        chosenBy: z.enum(['bytes', 'bom', 'caller']),
        cp437: countSchema,
        windows1252: countSchema,
        utf8: countSchema,
      }),
      program: z.union([z.literal(''), lineSchema(80)]),
      generatedOn: businessDateSchema.optional(),
      through: businessDateSchema.optional(),
      /** Vouchers of the file: booked now, known since before, in conflict with what is known. */
      vouchers: z.strictObject({ booked: countSchema, known: countSchema, conflicts: countSchema }),
      findings: z.array(findingSchema),
      /** Labels that are not read, with how many there were. */
      skipped: z.array(z.strictObject({ label: lineSchema(30), count: countSchema })),
    })
    .describe('A SIE file was taken over from the system that keeps the books; what was odd about it is listed.'),
);

export const OpeningBalancesImported = defineEvent(
  'OpeningBalancesImported',
  1,
  z
    .strictObject({
      ...ofImport,
      changes: z.array(z.strictObject({ account: accountSchema, amountOre: oreSchema })).min(1),
    })
    .describe('The opening balances became those of the file: by so much on each account.'),
);

export const ImportConflictsFound = defineEvent(
  'ImportConflictsFound',
  1,
  z
    .strictObject({
      ...ofImport,
      conflicts: z.array(z.strictObject({ known: idSchema, voucher: importedVoucherSchema })).min(1),
    })
    .describe('Vouchers came with another content than under the same number before. Nothing is booked until decided.'),
);

const conflictNumber = { series: z.union([z.literal(''), lineSchema(20)]), number: z.number().int().min(0) };

export const ImportConflictsWithdrawn = defineEvent(
  'ImportConflictsWithdrawn',
  1,
  z
    .strictObject({ ...ofImport, vouchers: z.array(z.strictObject(conflictNumber)).min(1) })
    .describe('The vouchers stand in the newest file as they are booked: there is nothing left to decide.'),
);

export const ImportConflictKept = defineEvent(
  'ImportConflictKept',
  1,
  z
    .strictObject({ year: yearSchema, ...conflictNumber, contentHash: hashSchema, reason: voucherTextSchema })
    .describe('A voucher stays as it is booked, whatever the newer file says of it.'),
);

export const ImportedVoucherReplaced = defineEvent(
  'ImportedVoucherReplaced',
  1,
  z
    .strictObject({
      year: yearSchema,
      importId: idSchema,
      replaces: idSchema,
      /** The rows that stood, with their day: they are taken back. */
      takenBack: z.strictObject({ date: businessDateSchema, rows: z.array(voucherRowSchema) }),
      voucher: importedVoucherSchema,
      reason: voucherTextSchema,
    })
    .describe('A voucher was taken back and booked as the newer file has it, under the same number. Both can be read.'),
);

/** Of a month, or of the year to its last day. */
const monthlySchema = z.strictObject({
  account: accountSchema,
  month: monthSchema,
  dimensions: dimensionsSchema,
  amountOre: oreSchema,
});
export type MonthlyAmount = z.output<typeof monthlySchema>;

export const BalancesImported = defineEvent(
  'BalancesImported',
  1,
  z
    .strictObject({ ...ofImport, changes: z.array(monthlySchema).min(1) })
    .describe('What was booked elsewhere in each month, as sums without vouchers: by so much more than was known.'),
);

export const BudgetBalancesImported = defineEvent(
  'BudgetBalancesImported',
  1,
  z
    .strictObject({ ...ofImport, changes: z.array(monthlySchema).min(1) })
    .describe('The budget that the other system holds, per account and month: by so much more than was known.'),
);

export const ComparativesImported = defineEvent(
  'ComparativesImported',
  1,
  z
    .strictObject({
      ...ofImport,
      of: yearSchema,
      opening: z.array(z.strictObject({ account: accountSchema, amountOre: oreSchema })),
      movements: z.array(monthlySchema),
    })
    .describe('Balances of a year before that is not kept here, to compare with: by so much more than was known.'),
);

export const importEvents = [
  SieImported,
  OpeningBalancesImported,
  ImportConflictsFound,
  ImportConflictsWithdrawn,
  ImportConflictKept,
  ImportedVoucherReplaced,
  BalancesImported,
  BudgetBalancesImported,
  ComparativesImported,
] as const;
export type ImportEvent = EventsOf<typeof importEvents>;
