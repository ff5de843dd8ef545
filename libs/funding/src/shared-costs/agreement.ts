// What an agreement on shared costs says, and what an invoice basis under it holds: the same words for both parties.
import {
  accountRangeSchema,
  businessDateSchema,
  codeSchema,
  idSchema,
  impersonalLineSchema,
  monthSchema,
  oreSchema,
  slugSchema,
} from '@finsam/kernel';
import { z } from 'zod';

/**
 * Some of the seller's costs, and the buyer's share of them. A booked row belongs to the first part that selects it, so
 * a part that comes later holds the rest: 35 % of one position, then 50 % of the other administration.
 */
export const costPartSchema = z.strictObject({
  key: codeSchema,
  label: impersonalLineSchema(80).optional(),
  activities: z.array(codeSchema).min(1).max(50).optional(),
  /** From and to, both included. All cost accounts (4000–7999 in Kommun-Bas) when left out. */
  accounts: z.array(accountRangeSchema).min(1).max(50).optional(),
  /** Every one of them must stand on the row: `{ position: 'forbundschef' }`. */
  dimensions: z.record(codeSchema, codeSchema).optional(),
  shareBasisPoints: z.number().int().min(1).max(10_000),
});
export type CostPart = z.output<typeof costPartSchema>;

export const sharedCostsSchema = z.strictObject({
  agreementId: codeSchema,
  partner: z.strictObject({ slug: slugSchema }),
  /** Whether the costs are booked here, or with the partner. */
  direction: z.enum(['sells', 'buys']),
  /** The first month whose costs are shared, and the last one where that is agreed. */
  from: monthSchema,
  to: monthSchema.optional(),
  parts: z.array(costPartSchema).min(1).max(20),
});

/** What one month adds to a part, in costs and in the buyer's share of them. */
export const partMonthSchema = z.strictObject({ month: monthSchema, baseOre: oreSchema, shareOre: oreSchema });
export type PartMonth = z.output<typeof partMonthSchema>;

/** What the buyer is asked to pay, explained month by month. */
export const costBasisSchema = z.strictObject({
  /** The seller's own agreement and its own number of the basis. */
  agreementId: codeSchema,
  basisId: idSchema,
  seller: slugSchema,
  buyer: slugSchema,
  from: monthSchema,
  through: monthSchema,
  /** Months before `from` stand here when something was booked on them after they were invoiced: the difference. */
  parts: z.array(
    z.strictObject({
      key: codeSchema,
      label: impersonalLineSchema(80).optional(),
      shareBasisPoints: z.number().int().min(1).max(10_000),
      months: z.array(partMonthSchema),
    }),
  ),
  amountOre: oreSchema,
  dueOn: businessDateSchema.optional(),
});
export type CostBasis = z.output<typeof costBasisSchema>;
