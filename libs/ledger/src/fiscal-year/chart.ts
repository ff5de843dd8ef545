// What may stand in a year's books: accounts, activities and other codes with the days they are in use, and balances.
import {
  accountSchema,
  type BusinessDate,
  businessDateSchema,
  codeSchema,
  lineSchema,
  oreSchema,
} from '@finsam/kernel';
import { z } from 'zod';
import { dimensionsSchema } from './voucher';

/** First and last day of use; absent: since ever, until further notice. */
const inUse = { from: businessDateSchema.optional(), to: businessDateSchema.optional() };

export const chartAccountSchema = z.strictObject({ account: accountSchema, name: lineSchema(80), ...inUse });
export const chartActivitySchema = z.strictObject({ activity: codeSchema, name: lineSchema(80), ...inUse });
export const dimensionCodeSchema = z.strictObject({ code: codeSchema, name: lineSchema(80), ...inUse });

/** A balance, debit positive. */
export const openingBalanceSchema = z.strictObject({
  account: accountSchema,
  amountOre: oreSchema,
  /** Which claim, debt or accrual it is (`item`), and whose (`member`), where it is one. */
  dimensions: dimensionsSchema.optional(),
});
export type OpeningBalance = z.output<typeof openingBalanceSchema>;

/** What is known of an account, an activity or another code. */
export interface InUse {
  readonly name: string;
  readonly from?: BusinessDate | undefined;
  readonly to?: BusinessDate | undefined;
}

export function inUseOn({ from, to }: InUse, day: BusinessDate): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}

/** Balance accounts are classes 1 and 2 of Kommun-Bas; everything from class 3 on is result. */
export function isBalanceAccount(account: number): boolean {
  return account < 3000;
}

/** Group 20 of Kommun-Bas: equity, where a year's result ends up. */
export function isEquityAccount(account: number): boolean {
  return account >= 2000 && account < 2100;
}
