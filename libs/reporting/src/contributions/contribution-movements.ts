// What the books say of each member's contribution. Until claims are booked there is one thing they can say: received.
import { addOre, dateOf, negateOre, type BusinessDate, type Ore, ZERO } from '@finsam/kernel';
import { ledgerFlows, type LedgerSum } from '@finsam/ledger';
import type { View } from '@finsam/platform';

export interface ContributionMovement {
  readonly memberId: string;
  readonly movement: 'invoiced' | 'received' | 'repaid';
  readonly amountOre: Ore;
}

/** From the year's first day to `to`. */
export async function contributionMovements(
  view: View,
  year: number,
  to: BusinessDate,
): Promise<ContributionMovement[]> {
  return receivedIn(
    await ledgerFlows(view, { code: String(year), kind: 'year-to-date', from: dateOf(year, 1, 1), to }),
  );
}

/** Received is what stands in credit on the member's income rows (class 3), corrections taken off. */
export function receivedIn(flows: readonly LedgerSum[]): ContributionMovement[] {
  const received = new Map<string, Ore>();
  for (const { account, member, amountOre } of flows) {
    if (member === null || account < 3000 || account > 3999) continue;
    received.set(member, addOre(received.get(member) ?? ZERO, negateOre(amountOre)));
  }
  return [...received].map(([memberId, amountOre]) => ({ memberId, movement: 'received', amountOre }));
}
