// Places that a report speaks of and does not have, looked up as the rules will look them up.
import { DomainError } from '@finsam/kernel';
import { bindings, type Cells, cellsOf, termAt } from '../../typed/cells';
import type { Expression, Relation, ReportForm } from '../../typed/report-form';

type Path = readonly (string | number)[];

export interface UnknownPlace {
  /** In the form: the relation or the side of a claim that speaks of it. */
  readonly path: Path;
  readonly text: string;
}

/** The first of each relation and of each side of a claim. None for a form whose own places are not certain. */
export function unknownPlaces(form: ReportForm): UnknownPlace[] {
  const cells = placesOf(form);
  if (!cells) return [];
  const found: UnknownPlace[] = [];
  const look = (path: Path, work: () => void) => {
    const text = refusalOf(work);
    if (text !== undefined) found.push({ path, text });
  };
  form.relations.forEach((relation, index) => {
    const { field, first, rest } = fieldsOf(relation);
    let bounds: readonly (string | undefined)[] = [];
    look(['relations', index, field], () => {
      bounds = bindings(form, first, relation);
      for (const bound of bounds) termAt(cells, first, bound);
    });
    look(['relations', index], () => {
      for (const bound of bounds) for (const ref of rest) termAt(cells, ref, bound);
    });
  });
  form.claims.forEach((claim, index) => {
    const sides = 'says' in claim ? { left: claim.left, right: claim.right } : { is: claim.is };
    for (const [side, expression] of Object.entries(sides)) {
      look(['claims', index, side], () => refsOf(expression).forEach((ref) => termAt(cells, ref)));
    }
  });
  return found;
}

/** The cells without their figures: what is no figure has been told already. */
function placesOf(form: ReportForm): Cells | undefined {
  const tables = form.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(() => null) })),
  }));
  try {
    return cellsOf({ ...form, tables });
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

function refusalOf(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}

function fieldsOf(relation: Relation) {
  if (relation.rule === 'andel') {
    return { field: 'share', first: relation.share, rest: [...relation.of, ...relation.against] };
  }
  return { field: 'total', first: relation.total, rest: relation.parts };
}

function refsOf(expression: Expression): readonly string[] {
  if (typeof expression === 'string') return [expression];
  if ('sum' in expression) return expression.sum.map((term) => (typeof term === 'string' ? term : term.cell));
  return 'share' in expression ? [...expression.share.of, ...expression.share.against] : [];
}
