// Why a figure may not follow from its parts. A guess, said only where one explanation fits the difference exactly.
import type { Cells, ReportCell } from '../typed/cells';
import { amountOf, type Outcome } from './outcome';
import { figureText } from '../typed/printed-figure';

type Cause = (miss: Outcome, siblings: readonly Outcome[], cells: Cells) => string | null;

/** The first that fits, the most telling first. */
export const probableCause: Cause = (miss, siblings, cells) => {
  for (const cause of [swappedColumns, otherColumn, resultMissing, oneSign, oneCell]) {
    const sentence = cause(miss, siblings, cells);
    if (sentence !== null) return sentence;
  }
  return null;
};

const near = (one: number, other: number, tolerance: number): boolean => Math.abs(one - other) <= tolerance;

const swappedColumns: Cause = (miss, siblings) => {
  const other = siblings.find(
    (sibling) =>
      sibling !== miss &&
      near(sibling.printed, miss.reckoned, miss.tolerance) &&
      near(miss.printed, sibling.reckoned, sibling.tolerance),
  );
  if (!other) return null;
  const [one, two] = [nameOf(miss.total.cell, other.total.cell), nameOf(other.total.cell, miss.total.cell)];
  return `Det ser ut som om ${one} och ${two} har bytt plats.`;
};

const otherColumn: Cause = (miss, siblings) => {
  const other = siblings.find((sibling) => sibling !== miss && near(miss.printed, sibling.reckoned, sibling.tolerance));
  if (!other || miss.printed === 0) return null;
  const shown = nameOf(other.total.cell, miss.total.cell);
  return `Beloppet är det som hör till ${shown}: fel periods uppgift kan vara tryckt.`;
};

const resultMissing: Cause = (miss, _, cells) => {
  if (miss.parts.some(({ cell }) => cell.row.role === 'resultat')) return null;
  const { cell } = miss.total;
  const balance = [miss.total, ...miss.parts].some((term) => term.cell.row.role === 'eget-kapital-och-skulder');
  const result = [...cells.values()].find(
    ({ row, column, figure }) =>
      row.role === 'resultat' &&
      column.id === cell.column.id &&
      figure !== null &&
      figure.value !== 0 &&
      near(Math.abs(differenceOf(miss)), Math.abs(figure.value), miss.tolerance + figure.half),
  );
  if (!balance || !result?.figure) return null;
  return `Skillnaden är lika med periodens resultat (${printedAs(result)}): resultatet saknas i eget kapital.`;
};

const oneSign: Cause = (miss) => {
  const turned = miss.parts.filter((part) => {
    const amount = amountOf(part);
    return Math.abs(amount) > miss.tolerance && near(differenceOf(miss), -2 * amount, miss.tolerance);
  });
  const [only] = turned;
  if (!only || turned.length > 1) return null;
  return `Ett omvänt tecken på ${only.cell.row.label} (${printedAs(only.cell)}) förklarar skillnaden.`;
};

/** Of the column's own cells: a coincidence is likelier the more cells are looked at. */
const oneCell: Cause = (miss, _, cells) => {
  const { cell } = miss.total;
  const tables = new Set([cell, ...miss.parts.map((part) => part.cell)].map(({ table }) => table.id));
  const equal = [...cells.values()].filter(
    (other) =>
      tables.has(other.table.id) &&
      other.column.id === cell.column.id &&
      other.unit === cell.unit &&
      other.figure !== null &&
      Math.abs(other.figure.value) > miss.tolerance &&
      near(Math.abs(differenceOf(miss)), Math.abs(other.figure.value), other.figure.half * 2),
  );
  const [only] = equal;
  if (!only || equal.length > 1) return null;
  const name = `${only.row.label || 'en cell'} (${printedAs(only)})`;
  return `Skillnaden är lika med ${name}: den kan fattas eller vara räknad två gånger.`;
};

const differenceOf = ({ printed, reckoned }: Outcome): number => printed - reckoned;

const printedAs = ({ figure, unit }: ReportCell): string => figureText(figure?.value ?? 0, unit);

/** What tells a cell from another: its column, or its row where the column is the same. */
function nameOf(cell: ReportCell, other: ReportCell): string {
  if (cell.column.id === other.column.id) return `raden ${cell.row.label}`;
  // Two columns may wrongly have the same head.
  return `kolumnen ${cell.column.label === other.column.label ? cell.column.id : cell.column.label}`;
}
