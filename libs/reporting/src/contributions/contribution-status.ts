// What members have agreed to pay against what has come in. Both are facts of lower rooms; here they meet.
import { addOre, negateOre, ore, type Ore, ZERO } from '@finsam/kernel';
import type { LedgerSum } from '@finsam/ledger';

export interface ContributionStatus {
  readonly memberId: string;
  /** Null: nothing is agreed, which is another thing than an agreed zero. */
  readonly agreedOre: Ore | null;
  readonly receivedOre: Ore;
  readonly remainingOre: Ore | null;
}

/** Received is what stands in credit on the member's income rows (class 3), corrections taken off. */
export function contributionStatus(
  agreed: readonly { memberId: string; amountOre: Ore }[],
  flows: readonly LedgerSum[],
): ContributionStatus[] {
  const received = new Map<string, Ore>();
  for (const { account, member, amountOre } of flows) {
    if (member === null || account < 3000 || account > 3999) continue;
    received.set(member, addOre(received.get(member) ?? ZERO, negateOre(amountOre)));
  }
  const promises = new Map(agreed.map(({ memberId, amountOre }) => [memberId, amountOre]));
  return [...new Set([...promises.keys(), ...received.keys()])].sort().map((memberId) => {
    const agreedOre = promises.get(memberId) ?? null;
    const receivedOre = received.get(memberId) ?? ZERO;
    return { memberId, agreedOre, receivedOre, remainingOre: agreedOre === null ? null : ore(agreedOre - receivedOre) };
  });
}
