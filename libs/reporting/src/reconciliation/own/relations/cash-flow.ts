// A cash flow leads from one balance to another: where a flow opens with what stood before its first day, as a cell of
// a balance or as the books have it, and adds its own rows, the total is what a balance shows at its last day.
import { givenCell, type LineRow } from '@finsam/associations';
import { dateOf } from '@finsam/kernel';
import type { Relation } from '../../typed/report-form';
import { type DatedColumn, datedColumns, isMoved, linesIn, type MadeTable, place, signed } from '../made-table';
import { booksKey } from './selections';

export function cashFlowRelations(made: MadeTable, all: readonly MadeTable[]): Relation[] {
  const { layout } = made;
  if (layout.statement !== 'flow') return [];
  return datedColumns(made).flatMap((dated) =>
    layout.rows.flatMap((total): Relation[] => {
      if (total.kind !== 'sum' || total.of.length < 2) return [];
      return total.of.flatMap(({ row, sign = 1 }): Relation[] => {
        const closing = closingOf(made, all, row, dated);
        if (!closing) return [];
        return [{ rule: 'kassaflode', total: place(made, total.id, dated.column.id), parts: [turned(sign, closing)] }];
      });
    }),
  );
}

function closingOf(made: MadeTable, all: readonly MadeTable[], row: string, flow: DatedColumn): string | null {
  const line = made.layout.rows.find(({ id }) => id === row);
  const opens = line?.kind === 'line' && line.reads === 'opening' && !givenCell(line, flow.column.id);
  return opens ? closingLine(made, all, line, flow) : closingCell(made, all, row, flow);
}

/** The line of a balance that selects the same, at the flow's last day. */
function closingLine(made: MadeTable, all: readonly MadeTable[], opening: LineRow, flow: DatedColumn): string | null {
  const key = booksKey(made, opening);
  if (key === null || flow.column.kind !== 'actual') return null;
  for (const balance of all.filter(({ layout }) => layout.statement === 'balance')) {
    const closing = datedColumns(balance).find(({ column, to }) => column.kind === 'actual' && to === flow.to);
    const line = closing && linesIn(balance, closing.column.id).find((one) => booksKey(balance, one) === key);
    if (line && !givenCell(line, closing.column.id) && !isMoved(balance, line.id, closing.column.id)) {
      return signed(line.sign * opening.sign, place(balance, line.id, closing.column.id));
    }
  }
  return null;
}

/** The cell of the balance at the flow's last day, where the row is its cell of the day before the first. */
function closingCell(made: MadeTable, all: readonly MadeTable[], row: string, flow: DatedColumn): string | null {
  const line = made.layout.rows.find(({ id }) => id === row);
  const given = line && givenCell(line, flow.column.id);
  const balance = given && all.find(({ layout }) => layout.id === given.table && layout.statement === 'balance');
  if (!balance) return null;
  const columns = datedColumns(balance).filter(({ column }) => column.kind === 'actual');
  const opening = columns.find(({ column }) => column.id === given.column);
  if (opening?.to !== dayBefore(flow.from)) return null;
  const closing = columns.find(({ to }) => to === flow.to);
  return closing ? place(balance, given.row, closing.column.id) : null;
}

function turned(sign: 1 | -1, ref: string): string {
  return ref.startsWith('-') ? signed(-sign, ref.slice(1)) : signed(sign, ref);
}

/** A period begins on the first of a month; what stood before it is of the month's end before. */
function dayBefore(first: string): string {
  const [year = 0, month = 0] = first.split('-').map(Number);
  return month === 1 ? dateOf(year - 1, 12, 31) : dateOf(year, month - 1, 31);
}
