// Parts of an amount, exactly: a product may be larger than a number holds, and no öre is won or lost in a split.
import { ore, type Ore } from './ore';

/** An amount before it is rounded: `numerator / denominator` öre, the denominator positive. */
export interface ExactOre {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** 100 % in basis points, hundredths of a percent. */
export const WHOLE = 10_000;

export function exactOre(amount: Ore): ExactOre {
  return { numerator: BigInt(amount), denominator: 1n };
}

/** `times / over` of the amount. Both are whole numbers; `over` is positive. */
export function timesExact({ numerator, denominator }: ExactOre, times: number, over: number): ExactOre {
  return { numerator: numerator * BigInt(times), denominator: denominator * BigInt(over) };
}

/** To a whole number of units (1 öre unless said otherwise); a half goes away from zero, as in arithmetic at school. */
export function roundOre({ numerator, denominator }: ExactOre, unit = 1): Ore {
  const whole = denominator * BigInt(unit);
  const size = numerator < 0n ? -numerator : numerator;
  const units = (2n * size + whole) / (2n * whole);
  return ore(Number((numerator < 0n ? -units : units) * BigInt(unit)));
}

/** `part / whole` of an amount, to the öre. */
export function shareOre(amount: Ore, part: number, whole: number): Ore {
  return roundOre(timesExact(exactOre(amount), part, whole));
}

/**
 * The amount in parts by weight that sum to it exactly: each is rounded down, and what is then left goes an öre at a
 * time to the largest remainders, the first of equals first. Weights are whole numbers, not all zero.
 */
export function splitOre(amount: Ore, weights: readonly number[]): Ore[] {
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n);
  const sign = amount < 0 ? -1 : 1;
  const size = BigInt(Math.abs(amount));
  const parts = weights.map((weight, index) => {
    const product = size * BigInt(weight);
    return { index, whole: product / sum, remainder: product % sum };
  });
  const left = size - parts.reduce((total, { whole }) => total + whole, 0n);
  const first = [...parts].sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
  const lucky = new Set(first.slice(0, Number(left)).map(({ index }) => index));
  return parts.map(({ index, whole }) => ore(sign * Number(whole + (lucky.has(index) ? 1n : 0n))));
}
