// A part of an amount: months of a year, a share of a cost. Integers all the way, and one rounding at the end.
import { ore, type Ore } from './ore';

/** The amount times `of` and divided by `against`, to the nearest öre, half away from zero. `against` is not zero. */
export function proportionOre(amountOre: Ore, of: number, against: number): Ore {
  const [dividend, divisor] = [BigInt(amountOre) * BigInt(of), BigInt(against)];
  const negative = dividend < 0n !== divisor < 0n;
  const [size, by] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const quotient = Number((2n * size + by) / (2n * by));
  return ore(negative ? -quotient : quotient);
}
