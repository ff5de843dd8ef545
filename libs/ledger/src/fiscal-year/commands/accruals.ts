// What is booked in another period than it was paid in, and what is owed but not yet paid.
import { accountSchema, codeSchema, defineCommand, oreSchema, positiveOreSchema } from '@finsam/kernel';
import { z } from 'zod';
import { accrualKindSchema } from '../kinds';
import { dimensionsSchema } from '../voucher';
import { header, posting } from './header';

/** `account` is the cost or income, `against` the interim account; the item names the accrual until it is dissolved. */
export const BookAccrual = defineCommand(
  'BookAccrual',
  z.strictObject({ ...posting, kind: accrualKindSchema, memberId: codeSchema.optional() }),
);

/** All or part of an accrual goes back to the result. Its account and activity are known but for an earlier year's. */
export const DissolveAccrual = defineCommand(
  'DissolveAccrual',
  z.strictObject({
    ...header,
    item: codeSchema,
    /** Absent: all that is left. */
    amountOre: positiveOreSchema.optional(),
    account: accountSchema.optional(),
    activity: codeSchema.optional(),
  }),
);

const side = z.strictObject({ cost: accountSchema, provision: accountSchema });

/** Pension that is earned and not paid, with särskild löneskatt on it. Negative: the provision shrinks. */
export const BookProvision = defineCommand(
  'BookProvision',
  z.strictObject({
    ...header,
    activity: codeSchema,
    amountOre: oreSchema.refine((amount) => amount !== 0, { error: 'får inte vara noll' }),
    pension: side,
    payrollTax: side,
    /** 2426 is 24.26 %, the rate since 1997 (lag 1991:687). */
    payrollTaxBasisPoints: z.number().int().min(0).max(10_000).default(2_426),
    dimensions: dimensionsSchema.default({}),
  }),
);

export const accrualCommands = [BookAccrual, DissolveAccrual, BookProvision] as const;
