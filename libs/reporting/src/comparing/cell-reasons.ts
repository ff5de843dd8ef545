// Why a cell is another: the layout, the facts behind a line, or other cells.
import { type CountRow, givenCell, isFigureColumn, isMeasure, type Layout, type ShareRow } from '@finsam/associations';
import { ore, sumOre, ZERO } from '@finsam/kernel';
import { reportedIn } from '@finsam/ledger';
import { columnPeriods } from '../statements/column-periods';
import { movedTo } from '../explaining/line-figures';
import type { ColumnFigures } from '../statements/figures';
import { reckonedFrom } from '../statements/reckoning/reckoned-columns';
import { cellAt, type ChangedCell, movedOre, type Place, sameCell } from './changed-cells';
import { type Compared, eventsAt, figuresOf } from './compared';
import { amountReasons } from './amount-reasons';
import type { Reason } from './reasons';

export async function cellReasons(compared: Compared, cell: ChangedCell): Promise<Reason[]> {
  const { between } = compared;
  const inBetween = cellAt(between.tables, cell);
  const reasons: Reason[] = [];
  if (!sameCell(cell.before, inBetween)) {
    const events = await eventsAt(compared, adoptions(compared, cell.table));
    reasons.push({ kind: 'layout', differenceOre: movedOre(cell.before, inBetween), events });
  }
  if (!sameCell(inBetween, cell.after)) reasons.push(...(await factReasons(compared, cell)));
  return reasons;
}

/** Of the table's own layout, if it is another; else it is an earlier table's, which its cells refer to. */
function adoptions({ after, adopted, from }: Compared, table: string): number[] {
  const positions = after.layouts.map(({ id }) => adopted.get(id) ?? 0);
  const own = after.layouts.findIndex(({ id }) => id === table);
  return positions[own]! > from ? [positions[own]!] : positions.slice(0, own);
}

async function factReasons(compared: Compared, place: ChangedCell): Promise<Reason[]> {
  const layout = compared.after.layouts.find(({ id }) => id === place.table)!;
  const row = layout.rows.find(({ id }) => id === place.row)!;
  const column = layout.columns.find(({ id }) => id === place.column)!;
  if (!isFigureColumn(column)) {
    return [cells(compared, place, column.kind, reckonedFrom(column))];
  }
  const days = columnPeriods(layout, compared.period)[column.id]!;
  if (isMeasure(row)) {
    const share = cells(compared, place, 'share', shareParts(row, column.id));
    return share.parts.length > 0 ? [share] : [await reported(compared, layout, days)];
  }
  const given = givenCell(row, column.id);
  if (given) return [cells(compared, place, 'given', [given])];
  const amount = { layout, column, days, movedOre: movedIn(compared, place) };
  if (row.kind === 'line') {
    const view = viewReason(compared, place);
    const rest = ore(amount.movedOre - sumOre(view.map(({ differenceOre }) => differenceOre)));
    return [
      ...view,
      ...(view.length > 0 && rest === 0 ? [] : await amountReasons(compared, { ...amount, line: row, movedOre: rest })),
    ];
  }
  if (row.kind !== 'sum') return [];
  // A total may stand as it was reported, whatever its parts come to.
  const { was, is } = figuresOf(compared, layout, column, null);
  if (hasLine(was, row.id) || hasLine(is, row.id)) return amountReasons(compared, { ...amount, line: null });
  const parts = row.of.map(({ row: part, sign = 1 }) => ({ row: part, sign }));
  return [cells(compared, place, 'sum', parts)];
}

/** What the layout's view moves to the cell has become another amount. */
function viewReason({ between, after }: Compared, place: Place): Extract<Reason, { kind: 'view' }>[] {
  const [was, is] = [movedTo(between.tables, place), movedTo(after.tables, place)];
  const total = (moved: typeof was) => sumOre(moved.map(({ changeOre }) => changeOre));
  const differenceOre = ore(total(is) - total(was));
  return differenceOre === 0 ? [] : [{ kind: 'view', differenceOre, events: [], before: was, after: is }];
}

type Part = Partial<Place> & { readonly sign?: 1 | -1 };

/** The parts that have changed; those that have not explain nothing. */
function cells(
  compared: Compared,
  place: Place,
  reckoned: string,
  parts: readonly Part[],
): Extract<Reason, { kind: 'cells' }> {
  const { table, row, column } = place;
  const changed = parts
    .map((part) => ({ table, row, column, ...part }))
    .filter((part) => !sameCell(cellAt(compared.between.tables, part), cellAt(compared.after.tables, part)))
    .map((part) => ({ ...part, differenceOre: movedIn(compared, part) }));
  return { kind: 'cells', reckoned, parts: changed };
}

function movedIn({ between, after }: Compared, place: Place) {
  return movedOre(cellAt(between.tables, place), cellAt(after.tables, place));
}

async function reported(
  compared: Compared,
  { id }: Layout,
  days: Parameters<typeof reportedIn>[1],
): Promise<Extract<Reason, { kind: 'reported' }>> {
  const { view, from } = compared;
  const [was, is] = [(await reportedIn(view.knownAt(from), days)).get(id), (await reportedIn(view, days)).get(id)];
  const document = { before: was?.document ?? null, after: is?.document ?? null };
  return { kind: 'reported', differenceOre: ZERO, document, events: await eventsAt(compared, [is?.since ?? 0]) };
}

/** What a share may be reckoned from: a cell elsewhere, or its part and its whole. */
function shareParts(row: CountRow | ShareRow, column: string): Part[] {
  if (row.kind === 'count') return [];
  const given = row.given && Object.hasOwn(row.given, column) ? row.given[column] : undefined;
  const rows = [row.part, row.whole].flatMap((id) => (id === undefined ? [] : [{ row: id }]));
  return given ? [given, ...rows] : rows;
}

function hasLine(figures: ColumnFigures, row: string): boolean {
  return figures.source === 'reported' && figures.rows.some(({ line }) => line === row);
}
