// A cash flow leads from one balance to another: where a flow opens with a cell of a balance and adds its own rows,
// the total is the same row of the balance at the flow's last day.
import { givenCell } from '@finsam/associations';
import { dateOf } from '@finsam/kernel';
import type { Relation } from '../../typed/report-form';
import { type DatedColumn, datedColumns, type MadeTable, place, signed } from '../made-table';

export function cashFlowRelations(made: MadeTable, all: readonly MadeTable[]): Relation[] {
  const { layout } = made;
  if (layout.statement !== 'flow') return [];
  return datedColumns(made).flatMap((dated) =>
    layout.rows.flatMap((total): Relation[] => {
      if (total.kind !== 'sum' || total.of.length < 2) return [];
      return total.of.flatMap(({ row, sign = 1 }): Relation[] => {
        const closing = closingOf(made, all, row, dated);
        if (!closing) return [];
        return [{ rule: 'kassaflode', total: place(made, total.id, dated.column.id), parts: [signed(sign, closing)] }];
      });
    }),
  );
}

/** The cell of the balance at the flow's last day, where the row is its cell of the day before the first. */
function closingOf(made: MadeTable, all: readonly MadeTable[], row: string, flow: DatedColumn): string | null {
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

/** A period begins on the first of a month; what stood before it is of the month's end before. */
function dayBefore(first: string): string {
  const [year = 0, month = 0] = first.split('-').map(Number);
  return month === 1 ? dateOf(year - 1, 12, 31) : dateOf(year, month - 1, 31);
}
