// What may be asked of the year as a whole: its chart, its opening balances, its locks and its end.
import {
  accountSchema,
  businessDateSchema,
  codeSchema,
  decisionRefSchema,
  defineCommand,
  oreSchema,
  yearSchema,
} from '@finsam/kernel';
import { z } from 'zod';
import { chartAccountSchema, chartActivitySchema, dimensionCodeSchema, openingBalanceSchema } from '../chart';
import { gapSchema, monthSchema } from '../kinds';
import { voucherTextSchema } from '../voucher';

/** How the year before stands, if its books are kept here. */
export const previousYearSchema = z.strictObject({
  closed: z.boolean(),
  /** Its surplus, not yet in the balances. */
  resultOre: oreSchema,
  balances: z.array(openingBalanceSchema),
});
export type PreviousYear = z.output<typeof previousYearSchema>;

export const OpenFiscalYear = defineCommand(
  'OpenFiscalYear',
  z.strictObject({
    year: yearSchema,
    books: z.enum(['own', 'imported']),
    /** Where the chart comes from to begin with; absent: it is empty. */
    chart: z.enum(['kommun-bas', 'previous-year']).optional(),
    facts: z
      .strictObject({
        previous: z
          .strictObject({ accounts: z.array(chartAccountSchema), activities: z.array(chartActivitySchema) })
          .optional(),
      })
      .optional(),
  }),
);
export const AdoptAccounts = defineCommand(
  'AdoptAccounts',
  z.strictObject({ year: yearSchema, accounts: z.array(chartAccountSchema).min(1).max(2_000) }),
);
export const AdoptActivities = defineCommand(
  'AdoptActivities',
  z.strictObject({ year: yearSchema, activities: z.array(chartActivitySchema).min(1).max(500) }),
);
/** From then on rows may use these codes in the dimension and no others. */
export const AdoptDimension = defineCommand(
  'AdoptDimension',
  z.strictObject({
    year: yearSchema,
    dimension: codeSchema.refine((code) => !['activity', 'member', 'item'].includes(code), {
      error: 'har ett eget register',
    }),
    codes: z.array(dimensionCodeSchema).min(1).max(1_000),
  }),
);
export const SetOpeningBalances = defineCommand(
  'SetOpeningBalances',
  z.strictObject({
    year: yearSchema,
    balances: z.array(openingBalanceSchema).min(1).max(2_000),
    facts: z.strictObject({ previous: previousYearSchema.nullable() }),
  }),
);
/** Preliminary while the year before is open, final when it is closed; the result goes to the equity account. */
export const CarryForwardBalances = defineCommand(
  'CarryForwardBalances',
  z.strictObject({
    year: yearSchema,
    equityAccount: accountSchema,
    facts: z.strictObject({ previous: previousYearSchema.nullable() }),
  }),
);
/** Every month up to and with this one. */
export const LockPeriods = defineCommand(
  'LockPeriods',
  z.strictObject({
    year: yearSchema,
    through: monthSchema,
    reason: voucherTextSchema,
    decision: decisionRefSchema,
  }),
);
/** This month and every later one. */
export const UnlockPeriods = defineCommand(
  'UnlockPeriods',
  z.strictObject({
    year: yearSchema,
    from: monthSchema,
    reason: voucherTextSchema,
    decision: decisionRefSchema,
  }),
);
/** What is missing in the books is said, not guessed: a bank may not tell its accrued interest at half-year. */
export const StateGap = defineCommand(
  'StateGap',
  z.strictObject({ year: yearSchema, asOf: businessDateSchema, gap: gapSchema, account: accountSchema }),
);
export const CloseFiscalYear = defineCommand(
  'CloseFiscalYear',
  z.strictObject({ year: yearSchema, decision: decisionRefSchema }),
);

export const yearCommands = [
  OpenFiscalYear,
  AdoptAccounts,
  AdoptActivities,
  AdoptDimension,
  SetOpeningBalances,
  CarryForwardBalances,
  LockPeriods,
  UnlockPeriods,
  StateGap,
  CloseFiscalYear,
] as const;
