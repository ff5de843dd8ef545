// The lines of a typed report, wherever they stand, and everything that is wrong with them, told by row and column.
import { type Fault, ManyFaults, refusals } from '@finsam/kernel';
import { type Cell, columnName, REFUSED_CELLS, type Table } from '@finsam/platform/files';

export interface Line {
  /** Which sheet, where a file has several. */
  readonly sheet: number | undefined;
  /** As the file numbers it. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** `column`: from 1; undefined for the whole line. */
export interface Spot {
  readonly line: Line;
  readonly column: number | undefined;
}

/** A text that cannot be read as what it should be: the rest of a sentence that begins with where it stands. */
export class BadText extends Error {
  override readonly name = 'BadText';
}

const refuse = refusals({
  'reconciliation/faulty-cells': { status: 422, text: 'Filen har {count} fel. Ingenting av den är granskat.' },
  'reconciliation/no-lines': { status: 422, text: 'Filen är tom.' },
});

/** All lines with something in them, sheet after sheet. Throws when there is none. */
export function linesOf(tables: readonly Table[]): Line[] {
  const filled = tables.filter(({ rows }) => rows.length > 0).length;
  const lines = tables.flatMap(({ rows }, index) =>
    rows.map((cells, row): Line => ({ sheet: filled > 1 ? index + 1 : undefined, row: row + 1, cells })),
  );
  const some = lines.filter(({ cells }) => cells.some(({ kind }) => kind !== 'empty'));
  if (some.length === 0) throw refuse('reconciliation/no-lines');
  return some;
}

export class GridFaults {
  private readonly faults = new Map<string, Spot & { readonly text: string }>();

  /** The first that is said of a place is told: what follows from it is not. */
  add(line: Line, column: number | undefined, text: string): void {
    const place = pointerTo(line, column);
    if (!this.faults.has(place)) this.faults.set(place, { line, column, text });
  }

  /** What stands in a cell, as it would be printed; '' for an empty one, and for one that is at fault. */
  textAt(line: Line, column: number): string {
    const cell = line.cells[column - 1];
    if (cell === undefined || cell.kind === 'empty') return '';
    if (cell.kind === 'refused') {
      this.add(line, column, REFUSED_CELLS[cell.why]);
      return '';
    }
    if (cell.kind === 'date') return cell.date;
    return cell.kind === 'number' ? swedishText(cell) : cell.text.normalize('NFC').trim();
  }

  /** What the work makes of a cell; undefined, with its words as a fault, when it throws `BadText`. */
  read<T>(line: Line, column: number, work: (text: string) => T): T | undefined {
    try {
      return work(this.textAt(line, column));
    } catch (error) {
      if (!(error instanceof BadText)) throw error;
      this.add(line, column, error.message);
      return undefined;
    }
  }

  /** Throws all faults, in the order of the file, if there are any. */
  check(): void {
    if (this.faults.size === 0) return;
    const ordered = [...this.faults.values()].toSorted(
      (a, b) =>
        (a.line.sheet ?? 0) - (b.line.sheet ?? 0) || a.line.row - b.line.row || (a.column ?? 0) - (b.column ?? 0),
    );
    throw new ManyFaults(refuse('reconciliation/faulty-cells', { count: ordered.length }), ordered.map(told));
  }
}

/** `1234.5` → `1234,5`, and 0.54 that is shown as a percent → `54 %`. */
function swedishText({ text, percent }: Extract<Cell, { kind: 'number' }>): string {
  if (!percent) return text.replace('.', ',');
  const [, minus = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const digits = whole + part.padEnd(2, '0').slice(0, 2);
  const rest = part.slice(2);
  return `${minus}${digits.replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `,${rest}`} %`;
}

const pointerTo = ({ sheet, row }: Line, column: number | undefined): string =>
  `${sheet === undefined ? '' : `/blad/${sheet}`}/rader/${row}${column === undefined ? '' : `/${columnName(column)}`}`;

function told({ line, column, text }: Spot & { readonly text: string }): Fault {
  const { sheet, row } = line;
  const name = column === undefined ? undefined : columnName(column);
  const where = [
    ...(sheet === undefined ? [] : [`blad ${sheet}`]),
    `rad ${row}`,
    ...(name === undefined ? [] : [`kolumn ${name}`]),
  ].join(', ');
  return {
    pointer: pointerTo(line, column),
    text: `${where[0]!.toUpperCase()}${where.slice(1)}: ${text}`,
    row,
    ...(name !== undefined && { column: name }),
    ...(sheet !== undefined && { sheet }),
  };
}
