// What is stated beside the sums: a percent in a table, a figure in the text, and which of two figures is larger.
import { bindings, type Cells, termAt } from '../typed/cells';
import { type Bounds, boundsOf, shareBounds } from './bounds';
import type { Finding } from '../finding';
import { type Figure, figureText, type FigureUnit, isMoney, readFigure } from '../typed/printed-figure';
import type { Comparison, FigureClaim, ReportForm, ShareRelation } from '../typed/report-form';
import { CUT, isCut } from './outcome';
import { RULES, type Severity } from '../rules';

export function shareFindings(report: ReportForm, cells: Cells, relation: ShareRelation): Finding[] {
  return bindings(report, relation.share, relation).flatMap((bound) => {
    const { cell } = termAt(cells, relation.share, bound);
    const bounds = shareBounds(cells, relation.of, relation.against, bound);
    if (cell.figure === null || bounds === null) return [];
    const { severity, difference } = against(cell.figure, cell.unit, bounds);
    if (severity === null) return [];
    const where = `${cell.table.title}, ${cell.row.label}, ${cell.column.label}`;
    return [
      {
        rule: 'andel' as const,
        severity,
        place: cell.place,
        message: `${where}: ${difference}`,
        difference: cell.figure.value - bounds.value,
        cells: [{ place: cell.place, printed: cell.printed }, ...bounds.cells],
      },
    ];
  });
}

export function figureClaimFindings(cells: Cells, claim: FigureClaim): Finding[] {
  const bounds = boundsOf(cells, claim.is);
  const reading = readFigure(claim.figure, claim.unit, claim.step);
  if (bounds === null || reading.kind !== 'figure' || !comparable(claim.unit, bounds.unit)) return [];
  const { severity, difference } = against(reading.figure, claim.unit, bounds);
  if (severity === null) return [];
  return [
    { rule: 'text', severity, place: claim.place, message: `${claim.place}: ${difference}`, cells: bounds.cells },
  ];
}

const WORDS = { 'mer-an': 'mer än', 'mindre-an': 'mindre än', minst: 'minst', hogst: 'högst' } as const;

export function comparisonFindings(cells: Cells, { place, says, left, right }: Comparison): Finding[] {
  const [one, other] = [boundsOf(cells, left), boundsOf(cells, right)];
  if (!one || !other || !comparable(one.unit, other.unit) || holds[says](one, other)) return [];
  const figures = [one, other].map(({ value, unit }) => figureText(value, unit));
  return [
    {
      rule: 'text',
      severity: RULES.text.severity,
      place,
      message: `${place}: texten säger ${WORDS[says]} ${figures[1]}, men uppgiften är ${figures[0]}.`,
      cells: [...one.cells, ...other.cells],
    },
  ];
}

/** True unless the figures, however they were rounded, say otherwise. */
const holds: Record<Comparison['says'], (one: Bounds, other: Bounds) => boolean> = {
  'mer-an': (one, other) => one.high > other.low,
  'mindre-an': (one, other) => one.low < other.high,
  minst: (one, other) => one.high >= other.low,
  hogst: (one, other) => one.low <= other.high,
};

/** A figure may be cut off rather than rounded: a step away at most, on the side of zero, and worth a remark. */
function against({ value, half }: Figure, unit: FigureUnit, { low, high, value: reckoned }: Bounds) {
  const within = (reach: number) => value - reach <= high && value + reach >= low;
  const cut = isCut(value, reckoned) && within(2 * half);
  const severity: Severity | null = within(half) ? null : cut ? 'upplysning' : RULES.text.severity;
  const text = `tryckt ${figureText(value, unit)}, men underlaget ger ${figureText(reckoned, unit)}.`;
  return { severity, difference: cut ? `${text} ${CUT}` : text };
}

function comparable(one: FigureUnit, other: FigureUnit): boolean {
  return one === other || (isMoney(one) && isMoney(other));
}
