// Booked costs shared out month by month. A part's share is rounded on what the year has come to so far, so that its
// months sum exactly to the year's share.
import type { CostPart, PartMonth } from '@finsam/funding';
import { addOre, addTo, isWithin, type Month, ore, type Ore, shareOre, WHOLE, ZERO } from '@finsam/kernel';
import type { DimensionSum } from '@finsam/ledger';

export interface ReckonedPart {
  readonly key: string;
  readonly months: readonly PartMonth[];
}

/** Kommun-Bas: purchases, staff and other costs. Income and interest are not shared. */
const COSTS: NonNullable<CostPart['accounts']> = [[4000, 7999]];

/** Whether a part's terms fit what was booked. It is the first such part's, and nobody else's. */
export function selects(
  { accounts = COSTS, activities, dimensions = {} }: CostPart,
  booked: Pick<DimensionSum, 'account' | 'activity' | 'dimensions'>,
): boolean {
  return (
    isWithin(accounts, booked.account) &&
    (!activities || (booked.activity !== null && activities.includes(booked.activity))) &&
    Object.entries(dimensions).every(([name, code]) => booked.dimensions[name] === code)
  );
}

/** Each part in each month, those without costs too. Months in order, from the agreement's first or a January. */
export function reckon(
  parts: readonly CostPart[],
  booked: readonly DimensionSum[],
  months: readonly Month[],
): ReckonedPart[] {
  const base = new Map<string, Ore>();
  for (const sum of booked) {
    const part = parts.find((one) => selects(one, sum));
    if (!part) continue;
    const place = `${part.key} ${sum.month}`;
    addTo(base, place, sum.amountOre);
  }
  return parts.map(({ key, shareBasisPoints }) => {
    let [baseSoFar, shareSoFar]: [Ore, Ore] = [ZERO, ZERO];
    return {
      key,
      months: months.map((month) => {
        // What was shared out of one year's costs is settled with that year.
        if (month.endsWith('-01')) [baseSoFar, shareSoFar] = [ZERO, ZERO];
        const baseOre = base.get(`${key} ${month}`) ?? ZERO;
        baseSoFar = addOre(baseSoFar, baseOre);
        const before = shareSoFar;
        shareSoFar = shareOre(baseSoFar, shareBasisPoints, WHOLE);
        return { month, baseOre, shareOre: ore(shareSoFar - before) };
      }),
    };
  });
}
