// A year's shared costs as they are explained: month by month what was booked, whose share it is, what is invoiced and
// what of it remains to be accrued; with and without the other's share.
import type { AgreementRow, InvoicedMonth } from '@finsam/funding';
import { type Month, ore, type Ore, sumOre } from '@finsam/kernel';
import type { ReckonedPart } from './reckoning';

interface Amounts {
  readonly baseOre: Ore;
  readonly shareOre: Ore;
  readonly invoicedOre: Ore;
  /** The share that is not invoiced; null for a buyer, who knows of no more than it has been invoiced. */
  readonly toAccrueOre: Ore | null;
}

export interface SharedCostPart extends Amounts {
  readonly key: string;
  readonly label: string;
  readonly shareBasisPoints: number;
  readonly months: readonly (Amounts & { readonly month: Month })[];
}

export interface SharedCostTable extends Amounts {
  readonly parts: readonly SharedCostPart[];
  /** `Förbundschef 35 %, övrig administration 50 %` */
  readonly allocationKey: string;
  /** All costs on their own and what the other is to pay as income. */
  readonly gross: { readonly costOre: Ore; readonly incomeOre: Ore };
  /** The costs that remain ours. */
  readonly net: { readonly costOre: Ore };
}

/** For the seller: what the books come to, against what has been invoiced of the same months. */
export function sellersTable(
  { parts }: Pick<AgreementRow, 'parts'>,
  reckoned: readonly ReckonedPart[],
  invoiced: readonly InvoicedMonth[],
): SharedCostTable {
  const lines = parts.map(({ key, label = key, shareBasisPoints }): SharedCostPart => {
    const months = reckoned
      .find((part) => part.key === key)!
      .months.map(({ month, baseOre, shareOre }) => {
        const invoicedOre = sumOre(
          invoiced.flatMap((one) => (one.part === key && one.month === month ? one.shareOre : [])),
        );
        return { month, baseOre, shareOre, invoicedOre, toAccrueOre: ore(shareOre - invoicedOre) };
      });
    return { key, label, shareBasisPoints, ...totalOf(months), months };
  });
  const total = totalOf(lines);
  return {
    ...total,
    parts: lines,
    allocationKey: keyOf(lines),
    gross: { costOre: total.baseOre, incomeOre: total.shareOre },
    net: { costOre: ore(total.baseOre - total.shareOre) },
  };
}

/** For the buyer: what it has received bases for. Its cost is its share, and the seller's costs are the seller's. */
export function buyersTable(
  { parts }: Pick<AgreementRow, 'parts'>,
  invoiced: readonly InvoicedMonth[],
): SharedCostTable {
  const keys = new Set([...parts.map(({ key }) => key), ...invoiced.map(({ part }) => part)]);
  const lines = [...keys].map((key): SharedCostPart => {
    const { label = key, shareBasisPoints = 0 } = parts.find((part) => part.key === key) ?? {};
    const months = invoiced
      .filter(({ part }) => part === key)
      .map(({ month, baseOre, shareOre }) => ({
        month,
        baseOre,
        shareOre,
        invoicedOre: shareOre,
        toAccrueOre: null,
      }));
    return { key, label, shareBasisPoints, ...totalOf(months), toAccrueOre: null, months };
  });
  const total = totalOf(lines);
  const costOre = total.shareOre;
  return {
    ...total,
    toAccrueOre: null,
    parts: lines,
    allocationKey: keyOf(lines),
    gross: { costOre, incomeOre: ore(0) },
    net: { costOre },
  };
}

function totalOf(list: readonly Amounts[]): Amounts {
  return {
    baseOre: sumOre(list.map(({ baseOre }) => baseOre)),
    shareOre: sumOre(list.map(({ shareOre }) => shareOre)),
    invoicedOre: sumOre(list.map(({ invoicedOre }) => invoicedOre)),
    toAccrueOre: sumOre(list.map(({ toAccrueOre }) => toAccrueOre ?? ore(0))),
  };
}

function keyOf(parts: readonly SharedCostPart[]): string {
  return parts.map(({ label, shareBasisPoints }) => `${label} ${percent(shareBasisPoints)} %`).join(', ');
}

/** 3 500 → `35`, 3 333 → `33,33` */
function percent(basisPoints: number): string {
  const decimals = String(basisPoints % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.floor(basisPoints / 100)}${decimals === '' ? '' : `,${decimals}`}`;
}
