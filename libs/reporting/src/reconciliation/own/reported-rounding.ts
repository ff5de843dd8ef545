// What an earlier document printed is rounded, and its rounding may hide as much as it does on paper.
import type { LinearRelation, Relation } from '../typed/report-form';
import type { Unit } from '../../swedish';
import { compositionOf } from './composition';
import { isReported, type MadeTable } from './made-table';

const ORE_PER = { mkr: 100_000_000, tkr: 100_000, kr: 100 } as const;
const DIGITS = { mkr: 8, tkr: 5, kr: 2 } as const;
/** The coarsest first. */
const UNITS = ['mkr', 'tkr', 'kr'] as const;

/**
 * The unit of a reported column: the coarsest in which every amount is whole, from the table's own down to the krona.
 * Undefined: the column is held to the öre, as everything is that is not reported.
 */
export function roundedIn(made: MadeTable, column: string): Unit | undefined {
  if (!isReported(made, column)) return undefined;
  const index = made.layout.columns.findIndex(({ id }) => id === column);
  const amounts = made.table.rows.flatMap(({ cells }) => cells[index]?.ore ?? []);
  const units = UNITS.slice(UNITS.indexOf(made.layout.unit));
  return units.find((unit) => amounts.every((amount) => amount % ORE_PER[unit] === 0));
}

/** A total of ours over rounded parts is rounded as many times as it has parts: the relation says how coarse it is. */
export function withRounding(relation: Relation, all: readonly MadeTable[]): Relation {
  if (relation.rule === 'andel') return relation;
  const cells = [relation.total, ...relation.parts].map((ref) => hidden(ref, all));
  if (cells.every(({ times }) => times === 1)) return relation;
  const step = Math.ceil(cells.reduce((sum, { times, unitOre }) => sum + times * unitOre, 0) / cells.length);
  return { ...relation, step: stepText(step, cells[0]?.unit ?? 'kr') } satisfies LinearRelation;
}

/** How many rounded figures a cell is made of, and what each is rounded to. */
function hidden(ref: string, all: readonly MadeTable[]): { times: number; unitOre: number; unit: Unit | undefined } {
  const [table, row = '', column = '*'] = ref.replace(/^-/, '').split('/');
  const made = all.find(({ layout }) => layout.id === table);
  const unit = made && roundedIn(made, column);
  const figures = made?.figures.columns[column];
  if (!made || !unit || figures?.source !== 'reported') return { times: 1, unitOre: 0, unit };
  const printed = figures.rows.some(({ line }) => line === row);
  const lines = printed ? 1 : (compositionOf(made, row, column)?.size ?? 1);
  return { times: Math.max(1, lines), unitOre: ORE_PER[unit], unit };
}

/** Öre in the unit that the total is read in, with every digit. */
function stepText(ore: number, unit: Unit): string {
  const whole = Math.floor(ore / ORE_PER[unit]);
  return `${whole},${String(ore % ORE_PER[unit]).padStart(DIGITS[unit], '0')}`;
}
