// What stands in a file of rows and columns, whatever the file: cells by row and column, and nothing that is reckoned.
import { refusals } from '@finsam/kernel';

export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  /** Exact decimal text with a point and no exponent, e.g. `-1234.5`. `percent`: 0.54 is shown as 54 %. */
  | { readonly kind: 'number'; readonly text: string; readonly percent?: true }
  | { readonly kind: 'date'; readonly date: string }
  /** Something stands here that is no value of its own. Whoever reads the row says so, together with all else. */
  | { readonly kind: 'refused'; readonly why: keyof typeof REFUSED_CELLS };

export const REFUSED_CELLS = {
  formula: 'har en formel. Klistra in värdet i stället.',
  error: 'har ett felvärde från kalkylprogrammet.',
  truth: 'har ett sanningsvärde.',
  merged: 'är sammanslagen med en annan.',
  hidden: 'är dold. Visa den, eller ta bort den.',
  time: 'har ett datum eller klockslag som inte är en hel dag.',
};

export interface Table {
  /** Of a workbook. */
  readonly sheet?: string;
  /** How the file was read, in Swedish, for whoever asks. */
  readonly readAs: string;
  /** The first row is row 1. A row ends at its last cell that is not empty. */
  readonly rows: readonly (readonly Cell[])[];
}

export const EMPTY: Cell = { kind: 'empty' };
export const ROWS_MAX = 20_000;
export const COLUMNS_MAX = 200;
/** Cells with something in them, and signs in them, in all: a small file may repeat a long text without end. */
export const CELLS_MAX = 200_000;
export const CELL_SIGNS_MAX = 32_767;
export const SIGNS_MAX = 8_000_000;

export const refuseTable = refusals({
  'table/unknown-format': { status: 415, text: 'Filen är varken CSV eller XLSX, vad den än heter.' },
  'table/locked': {
    status: 422,
    text: 'Filen har lösenord eller ett äldre format. Spara den som .xlsx utan lösenord, eller som CSV.',
  },
  'table/not-text': { status: 422, text: 'Filen är ingen CSV-fil: den har tecken som ingen text har.' },
  'table/no-separator': {
    status: 422,
    text: 'Det går inte att se vad som skiljer kolumnerna åt. Använd semikolon mellan rubrikerna.',
  },
  'table/quotes': { status: 422, text: 'Citattecknen går inte ihop på rad {row}.' },
  'table/broken': { status: 422, text: 'Filen är skadad eller ingen arbetsbok: {what}.' },
  'table/unsafe': { status: 422, text: 'Arbetsboken har {what}. Spara den utan, eller som CSV.' },
  'table/sheets': {
    status: 422,
    text: 'Arbetsboken har ett dolt blad, eller flera blad med innehåll där ett ska finnas.',
  },
  'table/too-large': {
    status: 422,
    text: `Filen har fler än ${ROWS_MAX} rader, ${COLUMNS_MAX} kolumner eller ${CELLS_MAX} ifyllda celler.`,
  },
  'table/too-long': { status: 422, text: 'Filen har celler med mer text än någon uppgift har.' },
  'table/too-heavy': { status: 422, text: 'Filen är för tung att läsa. Dela upp den på flera.' },
});

/** 1 → A, 27 → AA, as spreadsheets name columns. */
export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** Takes cells from anywhere in a sheet, within limits, and makes rows of them. */
export class TableRows {
  private readonly rows: Cell[][] = [];
  private cells = 0;
  private signs = 0;

  set(row: number, column: number, cell: Cell): void {
    if (cell.kind === 'empty') return;
    if (row > ROWS_MAX || column > COLUMNS_MAX || ++this.cells > CELLS_MAX) throw refuseTable('table/too-large');
    if (cell.kind === 'text' || cell.kind === 'number') {
      this.signs += cell.text.length;
      if (cell.text.length > CELL_SIGNS_MAX || this.signs > SIGNS_MAX) throw refuseTable('table/too-long');
    }
    while (this.rows.length < row) this.rows.push([]);
    const cells = this.rows[row - 1]!;
    while (cells.length < column) cells.push(EMPTY);
    cells[column - 1] = cell;
  }

  at(row: number, column: number): Cell {
    return this.rows[row - 1]?.[column - 1] ?? EMPTY;
  }

  all(): readonly (readonly Cell[])[] {
    return this.rows;
  }
}
