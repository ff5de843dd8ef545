// A report and a printed table as cells by place, so that the two can be laid on each other.
import type { ReportDocument } from '@finsam/reporting';
import type { ReportTables } from './from-scratch';
import type { PrintedTable } from './printed-table';

/** By `slug/table/row/column`: what stands there, with plain spaces and plain minus signs. */
export type Cells = ReadonlyMap<string, string>;

interface Table {
  /** None where the print has none to compare with. */
  readonly title?: string;
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly rows: readonly { readonly id: string; readonly label: string; readonly cells: readonly string[] }[];
}

export function printedCells(tables: readonly PrintedTable[]): Cells {
  return cellsOf(tables.map(({ slug, table, title, ...rest }) => [slug, table, { ...titled(table, title), ...rest }]));
}

export function reportCells(reports: Readonly<Record<string, ReportTables>>): Cells {
  const all = Object.entries(reports).flatMap(([slug, { statements, participants }]) => [
    ...statements.map((table) => [slug, table.layout.id, statementTable(table)] as const),
    ...(participants ? [[slug, 'deltagare', participantTable(participants)] as const] : []),
  ]);
  return cellsOf(all);
}

/** `−1 234 %` → -1234; NaN for a blank. */
export function numberIn(cell: string | undefined): number {
  return Number(/-?\d[\d ]*/.exec(cell ?? '')?.[0].replaceAll(' ', '') ?? NaN);
}

function statementTable({ layout, title, columns, rows }: ReportDocument['statements'][number]): Table {
  return {
    ...titled(layout.id, title),
    columns,
    rows: rows.map(({ id, label, note, cells }) => ({
      id,
      label: note === undefined ? label : `${label} ${note}`,
      cells: cells.map(({ printed }) => printed),
    })),
  };
}

function participantTable({ columns, rows }: NonNullable<ReportDocument['participants']>): Table {
  return { columns, rows: rows.map((row) => ({ ...row, cells: row.cells.map((count) => String(count ?? '')) })) };
}

/** The printed table of participants has no title, only the months in its corner. */
function titled(table: string, title: string): { title?: string } {
  return table === 'deltagare' ? {} : { title };
}

function cellsOf(tables: readonly (readonly [slug: string, id: string, table: Table])[]): Cells {
  const cells = new Map<string, string>();
  for (const [slug, id, { title, columns, rows }] of tables) {
    const put = (place: string, text: string) => cells.set(`${slug}/${id}/${place}`, plain(text));
    if (title !== undefined) put('title', title);
    for (const column of columns) put(`head/${column.id}`, column.label);
    for (const row of rows) {
      put(`${row.id}/label`, row.label);
      row.cells.forEach((text, index) => put(`${row.id}/${columns[index]?.id ?? index}`, text));
    }
  }
  return cells;
}

/** Some documents have a space after the minus sign. */
function plain(text: string): string {
  return text
    .replaceAll('\u00a0', ' ')
    .replaceAll('\u2212', '-')
    .replace(/^- (?=\d)/, '-');
}
