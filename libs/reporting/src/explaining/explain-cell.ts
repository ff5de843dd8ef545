// What is behind a cell: the vouchers, the decision or the document that it is taken from, or the cells it is made of.
import {
  givenCell,
  isFigureColumn,
  isMeasure,
  isWords,
  type Layout,
  type LayoutRow,
  withGroups,
} from '@finsam/associations';
import { parsePeriod, refusals } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { figureReader } from '../rendering/figure-reader';
import { statements } from '../rendering/render';
import { statementFigures } from '../rendering/statement-figures';
import { columnPeriods } from '../statements/column-periods';
import { cellOf } from '../statements/reckoning/cells';
import { reckonedFrom } from '../statements/reckoning/reckoned-columns';
import { shownIn } from '../statements/reckoning/selection';
import type { StatementCell, StatementTable } from '../statements/statement-table';
import { unknownLayout } from '../statements/unknown-layout';
import { behindLine } from './behind-line';
import { figuresReadBy, movedTo } from './line-figures';

const refuse = refusals({
  'statement/unknown-row': { status: 404, text: 'Uppställningen {layout} har ingen rad {row} med siffror.' },
  'statement/unknown-column': { status: 404, text: 'Uppställningen {layout} har ingen kolumn {column}.' },
});

export interface Asked {
  readonly layoutId: string;
  readonly period: string;
  readonly row: string;
  readonly column: string;
  /** Of the vouchers behind a sum: so many lines are passed over, and so many are told. */
  readonly after: number;
  readonly limit: number;
}

interface Place {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

export async function explainCell(view: View, asked: Asked) {
  const adopted = (await figureReader(view).layouts()).find(({ id }) => id === asked.layoutId);
  if (!adopted) throw unknownLayout(asked.layoutId, '/layoutId');
  const layout = withGroups(adopted);
  const row = layout.rows.find(({ id }) => id === asked.row);
  if (!row || isWords(row)) {
    throw refuse('statement/unknown-row', { layout: layout.id, row: asked.row, pointer: '/row' });
  }
  const column = layout.columns.find(({ id }) => id === asked.column);
  if (!column)
    throw refuse('statement/unknown-column', { layout: layout.id, column: asked.column, pointer: '/column' });
  const tables = await statements(view, parsePeriod(asked.period));
  const place = { table: layout.id, row: row.id, column: column.id };
  return { ...at(tables, place), label: row.label, behind: await behind(view, asked, layout, row, tables) };
}

/** A cell by its place, with its amount as it is shown; an empty cell where there is none. */
function at(tables: readonly StatementTable[], place: Place): Place & StatementCell {
  return { ...place, ...(cellOf(tables, place) ?? { ore: null, printed: '' }) };
}

async function behind(view: View, asked: Asked, layout: Layout, row: LayoutRow, tables: readonly StatementTable[]) {
  const column = layout.columns.find(({ id }) => id === asked.column)!;
  const part = (of: Partial<Place>, sign?: 1 | -1) => ({
    ...at(tables, { table: layout.id, row: row.id, column: column.id, ...of }),
    ...(sign && { sign }),
  });
  if (!shownIn(row, column.id)) return { source: 'none' };
  if (!isFigureColumn(column)) {
    return { source: 'columns', reckoned: column.kind, parts: reckonedFrom(column).map((of) => part(of)) };
  }
  const given =
    row.kind === 'share' && Object.hasOwn(row.given ?? {}, column.id)
      ? row.given![column.id]
      : givenCell(row, column.id);
  if (given) return { source: 'cells', parts: [part(given)] };
  const period = parsePeriod(asked.period);
  const figures = await statementFigures(figureReader(view), layout, period);
  const reported = { source: 'reported', document: figures.counts?.[column.id]?.document };
  if (isMeasure(row)) {
    const { share, count } = part({});
    if (count) return reported;
    if (row.kind === 'count' || !share) return { source: 'none' };
    return { source: 'cells', parts: [part({ row: row.part! }), part({ row: row.whole! })] };
  }
  const own = figures.columns[column.id]!;
  if (row.kind === 'sum') {
    const printed = own.source === 'reported' && own.rows.some(({ line }) => line === row.id);
    if (printed) return { source: 'reported', document: own.document };
    return { source: 'cells', parts: row.of.map((one) => part({ row: one.row }, one.sign ?? 1)) };
  }
  if (row.kind !== 'line') return { source: 'none' };
  const days = columnPeriods(layout, period)[column.id]!;
  const { after, limit } = asked;
  const of = { column, line: row, days, report: period, after, limit };
  const read = figuresReadBy(layout, row, column, figures);
  const moved = movedTo(tables, { table: layout.id, row: row.id, column: column.id });
  return { ...(await behindLine(view, { ...of, layout, figures: read })), ...(moved.length > 0 && { moved }) };
}
