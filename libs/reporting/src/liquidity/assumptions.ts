// What a liquidity plan takes for granted, in sentences, so that nobody takes it for known.
import type { Ore } from '@finsam/kernel';
import type { Plan } from './liquidity';

export interface Assumption {
  readonly code: string;
  readonly text: string;
}

export interface Basis {
  readonly plan: Plan | null;
  readonly openingOre: Ore | null;
  readonly throughMonth: number;
}

/** Those that the answer rests on, and what keeps it from saying more. */
export function assumptionsOf({ plan, openingOre, throughMonth }: Basis): Assumption[] {
  const said: (Assumption | false)[] = [
    openingOre === null && {
      code: 'no-opening-balance',
      text: 'Ingående kassa är inte känd: varken ingående balanser eller föregående års bokföring finns här.',
    },
    throughMonth < 12 &&
      plan === null && {
        code: 'no-plan',
        text: 'Resten av året kan inte planeras: budget saknas, eller slag och konton för någon av dess poster.',
      },
    ...(plan && throughMonth < 12 ? planned(plan) : []),
  ];
  return said.filter((one) => one !== false);
}

function planned({ contributions, remainingIncomeOre, claimsOre, debtsOre }: Plan): (Assumption | false)[] {
  const undated = contributions.filter(({ instalments }) => instalments === null).map(({ memberId }) => memberId);
  return [
    undated.length > 0 && {
      code: 'contributions-in-january',
      text:
        'Bidrag utan beslutade delbetalningar antas komma i januari, eller i nästa månad om de dröjt: ' +
        `${undated.join(', ')}.`,
    },
    contributions.length === 0 && {
      code: 'no-contributions-agreed',
      text: 'Inga medlemsbidrag är beslutade för året. Budgetens intäkter antas komma jämnt.',
    },
    remainingIncomeOre > 0 && {
      code: 'other-income-evenly',
      text: 'Budgeterade intäkter utöver beslutade bidrag antas komma jämnt under resten av året.',
    },
    {
      code: 'costs-evenly',
      text:
        'Det som återstår av budgeten, och av beviljade medel där sådana finns, antas betalas jämnt under resten av ' +
        'året.',
    },
    (claimsOre !== 0 || debtsOre !== 0) && {
      code: 'claims-and-debts-next-month',
      text: 'Fordringar och skulder antas regleras månaden efter den sista bokförda.',
    },
  ];
}
