// A table with a row of headings above: which columns there may be, and what each row says. Everything that is wrong
// with a file is told at once, cell by cell, and then nothing of it is used.
import { type Fault, invariant, ManyFaults, refusals } from '@finsam/kernel';
import { BadCell, type CellForm } from './cell-forms';
import { type Cell, columnName, EMPTY, type Table } from './table';

export interface Column<T = unknown> {
  readonly heading: string;
  readonly form: CellForm<T>;
  /** A file without its heading is refused, and so is a row without it; or only the former. */
  readonly needed: boolean | 'heading';
  /** The heading may stand several times, numbered: `förfaller 1`, `förfaller 2`. */
  readonly repeated?: true;
}

export type Columns = Readonly<Record<string, Column>>;

type ValueOf<C> =
  C extends Column<infer T>
    ? C extends { readonly repeated: true }
      ? readonly T[]
      : C extends { readonly needed: true }
        ? T
        : T | undefined
    : never;

export interface Row<C extends Columns> {
  /** As the file numbers it: the headings are row 1. */
  readonly row: number;
  readonly values: { readonly [K in keyof C]: ValueOf<C[K]> };
}

const refuse = refusals({
  'table/headings': { status: 422, text: 'Rubrikerna på rad 1 är inte de som filen ska ha.' },
  'table/too-many-rows': { status: 422, text: 'Filen har fler än {most} ifyllda rader.' },
  'table/no-rows': { status: 422, text: 'Filen har inga rader under rubrikerna.' },
  'table/faulty-cells': { status: 422, text: 'Filen har {count} fel. Inget av den är inläst.' },
});

/** A row and, if it is about one cell, its column. */
export interface CellFault {
  readonly row: number;
  readonly heading?: string;
  readonly text: string;
}

/** The rows of a file, read as its columns say, and a way to say what else is wrong with them. */
export class Sheet<C extends Columns> {
  readonly rows: readonly Row<C>[];
  private readonly places: ReadonlyMap<string, number>;
  private readonly faults: CellFault[] = [];
  private readonly faulty = new Set<string>();

  /** Throws for other headings, no rows, or more than `most`. What is wrong in the cells is told by `check`. */
  constructor(
    private readonly columns: C,
    table: Table,
    most: number,
  ) {
    this.places = placesOf(columns, table.rows[0] ?? []);
    const rows: Row<C>[] = [];
    table.rows.forEach((cells, index) => {
      const isFilled = cells.some(({ kind }) => kind !== 'empty');
      if (index > 0 && isFilled) rows.push({ row: index + 1, values: this.valuesOf(index + 1, cells) });
    });
    if (rows.length === 0) throw refuse('table/no-rows');
    if (rows.length > most) throw refuse('table/too-many-rows', { most });
    this.rows = rows;
  }

  /** Adds what only whoever knows more can see, e.g. that a member does not exist. */
  fault(row: number, column: keyof C & string, text: string): void {
    this.faults.push({ row, heading: this.columns[column]!.heading, text });
  }

  /** Whether something else stands in a cell than should, so that it is not the same as empty. */
  isFaulty(row: number, column: keyof C & string): boolean {
    return this.faulty.has(`${row} ${this.columns[column]!.heading}`);
  }

  /** Throws all faults, by row and column, if there are any. */
  check(): void {
    if (this.faults.length === 0) return;
    const place = ({ heading }: CellFault) => this.places.get(heading ?? '') ?? 0;
    const ordered = this.faults.toSorted((a, b) => a.row - b.row || place(a) - place(b));
    throw new ManyFaults(
      refuse('table/faulty-cells', { count: ordered.length }),
      ordered.map((fault) => this.told(fault)),
    );
  }

  private told({ row, heading, text }: CellFault): Fault {
    const column = heading === undefined ? undefined : this.places.get(heading);
    const name = column === undefined ? undefined : columnName(column);
    const where = name === undefined ? `Rad ${row}` : `Rad ${row}, kolumn ${name} (${heading})`;
    return {
      pointer: `/rader/${row}${heading === undefined ? '' : `/${heading}`}`,
      text: `${where}: ${text}`,
      row,
      ...(name !== undefined && { column: name }),
    };
  }

  private valuesOf(row: number, cells: readonly Cell[]): Row<C>['values'] {
    cells.forEach((cell, index) => {
      const known = [...this.places.values()].includes(index + 1);
      if (!known && cell.kind !== 'empty')
        this.faults.push({ row, text: `Kolumn ${columnName(index + 1)} har ingen rubrik.` });
    });
    const read = (heading: string, form: CellForm<unknown>): unknown => {
      try {
        return form(cells[(this.places.get(heading) ?? 0) - 1] ?? EMPTY);
      } catch (error) {
        if (!(error instanceof BadCell)) throw error;
        this.faults.push({ row, heading, text: error.message });
        this.faulty.add(`${row} ${heading}`);
        return null;
      }
    };
    const values = Object.entries(this.columns).map(([key, { heading, form, needed, repeated }]) => {
      if (repeated)
        return [
          key,
          this.numbered(heading)
            .map((one) => read(one, form))
            .filter((value) => value != null),
        ];
      const value = read(heading, form);
      if (value === undefined && needed === true) this.faults.push({ row, heading, text: 'saknas.' });
      return [key, value ?? undefined];
    });
    return Object.fromEntries(values) as Row<C>['values'];
  }

  private numbered(heading: string): string[] {
    return [...this.places.keys()].filter((one) => one.startsWith(`${heading} `));
  }
}

/** Heading → column. Throws every heading that is missing, unknown or there twice. */
function placesOf(columns: Columns, head: readonly Cell[]): ReadonlyMap<string, number> {
  const known = Object.values(columns);
  const places = new Map<string, number>();
  const faults: Fault[] = [];
  head.forEach((cell, index) => {
    if (cell.kind === 'empty') return;
    const name = columnName(index + 1);
    const fault = (text: string) => faults.push({ pointer: `/rader/1/${name}`, text, row: 1, column: name });
    const heading = cell.kind === 'text' ? cell.text.trim().toLowerCase().normalize('NFC') : '';
    const isKnown = known.some((one) => (one.repeated ? isNumbered(one.heading, heading) : one.heading === heading));
    if (!isKnown) fault(`Rad 1, kolumn ${name}: okänd rubrik.`);
    else if (places.has(heading)) fault(`Rad 1, kolumn ${name}: rubriken står två gånger.`);
    else places.set(heading, index + 1);
  });
  for (const { heading } of known.filter(({ needed, heading }) => needed && !places.has(heading))) {
    faults.push({ pointer: `/rader/1/${heading}`, text: `Rad 1: rubriken ${heading} saknas.`, row: 1 });
  }
  if (faults.length > 0) throw new ManyFaults(refuse('table/headings'), faults);
  return places;
}

const isNumbered = (heading: string, text: string) => new RegExp(`^${heading} [1-9]\\d?$`).test(text);

/** The headings and an example below, as a file to fill in. */
export function templateOf(columns: Columns, examples: readonly (readonly Cell[])[]): Pick<Table, 'rows'> {
  const headings = Object.values(columns).map(({ heading, repeated }): Cell => {
    return { kind: 'text', text: repeated ? `${heading} 1` : heading };
  });
  invariant(
    examples.every(({ length }) => length <= headings.length),
    'an example fits under the headings',
  );
  return { rows: [headings, ...examples] };
}
