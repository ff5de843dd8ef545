// Words for specs: a small report as a person would type it, and one of its cells changed.
import { type ReportForm, reportFormSchema } from './typed/report-form';

type Row = ReportForm['tables'][number]['rows'][number];
type Unit = ReportForm['tables'][number]['unit'];

export interface TypedTable {
  readonly unit?: Unit;
  /** `id: label` */
  readonly columns: readonly string[];
  readonly rows: Readonly<Record<string, readonly (string | number | null)[]>>;
  readonly roles?: Readonly<Record<string, NonNullable<Row['role']>>>;
}

export function report(
  tables: Readonly<Record<string, TypedTable>>,
  more: { readonly relations?: unknown[]; readonly claims?: unknown[] } = {},
): ReportForm {
  return reportFormSchema.parse({
    title: 'Rapport',
    tables: Object.entries(tables).map(([id, { unit = 'kr', columns, rows, roles = {} }]) => ({
      id,
      title: id,
      unit,
      columns: columns.map((column) => {
        const [own = '', label = own] = column.split(': ');
        return { id: own, label };
      }),
      rows: Object.entries(rows).map(([row, cells]) => ({
        id: row,
        label: row,
        ...(roles[row] && { role: roles[row] }),
        cells,
      })),
    })),
    ...more,
  });
}

/** The same report with another figure in one place. */
export function changed(form: ReportForm, place: string, cell: string | number | null): ReportForm {
  const [inTable, inRow, inColumn] = place.split('/');
  return {
    ...form,
    tables: form.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({
        ...row,
        cells: table.columns.map(({ id }, index) =>
          table.id === inTable && row.id === inRow && id === inColumn ? cell : (row.cells[index] ?? null),
        ),
      })),
    })),
  };
}
