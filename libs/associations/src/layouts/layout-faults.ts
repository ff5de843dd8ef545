// What zod cannot see alone: that every row and column a layout points at exists, and that nothing runs in a circle.
import { columnFaults } from './column-faults';
import { favourableRows } from './favourable';
import { groupFaults } from './group-faults';
import {
  givenCell,
  isFigureColumn,
  isWords,
  type Layout,
  type LayoutRow,
  outcomeColumn,
  type ShareRow,
} from './layout-shape';
import { figureColumnFault, type LayoutFault, type Path, repeated, rowFault } from './reference-faults';
import { viewFaults } from './view-faults';
import { wordFaults } from './word-faults';

export function layoutFaults(layout: Layout): LayoutFault[] {
  const faults = [
    ...repeated(layout.columns, 'columns'),
    ...repeated(layout.rows, 'rows'),
    ...columnFaults(layout),
    ...layout.rows.flatMap((row, index) => [...rowFaults(layout, row, ['rows', index])]),
    ...figureFaults(layout),
    ...wordFaults(layout),
    ...groupFaults(layout),
  ];
  // Circles and directions can only be followed where every reference leads somewhere.
  if (faults.length > 0) return faults;
  const circles = circleFaults(layout);
  return circles.length > 0 ? circles : [...directionFaults(layout), ...viewFaults(layout)];
}

function* rowFaults(layout: Layout, row: LayoutRow, path: Path): Generator<LayoutFault> {
  if (isWords(row)) return;
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
