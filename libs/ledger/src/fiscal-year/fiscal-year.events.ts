// The life of a fiscal year. Stored for ever: add, never rename or re-mean.
import {
  accountSchema,
  businessDateSchema,
  codeSchema,
  decisionRefSchema,
  defineEvent,
  type EventsOf,
  oreSchema,
  yearSchema,
} from '@finsam/kernel';
import { z } from 'zod';
import { chartAccountSchema, chartActivitySchema, dimensionCodeSchema, openingBalanceSchema } from './chart';
import { importEvents } from './import/import.events';
import { importedEvents } from './imported.events';
import { gapSchema, monthSchema } from './kinds';
import { postingEvents, VoucherAttested } from './posting.events';
import { voucherTextSchema } from './voucher';

export * from './import/import.events';
export * from './imported.events';
export * from './posting.events';

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
      accounts: z.array(chartAccountSchema),
    })
    .describe('These accounts may be booked on this year; an account named again gets the new name.'),
);

export const ActivitiesAdopted = defineEvent(
  'ActivitiesAdopted',
  1,
  z
    .strictObject({
      year: yearSchema,
      activities: z.array(chartActivitySchema),
    })
    .describe('These activities (insatser, kansli, styrelse …) may be booked on this year.'),
);

export const DimensionAdopted = defineEvent(
  'DimensionAdopted',
  1,
  z
    .strictObject({ year: yearSchema, dimension: codeSchema, codes: z.array(dimensionCodeSchema) })
    .describe('These codes (projects, counterparties …) may stand in the dimension this year, and no others.'),
);

export const OpeningBalancesSet = defineEvent(
  'OpeningBalancesSet',
  1,
  z
    .strictObject({ year: yearSchema, balances: z.array(openingBalanceSchema) })
    .describe('The balances the year starts from; they weigh the same on both sides.'),
);

export const BalancesCarriedForward = defineEvent(
  'BalancesCarriedForward',
  1,
  z
    .strictObject({
      year: yearSchema,
      /** The year before is still open, so it may come again. */
      preliminary: z.boolean(),
      balances: z.array(openingBalanceSchema),
      /** What it changes in the balances that the year began with until now. */
      changes: z.array(openingBalanceSchema),
    })
    .describe("The year begins with last year's closing balances, its result in equity: preliminary, then final."),
);

export const PeriodsLocked = defineEvent(
  'PeriodsLocked',
  1,
  z
    .strictObject({
      year: yearSchema,
      through: monthSchema,
      reason: voucherTextSchema,
      decision: decisionRefSchema,
    })
    .describe('Nothing more is booked in the months up to this one until they are unlocked by decision.'),
);

export const PeriodsUnlocked = defineEvent(
  'PeriodsUnlocked',
  1,
  z
    .strictObject({ year: yearSchema, from: monthSchema, reason: voucherTextSchema, decision: decisionRefSchema })
    .describe('From this month on the year is open for booking again, by decision and for this reason.'),
);

export const GapStated = defineEvent(
  'GapStated',
  1,
  z
    .strictObject({ year: yearSchema, asOf: businessDateSchema, gap: gapSchema, account: accountSchema })
    .describe('On this day something belongs on the account whose amount nobody knows yet; reports say so.'),
);

export const FiscalYearClosed = defineEvent(
  'FiscalYearClosed',
  1,
  z
    .strictObject({
      year: yearSchema,
      resultOre: oreSchema,
      closingBalances: z.array(z.strictObject({ account: accountSchema, amountOre: oreSchema })),
      decision: decisionRefSchema,
    })
    .describe("The year's books are final: nothing more is booked in it. Its closing balances open the next."),
);

/** In the order of a year's life. */
export const fiscalYearEvents = [
  FiscalYearOpened,
  AccountsAdopted,
  ActivitiesAdopted,
  DimensionAdopted,
  OpeningBalancesSet,
  BalancesCarriedForward,
  ...postingEvents,
  VoucherAttested,
  ...importedEvents,
  ...importEvents,
  PeriodsLocked,
  PeriodsUnlocked,
  GapStated,
  FiscalYearClosed,
] as const;
export type FiscalYearEvent = EventsOf<typeof fiscalYearEvents>;
