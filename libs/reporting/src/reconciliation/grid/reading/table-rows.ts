// One typed table: `Tabell;id;titel;enhet`, the line of its heads, and a line for each printed row.
import { type TableInput, rowSum } from './expressions';
import { type GridFaults, type Line } from '../lines';
import { checkFigure, type Heads, headsOf } from './table-heads';
import type { TypedReport } from './typed-report';
import { idOf, unitOf } from '../words';

type RowInput = TableInput['rows'][number];

export function readTableBlock(head: Line, below: readonly Line[], report: TypedReport, faults: GridFaults): void {
  const at = report.tables.size;
  const title = faults.textAt(head, 3);
  const id = faults.read(head, 2, (text) => idOf(text || title)) ?? `tabell-${at + 1}`;
  const unit = faults.read(head, 4, unitOf) ?? 'kr';
  const [first, ...others] = below;
  if (!first) return faults.add(head, undefined, 'tabellen har ingen rubrikrad.');
  if (report.tables.has(id)) faults.add(head, 2, `två tabeller heter ${id}.`);
  const heads = headsOf([first, ...others], faults);
  const table = { id, title, unit, columns: heads.columns, rows: [] as RowInput[] };
  report.note(['tables', at], head);
  report.note(['tables', at, 'title'], head, 3);
  report.note(['tables', at, 'columns'], first);
  heads.places.forEach((place, index) => report.note(['tables', at, 'columns', index], first, place));
  for (const line of heads.rows) {
    const row = rowOf(line, heads, table, faults);
    if (!row) continue;
    const path = ['tables', at, 'rows', table.rows.length];
    report.note(path, line, 1);
    report.note([...path, 'label'], line, heads.about.text);
    report.note([...path, 'role'], line, heads.about.roll);
    heads.places.forEach((place, index) => report.note([...path, 'cells', index], line, place));
    table.rows.push(row);
  }
  report.tables.set(id, table);
  readSums(heads, table, report, faults);
}

function rowOf(line: Line, heads: Heads, table: TableInput, faults: GridFaults): RowInput | undefined {
  const { about, columns, places, broken } = heads;
  const told = (name: keyof Heads['about']) => (about[name] === 0 ? '' : faults.textAt(line, about[name]));
  const label = told('text');
  const id = faults.read(line, 1, (text) => idOf(text || label));
  if (id === undefined) return undefined;
  const same = table.rows.findIndex((row) => row.id === id);
  if (same !== -1) {
    faults.add(line, 1, `två rader i tabellen får namnet ${id}. Skriv ett eget namn i kolumnen rad.`);
    return undefined;
  }
  const role = told('roll') === '' ? undefined : faults.read(line, about.roll, idOf);
  const unit = told('enhet') === '' ? undefined : faults.read(line, about.enhet, unitOf);
  const cells = places.map((place, index) => {
    const text = faults.textAt(line, place);
    if (!broken) faults.read(line, place, () => checkFigure(text, unit ?? columns[index]?.unit ?? table.unit));
    return text;
  });
  const last = Math.max(...places, ...Object.values(about));
  line.cells.forEach(({ kind }, index) => {
    const known = index === 0 || places.includes(index + 1) || Object.values(about).includes(index + 1);
    if (kind !== 'empty' && !known && !broken) {
      faults.add(line, index + 1, index + 1 > last ? 'står till höger om tabellen.' : 'har ingen rubrik.');
    }
  });
  return {
    id,
    label,
    ...(role && { role: role as NonNullable<RowInput['role']> }),
    ...(unit && { unit }),
    // A row without any figure is a heading.
    cells: cells.every((cell) => cell === '') ? [] : cells,
  };
}

/** `summa av` holds in every column, but where the column is a percent of something else. */
function readSums({ about, columns, rows }: Heads, table: TableInput, report: TypedReport, faults: GridFaults): void {
  const place = about['summa av'];
  if (place === 0) return;
  const shares = table.unit === 'procent' ? [] : columns.filter(({ unit }) => unit === 'procent').map(({ id }) => id);
  for (const line of rows) {
    const text = faults.textAt(line, place);
    const id = faults.read(line, 1, (name) => idOf(name || (about.text === 0 ? '' : faults.textAt(line, about.text))));
    if (text === '' || id === undefined) continue;
    const parts = faults.read(line, place, () => rowSum(text, table));
    if (!parts) continue;
    report.note(['relations', report.relations.length], line, place);
    const except = shares.length === 0 ? {} : { except: shares };
    report.relations.push({ rule: 'summa', total: `${table.id}/${id}`, parts, ...except });
  }
}
