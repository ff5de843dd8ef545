// Whether a view names rows that it can move amounts between, and leaves the result as it was.
import { type Allocation, type Layout, type LineRow, selectsNothing } from './layout-shape';
import { figureColumnFault, type LayoutFault, type Path, rowFault } from './reference-faults';

export function* viewFaults(layout: Layout): Generator<LayoutFault> {
  const { setOffs = [], allocations = [] } = layout.view ?? {};
  yield* labelFaults(setOffs, ['view', 'setOffs']);
  yield* labelFaults(allocations, ['view', 'allocations']);
  for (const [index, setOff] of setOffs.entries()) {
    const at = ['view', 'setOffs', index];
    if (selectsNothing(setOff) && !setOff.posts) {
      yield { path: at, message: 'avräkningen säger inte vad som räknas av: ange till exempel accounts eller posts' };
    }
    yield* whereFaults(layout, setOff, at);
    yield* onceFaults(setOff.rows, (row) => [...at, 'rows', row]);
    for (const [row, id] of setOff.rows.entries()) yield* lineFault(layout, id, [...at, 'rows', row]);
  }
  for (const [index, allocation] of allocations.entries()) {
    yield* allocationFaults(layout, allocation, ['view', 'allocations', index]);
  }
  yield* resultFaults(layout);
}

function* allocationFaults(layout: Layout, of: Allocation, at: Path): Generator<LayoutFault> {
  yield* whereFaults(layout, of, at);
  yield* lineFault(layout, of.from, [...at, 'from']);
  const rows = of.to.map(({ row }) => row);
  yield* onceFaults(rows, (index) => [...at, 'to', index, 'row']);
  for (const [index, row] of rows.entries()) yield* lineFault(layout, row, [...at, 'to', index, 'row']);
  if (rows.every((row) => row === of.from)) {
    yield { path: [...at, 'to'], message: `fördelningen flyttar inget från raden ${of.from}` };
  }
  if (of.amount && (!selectsNothing(of) || of.posts)) {
    yield { path: [...at, 'amount'], message: 'ett bestämt belopp kan inte också väljas ut' };
  }
}

/** Under the table each is known by its label. */
function* labelFaults(of: readonly { label: string }[], at: Path): Generator<LayoutFault> {
  const labels = of.map(({ label }) => label);
  for (const [index, label] of labels.entries()) {
    if (labels.indexOf(label) < index) yield { path: [...at, index, 'label'], message: `${label} finns redan` };
  }
}

function* whereFaults(layout: Layout, { columns = [] }: Pick<Allocation, 'columns'>, at: Path): Generator<LayoutFault> {
  for (const [index, id] of columns.entries()) yield* figureColumnFault(layout, id, [...at, 'columns', index]);
}

function* onceFaults(rows: readonly string[], path: (index: number) => Path): Generator<LayoutFault> {
  for (const [index, row] of rows.entries()) {
    if (rows.indexOf(row) < index) yield { path: path(index), message: `raden ${row} är redan nämnd` };
  }
}

/** Amounts are moved between lines, since every other row is made of them, and only in one reading of the books. */
function* lineFault(layout: Layout, id: string, path: Path): Generator<LayoutFault> {
  const row = layout.rows.find((candidate) => candidate.id === id);
  if (row?.kind === 'line' && row.reads !== undefined) {
    yield { path, message: `raden ${id} visar ${row.reads}, och en vy flyttar bara det som uppställningen handlar om` };
  } else if (row?.kind === 'sum') {
    yield { path, message: `raden ${id} är en summa; en vy flyttar belopp mellan rader som väljer` };
  } else {
    yield* rowFault(layout, id, path);
  }
}

/** Where the layout says what the result is, every row of the view must count in it, and by the same sign. */
function* resultFaults(layout: Layout): Generator<LayoutFault> {
  const of = layout.figures?.find(({ code }) => code === 'result')?.of;
  if (!of) return;
  const times = timesInSum(layout, of);
  for (const [id, path] of rowsInView(layout)) {
    const line = layout.rows.find((row): row is LineRow => row.kind === 'line' && row.id === id);
    if (!line || (times.get(id) ?? 0) * line.sign === -1) continue;
    yield { path, message: `raden ${id} ingår inte i resultatet en gång med sitt tecken; vyn skulle ändra resultatet` };
  }
}

function rowsInView({ view }: Layout): [id: string, path: Path][] {
  const setOffs = (view?.setOffs ?? []).flatMap(({ rows }, index) =>
    rows.map((id, row): [string, Path] => [id, ['view', 'setOffs', index, 'rows', row]]),
  );
  const allocations = (view?.allocations ?? []).flatMap(({ from, to }, index): [string, Path][] => [
    [from, ['view', 'allocations', index, 'from']],
    ...to.map(({ row }, part): [string, Path] => [row, ['view', 'allocations', index, 'to', part, 'row']]),
  ]);
  return [...setOffs, ...allocations];
}

/** How many times each line is counted in a sum of rows, with its sign. The layout has no circles. */
function timesInSum(layout: Layout, of: readonly { row: string; sign?: 1 | -1 | undefined }[]): Map<string, number> {
  const rows = new Map(layout.rows.map((row, index) => [row.id, { row, index }]));
  const times = new Map<string, number>();
  const pending = new Map<string, number>();
  const put = (id: string, count: number) => pending.set(id, (pending.get(id) ?? 0) + count);
  for (const { row, sign = 1 } of of) put(row, sign);
  const order = inOrderOfUse(layout, of);
  for (const id of order) {
    const count = pending.get(id) ?? 0;
    times.set(id, count);
    const found = rows.get(id)?.row;
    if (found?.kind === 'sum') for (const part of found.of) put(part.row, count * (part.sign ?? 1));
  }
  return times;
}

/** Every row that is reached, each before the rows that it is the sum of. */
function inOrderOfUse(layout: Layout, of: readonly { row: string }[]): string[] {
  const rows = new Map(layout.rows.map((row) => [row.id, row]));
  const done = new Set<string>();
  const order: string[] = [];
  const visit = (id: string) => {
    if (done.has(id)) return;
    done.add(id);
    const row = rows.get(id);
    if (row?.kind === 'sum') for (const part of row.of) visit(part.row);
    order.unshift(id);
  };
  for (const { row } of of) visit(row);
  return order;
}
