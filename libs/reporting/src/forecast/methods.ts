// What the whole year comes to, by each method, for one post. Pure, in öre, rounded once.
import { addOre, type Ore, ore, shareOre } from '@finsam/kernel';

export const MONTHS_OF_YEAR = 12;

/** What is booked, and the budget of the months that are left. Months are cut from the year, so they add up to it. */
export function remainingBudgetOre(outcomeOre: Ore, budgetOre: Ore, months: number): Ore {
  return ore(outcomeOre + budgetOre - shareOre(budgetOre, months, MONTHS_OF_YEAR));
}

/** As much each month as so far. */
export function straightLineOre(outcomeOre: Ore, months: number): Ore {
  return shareOre(outcomeOre, MONTHS_OF_YEAR, months);
}

export interface LastYear {
  readonly toMonthOre: Ore;
  readonly fullOre: Ore;
}

/** As last year went on from the same month. Null where last year had nothing to go on from. */
export function lastYearsPatternOre(outcomeOre: Ore, { toMonthOre, fullOre }: LastYear): Ore | null {
  if (toMonthOre === 0) return null;
  // The whole of a share is positive: two turned signs change nothing.
  return toMonthOre > 0 ? shareOre(outcomeOre, fullOre, toMonthOre) : shareOre(outcomeOre, -fullOre, -toMonthOre);
}

/** The remaining budget without what positions that are known to be empty would have cost. */
export function vacanciesOre(remainingOre: Ore, savedOre: Ore): Ore {
  return addOre(remainingOre, ore(-savedOre));
}
