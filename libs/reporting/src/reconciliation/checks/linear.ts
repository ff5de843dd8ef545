// One figure against the sum of others. The tolerance is what their rounding can hide, each printed figure half a step.
import { bindings, type Cells, termAt } from '../typed/cells';
import type { Finding } from '../finding';
import { figureText, readFigure } from '../typed/printed-figure';
import { amountOf, CUT, isCutCopy, isMiss, type Outcome } from './outcome';
import { probableCause } from './probable-cause';
import type { LinearRelation, ReportForm } from '../typed/report-form';
import { RULES } from '../rules';

export function linearFindings(report: ReportForm, cells: Cells, relation: LinearRelation): Finding[] {
  const outcomes = bindings(report, relation.total, relation)
    .map((bound) => outcomeOf(cells, relation, bound))
    .filter((outcome) => outcome !== null);
  return outcomes.filter(isMiss).map((miss) => {
    const cut = isCutCopy(miss);
    const cause = cut ? null : probableCause(miss, outcomes, cells);
    return {
      rule: relation.rule,
      severity: cut ? 'upplysning' : RULES[relation.rule].severity,
      place: miss.total.cell.place,
      message: cut ? `${sentence(miss)} ${CUT}` : sentence(miss),
      ...(cause === null ? {} : { cause }),
      difference: miss.printed - miss.reckoned,
      cells: [miss.total, ...miss.parts].map(({ cell: { place, printed } }) => ({ place, printed })),
    };
  });
}

/** null where a blank skips the rule. */
function outcomeOf(cells: Cells, relation: LinearRelation, bound: string | undefined): Outcome | null {
  const total = termAt(cells, relation.total, bound);
  const all = relation.parts.map((part) => termAt(cells, part, bound));
  const parts = all.filter(({ cell }) => cell.figure !== null);
  const skipped = parts.length === 0 || ((relation.blank ?? 'any') === 'any' && parts.length < all.length);
  if (total.cell.figure === null || skipped) return null;
  const coarser = relation.step === undefined ? null : readFigure(relation.step, total.cell.unit);
  const step = coarser?.kind === 'figure' ? coarser.figure.value / 2 : 0;
  return {
    total,
    parts,
    printed: amountOf(total),
    reckoned: parts.reduce((sum, part) => sum + amountOf(part), 0),
    tolerance: [total, ...parts].reduce((sum, { cell }) => sum + Math.max(cell.figure?.half ?? 0, step), 0),
  };
}

function sentence({ total, parts, printed, reckoned }: Outcome): string {
  const { unit, table, row, column } = total.cell;
  const text = (value: number) => figureText(value, unit);
  const where = `${table.title}, ${row.label || 'summan'}, ${column.label}`;
  const [only] = parts;
  const against =
    parts.length === 1 && only
      ? `${only.cell.table.title}, ${only.cell.row.label || 'summan'}, ${only.cell.column.label}, ger`
      : 'delarna ger';
  return `${where}: tryckt ${text(printed)}, men ${against} ${text(reckoned)}. Skillnad ${text(printed - reckoned)}.`;
}
