// What may be asked of a fiscal year. The same schemas check HTTP bodies, imports and tests.
import {
  businessDateSchema,
  codeSchema,
  type CommandsOf,
  decisionRefSchema,
  defineCommand,
  idSchema,
  lineSchema,
  oreSchema,
  positiveOreSchema,
} from '@finsam/kernel';
import { z } from 'zod';
import {
  accountSchema,
  dimensionsSchema,
  ROWS_MAX,
  seriesSchema,
  voucherRowSchema,
  voucherTextSchema,
} from './voucher';

const yearSchema = z.number().int().min(1990).max(2199);

/** Read by the edge from the association's own stream, for the decision. */
const factsSchema = z.strictObject({ members: z.array(codeSchema) });

/** What every voucher says, whatever it is for. */
const header = {
  year: yearSchema,
  voucherId: idSchema,
  series: seriesSchema.default('A'),
  date: businessDateSchema,
  text: voucherTextSchema,
  document: lineSchema(60).optional(),
  facts: factsSchema,
};

/** One amount from an account to another, on an activity. */
const posting = {
  ...header,
  activity: codeSchema,
  account: accountSchema,
  /** The account on the other side: bank, claims or debts. */
  against: accountSchema,
  amountOre: positiveOreSchema,
  dimensions: dimensionsSchema.default({}),
};

export const OpenFiscalYear = defineCommand(
  'OpenFiscalYear',
  z.strictObject({ year: yearSchema, books: z.enum(['own', 'imported']) }),
);
export const AdoptAccounts = defineCommand(
  'AdoptAccounts',
  z.strictObject({
    year: yearSchema,
    accounts: z
      .array(z.strictObject({ account: accountSchema, name: lineSchema(80) }))
      .min(1)
      .max(2_000),
  }),
);
export const AdoptActivities = defineCommand(
  'AdoptActivities',
  z.strictObject({
    year: yearSchema,
    activities: z
      .array(z.strictObject({ activity: codeSchema, name: lineSchema(80) }))
      .min(1)
      .max(500),
  }),
);
export const SetOpeningBalances = defineCommand(
  'SetOpeningBalances',
  z.strictObject({
    year: yearSchema,
    balances: z
      .array(z.strictObject({ account: accountSchema, amountOre: oreSchema }))
      .min(1)
      .max(2_000),
  }),
);
export const ReceiveContribution = defineCommand(
  'ReceiveContribution',
  z.strictObject({ ...posting, memberId: codeSchema }),
);
export const BookCost = defineCommand('BookCost', z.strictObject(posting));
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
export const CorrectVoucher = defineCommand('CorrectVoucher', z.strictObject({ ...header, corrects: idSchema }));
export const CloseFiscalYear = defineCommand(
  'CloseFiscalYear',
  z.strictObject({ year: yearSchema, decision: decisionRefSchema }),
);

export const fiscalYearCommands = [
  OpenFiscalYear,
  AdoptAccounts,
  AdoptActivities,
  SetOpeningBalances,
  ReceiveContribution,
  BookCost,
  BookIncome,
  BookInterest,
  BookVoucher,
  CorrectVoucher,
  CloseFiscalYear,
] as const;

export type FiscalYearCommand = CommandsOf<typeof fiscalYearCommands>;
export type VoucherHeader = Pick<CommandsOf<readonly [typeof BookVoucher]>['data'], keyof typeof header>;
