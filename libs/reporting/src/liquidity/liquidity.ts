// Whether the association can pay at every time: cash month by month, as booked so far and as planned from there. Pure.
import {
  addOre,
  type BusinessDate,
  monthOf,
  negateOre,
  type Ore,
  ore,
  shareOre,
  sumOre,
  yearOf,
  ZERO,
} from '@finsam/kernel';

export interface CashFlow {
  readonly inOre: Ore;
  readonly outOre: Ore;
}

export interface DueContribution {
  readonly memberId: string;
  readonly agreedOre: Ore;
  /** As income of the year: come in, or claimed and so among the claims. */
  readonly bookedOre: Ore;
  /** Null: nobody has said when it is paid, and it is taken to be paid in January. */
  readonly instalments: readonly { readonly dueOn: BusinessDate; readonly amountOre: Ore }[] | null;
}

/** What the months that are left are planned from: sums for the whole year against what is booked of them. */
export interface Plan {
  readonly contributions: readonly DueContribution[];
  /** Income beside the contributions, and cost, that remain of the budget. */
  readonly remainingIncomeOre: Ore;
  readonly remainingCostOre: Ore;
  /** At the end of the last booked month; debts positive. */
  readonly claimsOre: Ore;
  readonly debtsOre: Ore;
}

export interface LiquidityInput {
  readonly year: number;
  /** What stood in the bank when the year began. Null: not known. */
  readonly openingOre: Ore | null;
  /** Of the months that are booked, January first. */
  readonly booked: readonly CashFlow[];
  /** Null: without budget or kinds there is none. */
  readonly plan: Plan | null;
}

export interface LiquidityMonth {
  readonly month: string;
  readonly basis: 'outcome' | 'plan';
  readonly inOre: Ore | null;
  readonly outOre: Ore | null;
  readonly closingOre: Ore | null;
}

export interface Liquidity {
  readonly openingOre: Ore | null;
  readonly months: readonly LiquidityMonth[];
  /** The first month that ends below zero; null if none is known to. */
  readonly firstBelowZero: string | null;
  /** The lowest end of a month, the first of equals. */
  readonly minimum: { readonly month: string; readonly closingOre: Ore } | null;
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

export function liquidity({ year, openingOre, booked, plan }: LiquidityInput): Liquidity {
  let closingOre = openingOre;
  const months = MONTHS.map((month): LiquidityMonth => {
    const outcome = booked[month - 1];
    const flow = outcome ?? (plan && plannedFlow(plan, { year, month, bookedMonths: booked.length }));
    closingOre = closingOre === null || flow === null ? null : ore(closingOre + flow.inOre - flow.outOre);
    return {
      month: `${year}-${String(month).padStart(2, '0')}`,
      basis: outcome ? 'outcome' : 'plan',
      inOre: flow?.inOre ?? null,
      outOre: flow?.outOre ?? null,
      closingOre,
    };
  });
  const known = months.flatMap(({ month, closingOre: of }) => (of === null ? [] : [{ month, closingOre: of }]));
  return {
    openingOre,
    months,
    firstBelowZero: known.find((one) => one.closingOre < 0)?.month ?? null,
    minimum: known.reduce<Liquidity['minimum']>(
      (low, one) => (low && low.closingOre <= one.closingOre ? low : one),
      null,
    ),
  };
}

interface Month {
  readonly year: number;
  readonly month: number;
  readonly bookedMonths: number;
}

function plannedFlow(plan: Plan, of: Month): CashFlow {
  const first = of.month === of.bookedMonths + 1;
  const contributions = plan.contributions.map((one) => contributionIn(one, of));
  return {
    inOre: sumOre([...contributions, evenly(plan.remainingIncomeOre, of), first ? plan.claimsOre : ZERO]),
    outOre: addOre(evenly(plan.remainingCostOre, of), first ? plan.debtsOre : ZERO),
  };
}

/** The month's share of what is left, cut so that the shares add up to it. */
function evenly(amountOre: Ore, { month, bookedMonths }: Month): Ore {
  const upTo = (of: number) => shareOre(amountOre, of - bookedMonths, 12 - bookedMonths);
  return addOre(upTo(month), negateOre(upTo(month - 1)));
}

/** What falls due in the month. What was due and is not booked is taken to come in the first month left. */
function contributionIn(contribution: DueContribution, { year, month, bookedMonths }: Month): Ore {
  const come = (through: number) =>
    through === bookedMonths
      ? contribution.bookedOre
      : ore(Math.max(contribution.bookedOre, dueThrough(contribution, year, through)));
  return ore(come(month) - come(month - 1));
}

function dueThrough({ agreedOre, instalments }: DueContribution, year: number, month: number): Ore {
  if (instalments === null) return agreedOre;
  const due = instalments.filter(({ dueOn }) => {
    const dueYear = yearOf(dueOn);
    return dueYear < year || (dueYear === year && monthOf(dueOn) <= month);
  });
  return sumOre(due.map(({ amountOre }) => amountOre));
}
