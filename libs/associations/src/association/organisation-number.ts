// The number by which the tax authority knows a legal person.
import { z } from 'zod';

// The third digit of a legal person's number is at least 2. In a living person's number it is the month's
// first digit, 0 or 1, so that such a number can never be recorded here by mistake.
const PATTERN = /^\d{2}[2-9]\d{3}-\d{4}$/;

/** `NNNNNN-NNNN` with a right check digit (modulus 10). */
export const organisationNumberSchema = z
  .string()
  .regex(PATTERN, { error: 'skrivs NNNNNN-NNNN, med tredje siffran minst 2' })
  .refine(hasCheckDigit, { error: 'har fel kontrollsiffra' });

function hasCheckDigit(number: string): boolean {
  const digits = [...number.replace('-', '')].map(Number);
  const weighed = digits.map((digit, place) => (place % 2 === 0 ? digit * 2 : digit));
  // 18 weighs 1 + 8: the digits of each product are added, which is the product less 9.
  const sum = weighed.reduce((total, product) => total + (product > 9 ? product - 9 : product), 0);
  return sum % 10 === 0;
}
