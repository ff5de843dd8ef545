// The cells of a report by their place, and how a relation with `*` becomes one for each column or row.
import { refusals } from '@finsam/kernel';
import { type Figure, type FigureUnit, readFigure } from './printed-figure';
import type { FormTable, ReportForm } from './report-form';

export interface ReportCell {
  readonly place: string;
  readonly table: FormTable;
  readonly row: FormTable['rows'][number];
  readonly column: FormTable['columns'][number];
  readonly unit: FigureUnit;
  readonly printed: string;
  /** null: blank. Missing is not zero. */
  readonly figure: Figure | null;
  readonly says?: FigureUnit;
}

export type Cells = ReadonlyMap<string, ReportCell>;

const refuse = refusals({
  'reconciliation/unreadable-cell': { status: 422, text: 'Cellen {place} är inget tal: {printed}.' },
  'reconciliation/too-many-cells': { status: 422, text: 'Raden {place} har fler celler än tabellen har kolumner.' },
  'reconciliation/twice': { status: 422, text: '{place} finns två gånger.' },
  'reconciliation/unknown-place': { status: 422, text: '{place} finns inte i rapporten.' },
});

/** Throws for what is no figure, and for places that are taken: a typing error is not a finding about the report. */
export function cellsOf({ tables }: ReportForm): Cells {
  const cells = new Map<string, ReportCell>();
  for (const table of tables) {
    for (const row of table.rows) {
      const rowPlace = `${table.id}/${row.id}`;
      if (row.cells.length > table.columns.length) throw refuse('reconciliation/too-many-cells', { place: rowPlace });
      for (const [index, column] of table.columns.entries()) {
        const place = `${rowPlace}/${column.id}`;
        if (cells.has(place)) throw refuse('reconciliation/twice', { place });
        const unit = row.unit ?? column.unit ?? table.unit;
        const printed = String(row.cells[index] ?? '');
        const reading = readFigure(printed, unit);
        if (reading.kind === 'unreadable') throw refuse('reconciliation/unreadable-cell', { place, printed });
        const { figure = null, says } = reading.kind === 'figure' ? reading : {};
        cells.set(place, { place, table, row, column, unit, printed, figure, ...(says && { says }) });
      }
    }
  }
  return cells;
}

/** A cell and the sign that it is taken with. */
export interface Term {
  readonly cell: ReportCell;
  readonly sign: 1 | -1;
}

export function termAt(cells: Cells, ref: string, bound?: string): Term {
  const { sign, path } = parted(ref);
  const place = path.map((step) => (step === '*' ? (bound ?? step) : step)).join('/');
  const cell = cells.get(place);
  if (!cell) throw refuse('reconciliation/unknown-place', { place: bound === undefined ? ref : place });
  return { cell, sign };
}

/** What `*` stands for in a ref: the ids of its table's columns, or of the rows; undefined where it has none. */
export function bindings(
  { tables }: ReportForm,
  ref: string,
  {
    only,
    except = [],
  }: { readonly only?: readonly string[] | undefined; readonly except?: readonly string[] | undefined },
): readonly (string | undefined)[] {
  const { path } = parted(ref);
  const table = tables.find(({ id }) => id === path[0]);
  if (!table) throw refuse('reconciliation/unknown-place', { place: ref });
  if (!path.includes('*')) return [undefined];
  const all = path[1] === '*' ? table.rows.filter(({ cells }) => cells.length > 0) : table.columns;
  const ids = all.map(({ id }) => id);
  const unknown = [...(only ?? []), ...except].find((id) => !ids.includes(id));
  if (unknown !== undefined) throw refuse('reconciliation/unknown-place', { place: `${ref}: ${unknown}` });
  return ids.filter((id) => (only ?? ids).includes(id) && !except.includes(id));
}

function parted(ref: string): { sign: 1 | -1; path: readonly string[] } {
  const [table = '', row = '', column = '*'] = ref.replace(/^-/, '').split('/');
  return { sign: ref.startsWith('-') ? -1 : 1, path: [table, row, column] };
}
