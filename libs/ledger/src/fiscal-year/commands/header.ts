// What the commands of a fiscal year share: the year, what every voucher says, and what the edge knows for them.
import {
  accountSchema,
  businessDateSchema,
  codeSchema,
  idSchema,
  lineSchema,
  positiveOreSchema,
  yearSchema,
} from '@finsam/kernel';
import { z } from 'zod';
import { dimensionsSchema, seriesSchema, voucherTextSchema } from '../voucher';

/** Opaque id of who acts, as it stands beside the event. */
export const actorSchema = z.string().min(1).max(200);

/** Read by the edge for the decision: the members from the association's own stream, and which day it is in Sweden. */
export const factsSchema = z.strictObject({ members: z.array(codeSchema), today: businessDateSchema });

/** What every voucher says, whatever it is for. */
export const header = {
  year: yearSchema,
  voucherId: idSchema,
  series: seriesSchema.default('A'),
  date: businessDateSchema,
  text: voucherTextSchema,
  document: lineSchema(60).optional(),
  counterparty: codeSchema.optional(),
  facts: factsSchema,
};

/** One amount from an account to another, on an activity. */
export const posting = {
  ...header,
  activity: codeSchema,
  account: accountSchema,
  /** The account on the other side: bank, claims or debts. */
  against: accountSchema,
  amountOre: positiveOreSchema,
  dimensions: dimensionsSchema.default({}),
  /** Names the claim or debt that the other side opens or settles. */
  item: codeSchema.optional(),
};
