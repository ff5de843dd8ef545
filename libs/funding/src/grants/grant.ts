// What the decider remembers of a grant.
import { type BusinessDate, canonicalJson, type Ore, ZERO } from '@finsam/kernel';
import type { GrantEvent } from './grant.events';
import { type GrantSums, moved, type Movement, NOTHING } from './grant-sums';

/** Folds change it in place. */
export interface Grant {
  /** The decision and the latest revision, as canonical JSON; null for a grant that there is not. */
  decided: string | null;
  revised: string | null;
  from: BusinessDate | null;
  ended: string | null;
  readonly years: Map<number, GrantSums>;
  /** The movement that each id stands for. */
  readonly used: Map<string, string>;
}

export const noGrant = (): Grant => ({
  decided: null,
  revised: null,
  from: null,
  ended: null,
  years: new Map(),
  used: new Map(),
});

export function sumsOf({ years }: Grant, year: number): GrantSums {
  return years.get(year) ?? NOTHING;
}

/** A movement in a form that can be compared. */
export function told(type: GrantEvent['type'], data: object): string {
  return `${type} ${canonicalJson(data)}`;
}

export function evolveGrant(grant: Grant, event: GrantEvent): Grant {
  const { type, data } = event;
  switch (type) {
    case 'GrantDecided':
      return granted({ ...grant, decided: canonicalJson(data) }, data);
    case 'GrantRevised':
      return granted({ ...grant, revised: canonicalJson(data) }, data);
    case 'GrantRequisitioned':
      return move(grant, event, 'requisitionedOre', data.requisitionId);
    case 'GrantPaid':
      return move(grant, event, 'paidOre', data.paymentId);
    case 'GrantRepaid':
      return move(grant, event, 'repaidOre', data.repaymentId);
    case 'GrantEnded':
      return { ...grant, ended: canonicalJson(data) };
  }
}

interface Terms {
  readonly from: BusinessDate;
  readonly amounts: readonly { readonly year: number; readonly amountOre: Ore }[];
}

/** A year that the terms do not name has nothing granted, whatever it had. */
function granted(grant: Grant, { from, amounts }: Terms): Grant {
  for (const [year, sums] of grant.years) grant.years.set(year, { ...sums, grantedOre: ZERO });
  for (const { year, amountOre } of amounts) grant.years.set(year, { ...sumsOf(grant, year), grantedOre: amountOre });
  return { ...grant, from };
}

function move(
  grant: Grant,
  { type, data }: { type: GrantEvent['type']; data: { year: number; amountOre: Ore } },
  movement: Movement,
  id: string,
): Grant {
  grant.years.set(data.year, moved(sumsOf(grant, data.year), movement, data.amountOre));
  grant.used.set(id, told(type, data));
  return grant;
}
