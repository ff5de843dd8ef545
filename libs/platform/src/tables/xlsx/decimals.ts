// A workbook keeps binary fractions and shows fifteen digits of them; those fifteen are what was meant.

const NUMBER = /^-?\d{1,400}(?:\.\d{1,400})?(?:[eE][+-]?\d{1,3})?$/;

/** `1.1000000000000001` → `1.1`, `1E3` → `1000`. Undefined for what is no number, or finer than any money. */
export function exactDecimal(text: string): string | undefined {
  if (!NUMBER.test(text)) return undefined;
  const value = Number(Number(text).toPrecision(15));
  if (Math.abs(value) >= 1e21) return undefined;
  const short = String(value);
  return short.includes('e') ? plain(short) : Object.is(value, -0) ? '0' : short;
}

/** `1.5e-7` → `0.00000015`. */
function plain(short: string): string | undefined {
  const [, sign, whole, fraction = '', exponent] = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(short) ?? [];
  if (exponent === undefined || Number(exponent) > 30) return undefined;
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${whole}${fraction}`;
}
