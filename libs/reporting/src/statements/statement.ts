// The engine: a layout and its figures give a table, and nothing else does.
import { isFigureColumn, isMeasure, type Layout, type LayoutRow, outcomeColumn } from '@finsam/associations';
import { canonicalJson, invariant, type Ore, ore, sumOre } from '@finsam/kernel';
import { columnLabel, type ColumnPeriods, tableTitle } from './column-periods';
import type { StatementFigures } from './figures';
import { amountsOf, type Amounts, BLANK, derivedCells, printedCell } from './reckoning/cells';
import { measureCell, type Measured } from './reckoning/measures';
import { select, shownIn } from './reckoning/selection';
import { tableNotes } from './reckoning/table-notes';
import type { StatementRow, StatementTable, Unmapped } from './statement-table';

/**
 * Pure: the same input gives the same table, whatever order the figures come in. Amounts are reckoned in öre and
 * rounded where they are printed. `earlier`: the tables before this one in the report, which a cell may refer to.
 */
export function statement(
  layout: Layout,
  periods: ColumnPeriods,
  figures: StatementFigures,
  earlier: readonly StatementTable[] = [],
): StatementTable {
  const selections = new Map(
    layout.columns.filter(isFigureColumn).map((column) => {
      const own = figures.columns[column.id];
      invariant(own, `the column ${column.id} of ${layout.id} has figures, or the source "none"`);
      return [column.id, select(layout, column, own)];
    }),
  );
  const amount = amountsOf(layout, selections, earlier);
  const rows = tableRows(layout, { counts: figures.counts, earlier, amount });
  const unmapped = inOrder([...selections.values()].flatMap((selection) => selection.unmapped));
  return {
    layout: { id: layout.id, version: layout.version },
    statement: layout.statement,
    title: tableTitle(layout, periods),
    unit: layout.unit,
    columns: layout.columns.map((column) => ({
      id: column.id,
      label: columnLabel(column, periods),
      kind: column.kind,
    })),
    rows,
    figures: publishedFigures(layout, amount),
    notes: tableNotes({ layout, periods, figures, earlier, selections, amount, unmapped, rows }),
    unmapped,
  };
}

function tableRows(layout: Layout, measured: Measured): StatementRow[] {
  const { amount } = measured;
  const cellsIn = layout.columns.map((column) =>
    isFigureColumn(column)
      ? (row: LayoutRow) => {
          if (isMeasure(row)) return measureCell(row, column.id, measured);
          return shownIn(row, column.id) ? printedCell(amount(row.id, column.id), layout.unit) : BLANK;
        }
      : derivedCells(layout, column, amount),
  );
  return layout.rows.map((row) => ({
    id: row.id,
    label: row.label,
    kind: row.kind,
    level: row.level ?? 1,
    ...(row.note === undefined ? {} : { note: row.note }),
    cells: row.kind === 'heading' ? [] : cellsIn.map((cellIn) => cellIn(row)),
  }));
}

/** Blank as soon as a part is: a figure for the nation is whole or missing. */
function publishedFigures(layout: Layout, amount: Amounts): Record<string, Ore | null> {
  const outcome = outcomeColumn(layout);
  if (!outcome) return {};
  return Object.fromEntries(
    (layout.figures ?? []).map(({ code, of }) => {
      const parts = of.map(({ row, sign = 1 }) => {
        const figure = amount(row, outcome.id);
        return figure === null ? null : ore(sign * figure);
      });
      const known = parts.filter((part) => part !== null);
      return [code, known.length === parts.length ? sumOre(known) : null];
    }),
  );
}

function inOrder(unmapped: readonly Unmapped[]): Unmapped[] {
  const keyed = unmapped.map((entry) => [canonicalJson(entry), entry] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, entry]) => entry);
}
