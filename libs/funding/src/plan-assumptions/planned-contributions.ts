// What the members will give in the plan years if the assumptions hold. A year goes out from the year before as it was
// before rounding: only what is shown is rounded.
import type { MemberKind } from '@finsam/associations';
import { type ExactOre, exactOre, type Ore, roundOre, sumOre, timesExact, WHOLE } from '@finsam/kernel';
import type { PlanRule } from './plan-assumptions.events';

export interface BaseContribution {
  readonly memberId: string;
  readonly kind: MemberKind;
  /** Null: nothing is agreed for the base year. */
  readonly amountOre: Ore | null;
}

export interface PlannedYear {
  readonly year: number;
  /** Null: nothing says what it will be. */
  readonly contributions: readonly { readonly memberId: string; readonly amountOre: Ore | null }[];
}

/** The `count` years after `base`, member by member in the order given. */
export function plannedContributions(
  base: { readonly year: number; readonly contributions: readonly BaseContribution[] },
  rules: readonly PlanRule[],
  count: number,
): PlannedYear[] {
  const chain = new Map(
    base.contributions.flatMap(({ memberId, amountOre }) =>
      amountOre === null ? [] : [[memberId, exactOre(amountOre)] as const],
    ),
  );
  return Array.from({ length: count }, (_, index) => {
    const year = base.year + index + 1;
    const planned = new Map<string, Ore>();
    const plan = (memberId: string, exact: ExactOre, unit = 1) => {
      chain.set(memberId, exact);
      planned.set(memberId, roundOre(exact, unit));
    };
    for (const { memberId, kind } of base.contributions) {
      const stated = rules.find(
        (rule) => rule.rule === 'stated' && rule.memberId === memberId && rule.year === year,
      ) as Extract<PlanRule, { rule: 'stated' }> | undefined;
      const rule = rules.find((one) => one.rule !== 'stated' && one.members === kind);
      const before = chain.get(memberId);
      if (stated) plan(memberId, exactOre(stated.amountOre));
      else if (before && rule?.rule === 'percent')
        plan(memberId, timesExact(before, WHOLE + rule.changeBasisPoints, WHOLE), rule.roundingOre);
      else if (before && rule?.rule === 'limited-decrease')
        plan(
          memberId,
          larger(exactOre(rule.towardsOre), timesExact(before, WHOLE - rule.decreaseBasisPoints, WHOLE)),
          rule.roundingOre,
        );
    }
    const multiple = rules.find((rule) => rule.rule === 'multiple');
    if (multiple) planMultiple(base.contributions, planned, multiple, (memberId, amount) => plan(memberId, amount));
    const amountFor = ({ memberId }: BaseContribution) => ({ memberId, amountOre: planned.get(memberId) ?? null });
    return { year, contributions: base.contributions.map(amountFor) };
  });
}

/** Comes last in a year, for it goes out from what the others give; a stated amount stands. */
function planMultiple(
  members: readonly BaseContribution[],
  planned: ReadonlyMap<string, Ore>,
  { of, times }: Extract<PlanRule, { rule: 'multiple' }>,
  plan: (memberId: string, amount: ExactOre) => void,
): void {
  const amounts = members.filter(({ kind }) => kind === of).map(({ memberId }) => planned.get(memberId));
  if (amounts.length === 0 || amounts.includes(undefined)) return;
  for (const { memberId, kind } of members) {
    if (kind === 'stat' && !planned.has(memberId))
      plan(memberId, timesExact(exactOre(sumOre(amounts as Ore[])), times, 1));
  }
}

function larger(a: ExactOre, b: ExactOre): ExactOre {
  return a.numerator * b.denominator >= b.numerator * a.denominator ? a : b;
}
