// What members have agreed to pay against what has been asked for, has come in and belongs to the months that have
// gone. Promises and bookings are facts of lower rooms; here they meet.
import type { AgreedContribution, Instalment } from '@finsam/funding';
import { type BusinessDate, dateOf, monthOf, ore, type Ore, splitOre, sumOre, yearOf, ZERO } from '@finsam/kernel';
import type { ContributionMoved } from '@finsam/ledger';

export interface ContributionStatus {
  readonly memberId: string;
  /** Null: nothing is agreed, which is another thing than an agreed zero. */
  readonly agreedOre: Ore | null;
  /** When it falls due; null: nothing is said about it. */
  readonly instalments: readonly Instalment[] | null;
  /** What should have come in by the day; null: nothing is said about when. */
  readonly dueOre: Ore | null;
  readonly invoicedOre: Ore;
  readonly receivedOre: Ore;
  readonly repaidOre: Ore;
  /** What is left of the agreed amount: received taken off, repaid put back. */
  readonly remainingOre: Ore | null;
  /** What belongs to the months that have gone (periodiserat), whoever has paid. */
  readonly accruedOre: Ore | null;
}

/** As of the end of a day in the year. */
export function contributionStatus(
  agreed: readonly AgreedContribution[],
  movements: readonly ContributionMoved[],
  asOf: BusinessDate,
): ContributionStatus[] {
  const promises = new Map(agreed.map((promise) => [promise.memberId, promise]));
  const members = new Set([...promises.keys(), ...movements.map(({ memberId }) => memberId)]);
  return [...members].sort().map((memberId) => {
    const moved = (kind: ContributionMoved['movement']) =>
      sumOre(movements.flatMap((one) => (one.memberId === memberId && one.movement === kind ? one.amountOre : [])));
    const { amountOre: agreedOre = null, instalments = null } = promises.get(memberId) ?? {};
    const [receivedOre, repaidOre] = [moved('received'), moved('repaid')];
    return {
      memberId,
      agreedOre,
      instalments,
      dueOre: instalments && dueBy(instalments, asOf),
      invoicedOre: moved('invoiced'),
      receivedOre,
      repaidOre,
      remainingOre: agreedOre === null ? null : ore(agreedOre - receivedOre + repaidOre),
      accruedOre: agreedOre === null ? null : accruedBy(agreedOre, asOf),
    };
  });
}

function dueBy(instalments: readonly Instalment[], asOf: BusinessDate): Ore {
  return sumOre(instalments.flatMap(({ dueOn, amountOre }) => (dueOn <= asOf ? amountOre : [])));
}

/** A twelfth for each month that has gone. Twelve of them are the whole amount, to the öre. */
export function accruedBy(amountOre: Ore, asOf: BusinessDate): Ore {
  const [year, month] = [yearOf(asOf), monthOf(asOf)];
  const gone = asOf === dateOf(year, month, 31) ? month : month - 1;
  const twelfths = splitOre(
    amountOre,
    Array.from({ length: 12 }, () => 1),
  );
  return gone === 0 ? ZERO : sumOre(twelfths.slice(0, gone));
}
