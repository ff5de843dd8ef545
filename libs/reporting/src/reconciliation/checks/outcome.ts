// What came of holding one printed figure against others.
import type { Term } from '../typed/cells';

/** A relation in one column, or in one row: what is printed and what the parts give. */
export interface Outcome {
  readonly total: Term;
  readonly parts: readonly Term[];
  readonly printed: number;
  readonly reckoned: number;
  readonly tolerance: number;
}

export const isMiss = ({ printed, reckoned, tolerance }: Outcome): boolean => Math.abs(printed - reckoned) > tolerance;

export const amountOf = ({ cell, sign }: Term): number => sign * (cell.figure?.value ?? 0);

export const CUT = 'Siffran är avkortad, inte avrundad.';

/** Nearer to zero than what was reckoned, as digits are that were struck. */
export const isCut = (printed: number, reckoned: number): boolean =>
  Math.abs(reckoned) > Math.abs(printed) && reckoned < 0 === printed < 0;

/** One figure printed twice, the second time in a coarser unit and cut off. */
export function isCutCopy({ total, parts, printed, reckoned, tolerance }: Outcome): boolean {
  const half = total.cell.figure?.half ?? 0;
  return parts.length === 1 && isCut(printed, reckoned) && Math.abs(printed - reckoned) < tolerance + half;
}
