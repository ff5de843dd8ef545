// Numbers and days as they are written in Swedish. Our own digits: a locale differs between machines.
import type { BusinessDate } from '@finsam/kernel';

/** Keeps a number and its unit on one line. */
const NO_BREAK_SPACE = '\u00a0';
const MINUS = '\u2212';

/** What amounts are printed in. */
export type Unit = 'kr' | 'tkr' | 'mkr';

/** So many digits after the comma. */
export type Decimals = 0 | 1 | 2;

const ORE_PER_UNIT = { kr: 100, tkr: 100_000, mkr: 100_000_000 } as const;

// prettier-ignore
const MONTHS = [
  'januari', 'februari', 'mars', 'april', 'maj', 'juni',
  'juli', 'augusti', 'september', 'oktober', 'november', 'december',
];

/** `1 234 567` with non-breaking spaces, `−5` with a true minus sign, never `−0`. Whole numbers only. */
export function swedishNumber(number: number): string {
  if (!Number.isSafeInteger(number)) throw new RangeError(`not a whole number: ${number}`);
  const digits = String(Math.abs(number)).replace(/\B(?=(?:\d{3})+$)/g, NO_BREAK_SPACE);
  return number < 0 ? MINUS + digits : digits;
}

/**
 * Kronor, thousands or millions from öre, counted in the last digit that is printed: 1 mkr with one decimal is 10. Half
 * away from zero, in integers all the way.
 */
export function roundedTo(unit: Unit, amountOre: number, decimals: Decimals = 0): number {
  return Number(rounded(BigInt(amountOre), BigInt(ORE_PER_UNIT[unit] / 10 ** decimals)));
}

/** An amount as a table in kr, tkr or mkr prints it: `1 234`, or `1,2` with one decimal. */
export function swedishAmount(amountOre: number, unit: Unit, decimals: Decimals = 0): string {
  return swedishDecimal(roundedTo(unit, amountOre, decimals), decimals);
}

/** A number that is counted in its last digit: 125 with one decimal is `12,5`, -5 is `−0,5`. */
function swedishDecimal(lastDigits: number, decimals: Decimals): string {
  if (decimals === 0) return swedishNumber(lastDigits);
  const [size, scale] = [Math.abs(lastDigits), 10 ** decimals];
  const fraction = String(size % scale).padStart(decimals, '0');
  return `${lastDigits < 0 ? MINUS : ''}${swedishNumber((size - (size % scale)) / scale)},${fraction}`;
}

/** `1 234,50`: every öre, for texts that must be exact. */
export function swedishKronor(amountOre: number): string {
  return swedishDecimal(amountOre, 2);
}

/** `54 %`, or `66,7 %` with one decimal; half away from zero. Throws `RangeError` for a share of nothing. */
export function swedishPercent(
  share: { readonly of: number; readonly against: number },
  decimals: Decimals = 0,
): string {
  const [of, against] = [BigInt(share.of) * 100n * 10n ** BigInt(decimals), BigInt(share.against)];
  const percent = against < 0n ? rounded(-of, -against) : rounded(of, against);
  return `${swedishDecimal(Number(percent), decimals)}${NO_BREAK_SPACE}%`;
}

/** `31 augusti 2024`. */
export function swedishDay(date: BusinessDate): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** The quotient to the nearest whole number, half away from zero. `divisor` is positive. */
function rounded(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend;
  const quotient = (2n * size + divisor) / (2n * divisor);
  return dividend < 0n ? -quotient : quotient;
}
