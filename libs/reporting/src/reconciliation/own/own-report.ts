// Our own tables as a report to reconcile: the same rules, but in öre, and the layouts say what belongs to what.
import { isFigureColumn, type LayoutColumn } from '@finsam/associations';
import type { StatementCell } from '../../statements/statement-table';
import { swedishAmount, swedishKronor, type Unit } from '../../swedish';
import type { FormTable, ReportForm } from '../typed/report-form';
import type { MadeTable } from './made-table';
import { ownRelations, roleOf } from './own-relations';
import { roundedIn } from './reported-rounding';

/** Cells in kronor with every öre, whatever unit they are printed in, so that no rounding of ours hides anything. */
export function reportOfStatements(title: string, made: readonly MadeTable[]): ReportForm {
  return { title, tables: made.map(formTable), relations: ownRelations(made), claims: [] };
}

function formTable(made: MadeTable): FormTable {
  const { table, layout, periods } = made;
  const rounded = layout.columns.map(({ id }) => roundedIn(made, id));
  return {
    id: layout.id,
    title: table.title,
    unit: 'kr',
    columns: layout.columns.map((column, index) => {
      const { label = '' } = table.columns[index] ?? {};
      const unit = isPercent(column) ? 'procent' : rounded[index];
      const year = isFigureColumn(column) ? { year: Number(periods[column.id]!.to.slice(0, 4)) } : {};
      return { id: column.id, label, ...(unit && { unit }), ...year };
    }),
    rows: table.rows.map(({ id, label, kind, cells }) => ({
      id,
      label,
      ...(kind === 'share' ? { unit: 'procent' as const } : {}),
      ...roleOf(made, id),
      cells: cells.map((cell, index) => (kind === 'count' ? null : formCell(cell, rounded[index]))),
    })),
  };
}

function isPercent(column: LayoutColumn): boolean {
  if (column.kind === 'benchmark') return column.shows === 'share';
  return column.kind === 'consumed-share' || column.kind === 'share-of-total';
}

/** A share is as it is printed: that is what a reader can reckon again. */
function formCell({ ore, share, count, printed }: StatementCell, rounded?: Unit): string | null {
  if (ore !== null) return rounded ? swedishAmount(ore, rounded) : swedishKronor(ore);
  return share || count?.unit === 'procent' ? printed : null;
}
