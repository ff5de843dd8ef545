// Liquidity month by month over HTTP, with everything that is assumed said in the answer.
import {
  agreedFor,
  budgetInForce,
  budgetKindsAt,
  fundingGroup,
  grantsFor,
  outcomeByPost,
  sided,
} from '@finsam/funding';
import { dateOf, negateOre, refusals, sumOre } from '@finsam/kernel';
import { bookedYears, ledgerBalances, ledgerGroup, type LedgerSum } from '@finsam/ledger';
import { queryRoute, type Route, type View } from '@finsam/platform';
import { z } from 'zod';
import { resultFlows } from '../forecast/result-flows';
import { assumptionsOf } from './assumptions';
import { type AccountRanges, cashFlows, standingOn, startingBalances } from './cash';
import { type DueContribution, liquidity, type Plan } from './liquidity';
import { bookedFromOre, followed, remainingCostOre, remainingIncomeOre } from './remaining';

const refuse = refusals({
  'liquidity/not-in-year': {
    status: 422,
    text: 'Ange den sista bokförda månaden under {year}, till exempel {year}-06.',
  },
  'liquidity/no-books': { status: 409, text: 'Det finns ingen bokföring för {year} här.' },
});

const rangesSchema = z
  .string()
  .regex(/^\d{4}-\d{4}(,\d{4}-\d{4}){0,19}$/, { error: 'skrivs som kontointervall, till exempel 1900-1999,2400-2499' })
  .transform((text): AccountRanges => text.split(',').map((range) => range.split('-').map(Number) as [number, number]));

/** Kommun-Bas: 19 cash and bank, 15 and 16 claims, 24 to 29 debts. A default that the caller sees and may change. */
const liquidityQuery = z.strictObject({
  through: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'skrivs som månad, till exempel 2024-06' })
    .optional(),
  cash: rangesSchema.default([[1900, 1999]]),
  claims: rangesSchema.default([[1500, 1699]]),
  debts: rangesSchema.default([[2400, 2999]]),
});
type LiquidityQuery = z.output<typeof liquidityQuery> & { year: number };

async function answer(view: View, { year, through, cash, claims, debts }: LiquidityQuery) {
  if (through !== undefined && !through.startsWith(`${year}-`)) {
    throw refuse('liquidity/not-in-year', { year, pointer: '/through' });
  }
  const throughMonth = through === undefined ? 0 : Number(through.slice(5));
  const booked = await bookedYears(view);
  if (throughMonth > 0 && !booked.has(year)) throw refuse('liquidity/no-books', { year, pointer: '/through' });
  const start = await startingBalances(view, year, booked);
  const standing = throughMonth === 0 ? start : await ledgerBalances(view, { to: dateOf(year, throughMonth, 31) });
  const months = { year, throughMonth };
  const flows = throughMonth === 0 ? [] : await resultFlows(view, months);
  const rest = await restOfYear(view, year, flows);
  const plan: Plan | null = rest && {
    ...rest,
    claimsOre: standingOn(standing ?? [], claims),
    debtsOre: negateOre(standingOn(standing ?? [], debts)),
  };
  const openingOre = start && standingOn(start, cash);
  return {
    year,
    through: through ?? null,
    accounts: { cash, claims, debts },
    ...liquidity({ year, openingOre, booked: await cashFlows(view, months, cash), plan }),
    assumptions: assumptionsOf({ plan, openingOre, throughMonth }),
  };
}

/** Null without a budget, without kinds, or where the side or the accounts of a kind are not said. */
async function restOfYear(
  view: View,
  year: number,
  flows: readonly LedgerSum[],
): Promise<Omit<Plan, 'claimsOre' | 'debtsOre'> | null> {
  const [budget, adopted] = [await budgetInForce(view, year), await budgetKindsAt(view)];
  if (!budget || !adopted) return null;
  const { kinds } = adopted;
  const posts = followed(sided(budget.posts, kinds), outcomeByPost(budget.posts, kinds, flows).posts);
  if (!posts) return null;
  const agreed = await agreedFor(view, year);
  const contributions = agreed.map(({ memberId, amountOre, instalments }): DueContribution => ({
    memberId,
    agreedOre: amountOre,
    bookedOre: bookedFromOre(memberId, kinds, flows),
    instalments,
  }));
  const sum = (part: 'agreedOre' | 'bookedOre') => sumOre(contributions.map((one) => one[part]));
  return {
    contributions,
    remainingCostOre: remainingCostOre(posts, await grantsFor(view, year), year),
    remainingIncomeOre: remainingIncomeOre(posts, { agreedOre: sum('agreedOre'), bookedOre: sum('bookedOre') }),
  };
}

export const liquidityRoutes: readonly Route[] = [
  queryRoute({
    params: { year: 'integer' },
    operation: 'liquidity.show',
    path: 'liquidity/:year',
    summary: 'Likviditet månad för månad: bokfört så långt, plan för resten',
    groups: [fundingGroup, ledgerGroup],
    query: liquidityQuery,
    answer,
  }),
];
