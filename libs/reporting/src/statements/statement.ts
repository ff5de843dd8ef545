// The engine: a layout and its figures give a table, and nothing else does.
import {
  isFigureColumn,
  isMeasure,
  isWords,
  type Layout,
  type LayoutRow,
  outcomeColumn,
  selectsByMemberKind,
  withGroups,
} from '@finsam/associations';
import { canonicalJson, invariant, type Ore, ore, sumOre } from '@finsam/kernel';
import { columnLabel, type ColumnPeriods, datedText, tableTitle } from './column-periods';
import type { StatementFigures } from './figures';
import { amountsOf, type Amounts, BLANK, printedCell } from './reckoning/cells';
import { countsNotShown } from './reckoning/counts-not-shown';
import { measureCell, type Measured } from './reckoning/measures';
import { passedOfYear, reckonedCells } from './reckoning/reckoned-columns';
import { select, shownIn } from './reckoning/selection';
import { tableNotes } from './reckoning/table-notes';
import type { ShareOfYear } from './share-of-year';
import type { StatementRow, StatementTable, Unmapped } from './statement-table';

/**
 * Pure: the same input gives the same table, whatever order the figures come in. Amounts are reckoned in öre and
 * rounded where they are printed. `earlier`: the tables before this one in the report, which a cell may refer to.
 * Kinds of members must be written out as members (`withMemberKinds`): the layout alone does not know them.
 */
export function statement(
  adopted: Layout,
  periods: ColumnPeriods,
  figures: StatementFigures,
  earlier: readonly StatementTable[] = [],
): StatementTable {
  const layout = withGroups(adopted);
  invariant(!selectsByMemberKind(layout), `the kinds of members in ${layout.id} are written out as members`);
  const selections = new Map(
    layout.columns.filter(isFigureColumn).map((column) => {
      const own = figures.columns[column.id];
      invariant(own, `the column ${column.id} of ${layout.id} has figures, or the source "none"`);
      const readings = figures.readings?.[column.id];
      return [column.id, select(layout, { column, period: periods[column.id]!, figures: own, readings })];
    }),
  );
  const passed = passedOfYear(layout, periods);
  const amount = amountsOf(layout, selections, earlier, passed);
  const rows = tableRows(layout, periods, passed, { counts: figures.counts, earlier, amount });
  const moved = [...selections.values()].flatMap((selection) => selection.moved ?? []);
  const notShown = countsNotShown(layout, figures);
  const unmapped = inOrder([...selections.values()].flatMap((selection) => selection.unmapped));
  return {
    layout: { id: layout.id, version: layout.version },
    statement: layout.statement,
    title: tableTitle(layout, periods),
    unit: layout.unit,
    ...(layout.decimals === undefined ? {} : { decimals: layout.decimals }),
    columns: layout.columns.map((column) => ({
      id: column.id,
      label: columnLabel(column, periods),
      kind: column.kind,
    })),
    rows,
    figures: publishedFigures(layout, amount),
    notes: tableNotes({ layout, periods, figures, earlier, selections, amount, unmapped, rows, moved, notShown }),
    unmapped,
    ...(notShown.length > 0 && { countsNotShown: notShown }),
    ...(layout.view && { moved }),
  };
}

function tableRows(
  layout: Layout,
  periods: ColumnPeriods,
  passed: ShareOfYear | null,
  measured: Measured,
): StatementRow[] {
  const { amount } = measured;
  const cellsIn = layout.columns.map((column) =>
    isFigureColumn(column)
      ? (row: LayoutRow) => {
          if (isMeasure(row)) return measureCell(row, column.id, measured);
          return shownIn(row, column.id) ? printedCell(amount(row.id, column.id), layout) : BLANK;
        }
      : reckonedCells(layout, column, amount, passed),
  );
  return layout.rows.map((row) => ({
    id: row.id,
    label: row.kind === 'text' ? datedText(layout, row.label, periods) : row.label,
    kind: row.kind,
    level: row.level ?? 1,
    ...(row.kind === 'text' || row.note === undefined ? {} : { note: row.note }),
    cells: isWords(row) ? [] : cellsIn.map((cellIn) => cellIn(row)),
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
