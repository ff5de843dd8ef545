// What a cell is read as. Each says, in Swedish, what the cell should have been when it is not.
import {
  type BusinessDate,
  businessDateSchema,
  codeSchema,
  impersonalLineSchema,
  ORE_LIMIT,
  ore,
  type Ore,
} from '@finsam/kernel';
import { looksLikeFormula } from './formula-signs';
import { type Cell, REFUSED_CELLS } from './table';

/** What is wrong with a cell: the rest of a sentence that begins with where it stands. */
export class BadCell extends Error {
  override readonly name = 'BadCell';
}

/** Undefined for an empty cell. Throws `BadCell`. */
export type CellForm<T> = (cell: Cell) => T | undefined;

/** Kronor with at most two decimals, as a number or as text, below zero too. */
export const amount: CellForm<Ore> = (cell) => {
  const amountOre = cell.kind === 'number' ? ofDecimals(cell.text) : ofText(textOf(cell));
  if (amountOre !== undefined && Math.abs(amountOre) > ORE_LIMIT)
    throw new BadCell('är större än något belopp får vara.');
  return amountOre;
};

/** As `amount`, and more than nothing. */
export const positiveAmount: CellForm<Ore> = (cell) => {
  const amountOre = amount(cell);
  if (amountOre !== undefined && amountOre <= 0) throw new BadCell('ska vara mer än noll.');
  return amountOre;
};

export const code: CellForm<string> = (cell) => {
  const text = textOf(cell)?.trim();
  if (text === undefined) return undefined;
  const read = codeSchema.safeParse(text);
  if (!read.success) throw new BadCell('är ingen kod: a–z, 0–9 och bindestreck.');
  return read.data;
};

export const day: CellForm<BusinessDate> = (cell) => {
  const text = cell.kind === 'date' ? cell.date : textOf(cell)?.trim();
  if (text === undefined) return undefined;
  const read = businessDateSchema.safeParse(text);
  if (!read.success) throw new BadCell('är ingen dag. Skriv till exempel 2026-01-31.');
  return read.data;
};

export const line: CellForm<string> = (cell) => {
  const text = textOf(cell);
  if (text === undefined) return undefined;
  if (looksLikeFormula(text)) throw new BadCell('börjar som en formel.');
  const read = impersonalLineSchema(200).safeParse(text);
  if (!read.success) throw new BadCell('ska vara en rad text med högst 200 tecken, utan personnummer.');
  return read.data;
};

function textOf(cell: Cell): string | undefined {
  if (cell.kind === 'empty') return undefined;
  if (cell.kind === 'refused') throw new BadCell(REFUSED_CELLS[cell.why]);
  if (cell.kind === 'date') throw new BadCell('är ett datum.');
  // A code may well look like a number to a spreadsheet.
  return cell.text;
}

const NOT_AN_AMOUNT = 'är inget belopp. Skriv kronor, till exempel 1 234 567,50.';
const AMOUNT =
  /^(?<minus>[-\u2212])?(?<whole>0|[1-9]\d*|[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+)(?:[,.](?<part>\d+))?$/;

/** Spaces between thousands, a comma or a point before the öre. Three figures after it could be thousands. */
function ofText(text: string | undefined): Ore | undefined {
  if (text === undefined) return undefined;
  const { minus, whole, part } = AMOUNT.exec(text.trim())?.groups ?? {};
  if (whole === undefined) throw new BadCell(NOT_AN_AMOUNT);
  if (part?.length === 3)
    throw new BadCell('kan läsas på två sätt. Skriv tusental med mellanslag, ören med två siffror.');
  return ofDecimals(`${minus === undefined ? '' : '-'}${whole.replace(/\D/g, '')}.${part ?? '0'}`);
}

/** `-1234.5` → -123450. Whole figures all the way: nothing is rounded, so a third decimal is refused. */
function ofDecimals(text: string): Ore {
  const [, minus, whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (part.length > 2) throw new BadCell('har fler än två decimaler.');
  if (whole.length > 13) throw new BadCell('är större än något belopp får vara.');
  const amountOre = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return ore(minus ? -amountOre : amountOre);
}
