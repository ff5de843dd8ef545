// What zod cannot see alone: that every row and column a layout points at exists, and that nothing runs in a circle.
import { favourableRows } from './favourable';
import {
  givenCell,
  type FigureColumn,
  isFigureColumn,
  isMeasure,
  type Layout,
  type LayoutRow,
  outcomeColumn,
  type ShareRow,
  yearsBack,
} from './layout-shape';

export interface LayoutFault {
  readonly path: (string | number)[];
  readonly message: string;
}

/** Words that a label may hold in braces, see `columnLabel` of the statements. */
export const PLACEHOLDERS = ['from', 'to', 'year', 'month', 'day'] as const;

export function layoutFaults(layout: Layout): LayoutFault[] {
  const faults = [
    ...repeated(layout.columns, 'columns'),
    ...repeated(layout.rows, 'rows'),
    ...columnFaults(layout),
    ...layout.rows.flatMap((row, index) => [...rowFaults(layout, row, ['rows', index])]),
    ...figureFaults(layout),
    ...titleFaults(layout),
  ];
  // Circles and directions can only be followed where every reference leads somewhere.
  if (faults.length > 0) return faults;
  const circles = circleFaults(layout);
  return circles.length > 0 ? circles : directionFaults(layout);
}

type Path = LayoutFault['path'];

function* repeated(items: readonly { id: string }[], list: string): Generator<LayoutFault> {
  const seen = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (seen.has(id)) yield { path: [list, index, 'id'], message: `${id} finns redan` };
    seen.add(id);
  }
}

function* columnFaults(layout: Layout): Generator<LayoutFault> {
  for (const [index, column] of layout.columns.entries()) {
    yield* placeholderFaults(column.label, ['columns', index, 'label']);
    if (isFigureColumn(column)) {
      yield* yearsBackFault(column, ['columns', index, 'yearsBack']);
      continue;
    }
    for (const end of ['of', 'against'] as const) {
      yield* figureColumnFault(layout, column[end], ['columns', index, end]);
    }
  }
}

/** One way of saying each period, so that two years back is never three. */
function* yearsBackFault(column: FigureColumn, path: Path): Generator<LayoutFault> {
  if (yearsBack(column) === 0 || column.period === 'report' || column.period === 'fiscal-year') return;
  const message = `${column.period} är redan året före; räkna åren bakåt från report eller fiscal-year`;
  yield { path, message };
}

function* rowFaults(layout: Layout, row: LayoutRow, path: Path): Generator<LayoutFault> {
  if (row.kind === 'heading') return;
  for (const [index, id] of (row.showIn ?? []).entries()) {
    if (!layout.columns.some((column) => column.id === id)) {
      yield { path: [...path, 'showIn', index], message: `kolumnen ${id} finns inte` };
    }
  }
  if (row.kind === 'sum') {
    for (const [index, part] of row.of.entries()) yield* rowFault(layout, part.row, [...path, 'of', index, 'row']);
    return;
  }
  if (row.kind === 'count') return;
  if (row.kind === 'share') yield* shareFaults(layout, row, path);
  for (const [column, cell] of Object.entries(row.given ?? {})) {
    yield* figureColumnFault(layout, column, [...path, 'given', column]);
    if (row.kind === 'share') continue;
    if (cell.table !== undefined && cell.table !== layout.id) continue;
    yield* rowFault(layout, cell.row, [...path, 'given', column, 'row']);
    yield* figureColumnFault(layout, cell.column, [...path, 'given', column, 'column']);
  }
}

function* shareFaults(layout: Layout, { part, whole, given = {} }: ShareRow, path: Path): Generator<LayoutFault> {
  if ((part === undefined) !== (whole === undefined)) {
    yield { path: [...path, part === undefined ? 'part' : 'whole'], message: 'en andel behöver både part och whole' };
  }
  if (part !== undefined) yield* rowFault(layout, part, [...path, 'part']);
  if (whole !== undefined) yield* rowFault(layout, whole, [...path, 'whole']);
  for (const [column, { table }] of Object.entries(given)) {
    const at = [...path, 'given', column, 'table'];
    if (table === layout.id) yield { path: at, message: 'andelar hämtas ur en tidigare tabell, inte ur den egna' };
  }
}

function* rowFault(layout: Layout, id: string, path: Path): Generator<LayoutFault> {
  const row = layout.rows.find((candidate) => candidate.id === id);
  if (!row) yield { path, message: `raden ${id} finns inte` };
  else if (row.kind === 'heading') yield { path, message: `raden ${id} är en rubrik och har inga belopp` };
  else if (isMeasure(row)) yield { path, message: `raden ${id} är ett antal eller en andel och har inga belopp` };
}

function* figureColumnFault(layout: Layout, id: string, path: Path): Generator<LayoutFault> {
  const column = layout.columns.find((candidate) => candidate.id === id);
  if (!column) yield { path, message: `kolumnen ${id} finns inte` };
  else if (!isFigureColumn(column)) yield { path, message: `kolumnen ${id} är själv uträknad ur andra kolumner` };
}

function* figureFaults(layout: Layout): Generator<LayoutFault> {
  const figures = layout.figures ?? [];
  if (figures.length > 0 && !outcomeColumn(layout)) {
    yield { path: ['figures'], message: 'layouten har ingen kolumn för periodens utfall att hämta siffrorna ur' };
  }
  for (const [index, { code, of }] of figures.entries()) {
    if (figures.findIndex((figure) => figure.code === code) < index) {
      yield { path: ['figures', index, 'code'], message: `${code} finns redan` };
    }
    for (const [part, { row }] of of.entries()) yield* rowFault(layout, row, ['figures', index, 'of', part, 'row']);
  }
}

function* titleFaults(layout: Layout): Generator<LayoutFault> {
  yield* placeholderFaults(layout.title, ['title']);
  if (layout.title.includes('{') && !outcomeColumn(layout)) {
    yield { path: ['title'], message: 'layouten har ingen kolumn för periodens utfall att hämta datum ur' };
  }
}

function* placeholderFaults(text: string, path: Path): Generator<LayoutFault> {
  for (const [, word = ''] of text.matchAll(/\{([^}]*)\}/g)) {
    if ((PLACEHOLDERS as readonly string[]).includes(word)) continue;
    yield { path, message: `{${word}} kan inte fyllas i; det finns ${PLACEHOLDERS.map((p) => `{${p}}`).join(', ')}` };
  }
}

/** Follows every cell of figures to the cells it is made of. */
function circleFaults(layout: Layout): LayoutFault[] {
  const indexes = new Map(layout.rows.map((row, index) => [row.id, index]));
  const done = new Set<string>();
  const faults: LayoutFault[] = [];
  const above = new Set<string>();
  const follow = (id: string, column: string): void => {
    const cell = `${id} ${column}`;
    const index = indexes.get(id) ?? 0;
    const row = layout.rows[index];
    if (above.has(cell)) {
      const path = ['rows', index, ...(row?.kind === 'sum' ? ['of'] : ['given', column])];
      faults.push({ path, message: `raden ${id} räknas ur sig själv` });
    } else if (!done.has(cell)) {
      done.add(cell);
      above.add(cell);
      for (const [part, from] of row ? sources(layout, row, column) : []) follow(part, from);
      above.delete(cell);
    }
  };
  for (const column of layout.columns.filter(isFigureColumn)) {
    for (const row of layout.rows) follow(row.id, column.id);
  }
  // The same circle is met once in every column.
  const firsts = new Map(faults.map((fault) => [JSON.stringify(fault), fault]));
  return [...firsts.values()];
}

function sources(layout: Layout, row: LayoutRow, column: string): [row: string, column: string][] {
  if (row.kind === 'sum') return row.of.map((part) => [part.row, column]);
  const cell = givenCell(row, column);
  return cell && (cell.table ?? layout.id) === layout.id ? [[cell.row, cell.column]] : [];
}

/** A deviation is favourable or not: a sum of income and cost with one sign would be neither. */
function directionFaults(layout: Layout): LayoutFault[] {
  if (!layout.columns.some((column) => column.kind === 'deviation')) return [];
  const directions = favourableRows(layout);
  return layout.rows.flatMap((row, index) =>
    row.kind === 'sum' && directions.get(row.id) === null
      ? [{ path: ['rows', index, 'of'], message: `raden ${row.id} blandar intäkter och kostnader med samma tecken` }]
      : [],
  );
}
