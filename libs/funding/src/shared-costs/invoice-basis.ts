// What is left to invoice: what the months have come to, less what has been invoiced of them already.
import { addOre, invariant, type Month, monthsThrough, ore, sumOre, ZERO } from '@finsam/kernel';
import type { CostBasis, CostPart, PartMonth } from './agreement';

/** What has been invoiced so far, by part and month. */
export type Booked = ReadonlyMap<string, PartMonth>;

interface PartMonths {
  readonly key: string;
  readonly months: readonly PartMonth[];
}

const place = (key: string, month: Month) => `${key} ${month}`;

/** With what another basis invoices. */
export function bookOn(booked: Booked, parts: readonly PartMonths[]): Booked {
  const after = new Map(booked);
  for (const { key, months } of parts) {
    for (const { month, baseOre, shareOre } of months) {
      const before = after.get(place(key, month));
      after.set(place(key, month), {
        month,
        baseOre: addOre(before?.baseOre ?? ZERO, baseOre),
        shareOre: addOre(before?.shareOre ?? ZERO, shareOre),
      });
    }
  }
  return after;
}

/**
 * The months from `from` through `through`, and of the months before them what has changed since they were invoiced.
 * `reckoned`: what all months since the agreement began have come to.
 */
export function basisOf(
  { from: begins, parts }: { readonly from: Month; readonly parts: readonly CostPart[] },
  from: Month,
  through: Month,
  reckoned: readonly PartMonths[],
  invoiced: Booked,
): Pick<CostBasis, 'parts' | 'amountOre'> {
  const all = monthsThrough(begins, through).join();
  const basis = parts.map(({ key, label, shareBasisPoints }) => {
    const months = reckoned.find((part) => part.key === key)?.months ?? [];
    invariant(months.map(({ month }) => month).join() === all, `${key} is reckoned for each month since the start`);
    const left = months
      .map(({ month, baseOre, shareOre }) => {
        const before = invoiced.get(place(key, month));
        return {
          month,
          baseOre: ore(baseOre - (before?.baseOre ?? 0)),
          shareOre: ore(shareOre - (before?.shareOre ?? 0)),
        };
      })
      .filter(({ month, baseOre, shareOre }) => month >= from || baseOre !== 0 || shareOre !== 0);
    return { key, ...(label !== undefined && { label }), shareBasisPoints, months: left };
  });
  const amountOre = sumOre(basis.flatMap(({ months }) => months.map(({ shareOre }) => shareOre)));
  return { parts: basis, amountOre };
}
