// A statement as aligned plain text: for a terminal, and for golden files that a person can read.
import type { StatementRow, StatementTable } from './statement-table';

const GAP = '  ';

/** Title, column heads, rows and notes; every line without trailing space, the last one ended. */
export function statementText(table: StatementTable): string {
  const labels = table.rows.map(labelOf);
  // A sentence runs on past the labels.
  const labelWidth = Math.max(
    0,
    ...labels.map((label, index) => (table.rows[index]?.kind === 'text' ? 0 : label.length)),
  );
  const widths = table.columns.map((column, index) =>
    Math.max(column.label.length, ...table.rows.map((row) => row.cells[index]?.printed.length ?? 0)),
  );
  const line = (label: string, cells: readonly string[]) =>
    [label.padEnd(labelWidth), ...widths.map((width, index) => (cells[index] ?? '').padStart(width))]
      .join(GAP)
      .trimEnd();
  const head = line(
    '',
    table.columns.map(({ label }) => label),
  );
  const rows = table.rows.map((row, index) =>
    line(
      labels[index] ?? '',
      row.cells.map(({ printed }) => printed),
    ),
  );
  const notes = table.notes.map((note) => `* ${note}`);
  return [`${table.title} (${table.unit})`, '', head, ...rows, ...(notes.length > 0 ? ['', ...notes] : []), ''].join(
    '\n',
  );
}

function labelOf({ label, level, note }: StatementRow): string {
  const indented = ' '.repeat(2 * (level - 1)) + label;
  return note === undefined ? indented : `${indented}${label ? ', ' : ''}${note}`;
}
