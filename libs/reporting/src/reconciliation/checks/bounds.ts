// Expressions over cells as bounds: between which the true figure must lie, given how its parts were rounded.
import { type Cells, type ReportCell, termAt } from '../typed/cells';
import { type FigureUnit, readFigure } from '../typed/printed-figure';
import type { Expression, TermForm } from '../typed/report-form';

export interface Bounds {
  readonly low: number;
  readonly high: number;
  /** The figure itself, reckoned from what is printed. */
  readonly value: number;
  readonly unit: FigureUnit;
  readonly cells: readonly { readonly place: string; readonly printed: string }[];
}

/** null: a blank skips the rule. */
export function boundsOf(cells: Cells, expression: Expression): Bounds | null {
  if (typeof expression === 'string') return sumBounds(cells, [expression]);
  if ('sum' in expression) return sumBounds(cells, expression.sum);
  if ('share' in expression) return shareBounds(cells, expression.share.of, expression.share.against);
  const { figure, unit, step } = expression;
  const reading = readFigure(figure, unit, step);
  if (reading.kind !== 'figure') return null;
  // A limit is stated, not measured: it is exact unless it says what it was rounded to.
  const { value, half } = reading.figure;
  const reach = step === undefined ? 0 : half;
  return { low: value - reach, high: value + reach, value, unit, cells: [] };
}

export function sumBounds(cells: Cells, terms: readonly TermForm[], bound?: string): Bounds | null {
  const used: ReportCell[] = [];
  let [value, half] = [0, 0];
  for (const term of terms) {
    const { cell: ref, times = [1, 1] } = typeof term === 'string' ? { cell: term } : term;
    const { cell, sign } = termAt(cells, ref, bound);
    if (cell.figure === null) return null;
    used.push(cell);
    value += sign * Math.round((cell.figure.value * times[0]) / times[1]);
    half += Math.ceil((cell.figure.half * times[0]) / times[1]);
  }
  const unit = used[0]?.unit ?? 'antal';
  const printed = used.map(({ place, printed }) => ({ place, printed }));
  return { low: value - half, high: value + half, value, unit, cells: printed };
}

/** In hundredths of a percent. null also for a share of nothing, or of what may be nothing. */
export function shareBounds(
  cells: Cells,
  of: readonly string[],
  against: readonly string[],
  bound?: string,
): Bounds | null {
  const [part, whole] = [sumBounds(cells, of, bound), sumBounds(cells, against, bound)];
  if (!part || !whole || (whole.low <= 0 && whole.high >= 0)) return null;
  const ends = [part.low, part.high].flatMap((one) =>
    [whole.low, whole.high].map((other) => tenThousandths(one, other)),
  );
  return {
    low: Math.min(...ends),
    high: Math.max(...ends),
    value: tenThousandths(part.value, whole.value),
    unit: 'procent',
    cells: [...part.cells, ...whole.cells],
  };
}

/** The nearest whole number of ten thousandths, half away from zero, in integers. */
function tenThousandths(of: number, against: number): number {
  const negative = of < 0 !== against < 0;
  const [part, whole] = [BigInt(Math.abs(of)) * 10_000n, BigInt(Math.abs(against))];
  const size = Number((2n * part + whole) / (2n * whole));
  return negative && size !== 0 ? -size : size;
}
