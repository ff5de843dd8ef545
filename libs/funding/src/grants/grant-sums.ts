// What has happened to the money of one year of a grant, and how much of it is left. Pure.
import { addOre, type Ore, ore, sumOre, ZERO } from '@finsam/kernel';

export interface GrantSums {
  readonly grantedOre: Ore;
  readonly requisitionedOre: Ore;
  readonly paidOre: Ore;
  readonly repaidOre: Ore;
}

export type Movement = 'requisitionedOre' | 'paidOre' | 'repaidOre';

export const NOTHING: GrantSums = { grantedOre: ZERO, requisitionedOre: ZERO, paidOre: ZERO, repaidOre: ZERO };

export function moved(sums: GrantSums, movement: Movement, amountOre: Ore): GrantSums {
  return { ...sums, [movement]: addOre(sums[movement], amountOre) };
}

/** What is bound: asked for, or paid before it was asked for; what came back is free again. */
export function boundOre({ requisitionedOre, paidOre, repaidOre }: Omit<GrantSums, 'grantedOre'>): Ore {
  return ore(Math.max(requisitionedOre, paidOre) - repaidOre);
}

export function leftOre(sums: GrantSums): Ore {
  return ore(sums.grantedOre - boundOre(sums));
}

/** What may still come: invoices for November and December often do after the year's end. */
export function unpaidOre({ requisitionedOre, paidOre }: GrantSums): Ore {
  return ore(Math.max(requisitionedOre - paidOre, 0));
}

export function paidInAdvanceOre({ requisitionedOre, paidOre }: GrantSums): Ore {
  return ore(Math.max(paidOre - requisitionedOre, 0));
}

export function totalOf(all: readonly GrantSums[]): GrantSums {
  const sum = (part: keyof GrantSums) => sumOre(all.map((sums) => sums[part]));
  return {
    grantedOre: sum('grantedOre'),
    requisitionedOre: sum('requisitionedOre'),
    paidOre: sum('paidOre'),
    repaidOre: sum('repaidOre'),
  };
}
