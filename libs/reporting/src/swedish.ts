// Numbers and days as they are written in Swedish. Our own digits: a locale differs between machines.
import type { BusinessDate } from '@finsam/kernel';

/** Keeps a number and its unit on one line. */
const NO_BREAK_SPACE = '\u00a0';
const MINUS = '\u2212';

/** What amounts are printed in. */
export type Unit = 'kr' | 'tkr';

const ORE_PER_UNIT = { kr: 100, tkr: 100_000 } as const;

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

/** Whole kronor or thousands from öre: half away from zero, in integers all the way. */
export function roundedTo(unit: Unit, amountOre: number): number {
  return Number(rounded(BigInt(amountOre), BigInt(ORE_PER_UNIT[unit])));
}

/** An amount as a table in kr or tkr prints it. */
export function swedishAmount(amountOre: number, unit: Unit): string {
  return swedishNumber(roundedTo(unit, amountOre));
}

/** `1 234,50`: every öre, for texts that must be exact. */
export function swedishKronor(amountOre: number): string {
  const ore = Math.abs(amountOre);
  const decimals = String(ore % 100).padStart(2, '0');
  return `${amountOre < 0 ? MINUS : ''}${swedishNumber((ore - (ore % 100)) / 100)},${decimals}`;
}

/** `54 %`, whole, half away from zero. Throws `RangeError` for a share of nothing. */
export function swedishPercent(share: { readonly of: number; readonly against: number }): string {
  const [of, against] = [BigInt(share.of) * 100n, BigInt(share.against)];
  const percent = against < 0n ? rounded(-of, -against) : rounded(of, against);
  return `${swedishNumber(Number(percent))}${NO_BREAK_SPACE}%`;
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
