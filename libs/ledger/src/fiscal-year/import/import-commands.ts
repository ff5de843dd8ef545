// What may be asked of a year whose books come from another system: take over a file, settle what a newer one says.
import { defineCommand, idSchema, lineSchema, yearSchema } from '@finsam/kernel';
import { z } from 'zod';
import { voucherTextSchema } from '../voucher';
import type { PreparedFile } from './prepared-file';

/** The file itself is a fact from outside: that it is the same file, its hash tells. */
export const ImportSie = defineCommand(
  'ImportSie',
  z.strictObject({
    year: yearSchema,
    importId: idSchema,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    facts: z.custom<PreparedFile>((value) => typeof value === 'object' && value !== null),
  }),
);

export const ResolveImportConflict = defineCommand(
  'ResolveImportConflict',
  z.strictObject({
    year: yearSchema,
    series: z.union([z.literal(''), lineSchema(20)]),
    number: z.number().int().min(0).max(999_999_999),
    /** Of the content that is decided on: another file may have brought a third one meanwhile. */
    contentHash: z.string().regex(/^[0-9a-f]{64}$/),
    decision: z.enum(['keep', 'replace']),
    reason: voucherTextSchema,
  }),
);

export const importCommands = [ImportSie, ResolveImportConflict] as const;
