// A report for a terminal: its tables as aligned text.
import { reconciliationLines, type ReportDocument, statementText } from '@finsam/reporting';

export function reportText({
  association,
  title,
  period,
  position,
  statements,
  participants,
  notes,
  reconciliation,
}: ReportDocument): string {
  const head = `${title} för ${association.name}\n${period.label} (${period.from}–${period.to})\n`;
  const tables = statements.map((table) => statementText(table));
  const counts = participants ? [participantText(participants)] : [];
  const lines = reconciliationLines(reconciliation);
  const reconciled = lines.length === 0 ? [] : ['Avstämning', ...lines.map((line) => `* ${line}`), ''];
  return [head, ...tables, ...counts, ...reconciled, ...notes, `Loggposition ${position}`].join('\n');
}

function participantText({ title, columns, rows, notes }: NonNullable<ReportDocument['participants']>): string {
  const label = Math.max(...rows.map((row) => row.label.length));
  const width = Math.max(6, ...columns.map((column) => column.label.length)) + 2;
  const line = (first: string, cells: readonly string[]) =>
    first.padEnd(label) + cells.map((cell) => cell.padStart(width)).join('');
  const body = rows.map((row) =>
    line(
      row.label,
      row.cells.map((cell) => (cell === null ? '' : String(cell))),
    ),
  );
  return [
    title,
    line(
      '',
      columns.map((column) => column.label),
    ),
    ...body,
    ...notes,
    '',
  ].join('\n');
}
