// Statements as rows for a spreadsheet: amounts in kronor with every öre, so that what is summed there agrees.
import type { Ore } from '@finsam/kernel';
import { toCsv } from '@finsam/platform';
import type { StatementCell, StatementRow, StatementTable } from './statement-table';

type Cell = Parameters<typeof toCsv>[0]['rows'][number][number];

const EMPTY: Cell = { kind: 'empty' };

/** The tables one after the other with an empty row between: title, heads, rows, and the notes under them. */
export function statementsCsv(tables: readonly StatementTable[]): Buffer {
  return toCsv({ rows: tables.flatMap((table, index) => (index === 0 ? rowsOf(table) : [[], ...rowsOf(table)])) });
}

function rowsOf({ title, layout, columns, rows, notes }: StatementTable): Cell[][] {
  return [
    [text(layout.id), text(title), text('Belopp i kronor')],
    [text('rad'), text('rubrik'), text('not'), ...columns.map(({ label }) => text(label))],
    ...rows.map(rowOf),
    ...notes.map((note) => [EMPTY, text(note)]),
  ];
}

function rowOf({ id, label, note, cells }: StatementRow): Cell[] {
  return [text(id), text(label), note === undefined ? EMPTY : text(note), ...cells.map(cellOf)];
}

/** A share stands as it is printed; a blank stays blank. */
function cellOf({ ore, count, printed }: StatementCell): Cell {
  if (ore !== null) return { kind: 'number', text: kronor(ore) };
  if (count && count.unit !== 'procent') return { kind: 'number', text: String(count.count) };
  return printed === '' ? EMPTY : text(printed);
}

/** `-1234.05`: exact, in whole numbers all the way. */
function kronor(ore: Ore): string {
  const size = Math.abs(ore);
  return `${ore < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
}

function text(of: string): Cell {
  return of === '' ? EMPTY : { kind: 'text', text: of };
}
