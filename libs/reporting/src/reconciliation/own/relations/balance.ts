// A balance weighs the same on both sides, and the forecast of its equity is what it opened with plus the result.
import type { LineRow } from '@finsam/associations';
import type { Relation } from '../../typed/report-form';
import { type Composition, compositionOf, covers, directionOf, isMadeOf, linesAmong } from '../composition';
import { type DatedColumn, datedColumns, type MadeTable, place, signed } from '../made-table';
import { resultOf } from './results';

const ASSETS = [1000, 1999] as const;
const BALANCE = [1000, 2999] as const;
const REST = [2000, 8999] as const;

export interface Side {
  readonly row: string;
  readonly sign: 1 | -1;
}

/**
 * The rows of a balance's two sides; null for a table that is none, such as a note. A balance must show every balance
 * account, and has a row that is all of its lines of assets, or of the others, or that it publishes as its assets.
 * The other side is then the row that is made of the most lines of its kind, so that a total which lacks one is found.
 */
export function sidesOf(made: MadeTable, { column }: DatedColumn): { assets: Side; rest: Side } | null {
  const { layout } = made;
  if (layout.statement !== 'balance' || column.kind !== 'actual' || !covers(made, ...BALANCE)) return null;
  const assets = linesAmong(made, column.id, ...ASSETS);
  const rest = linesAmong(made, column.id, ...REST);
  if (assets.length === 0 || rest.length === 0 || assets.some((line) => rest.includes(line))) return null;
  const [declared] = layout.figures?.find(({ code }) => code === 'assets')?.of ?? [];
  const [widestAssets, widestRest] = [widest(made, column.id, assets), widest(made, column.id, rest)];
  if (!widestAssets || !widestRest) return null;
  if (!declared && !widestAssets.whole && !widestRest.whole) return null;
  const sign = declared && (declared.sign ?? 1);
  return { assets: declared && sign ? { row: declared.row, sign } : widestAssets, rest: widestRest };
}

/** Of the rows that are made of nothing but these lines, the last of those with the most of them. */
function widest(made: MadeTable, column: string, lines: readonly LineRow[]): (Side & { whole: boolean }) | null {
  const ids = new Set(lines.map(({ id }) => id));
  const within = (composition: Composition) => [...composition.keys()].every((id) => ids.has(id));
  let best: (Side & { whole: boolean; size: number }) | null = null;
  for (const { id, kind } of made.layout.rows) {
    const composition = kind === 'line' || kind === 'sum' ? compositionOf(made, id, column) : null;
    if (!composition || composition.size === 0 || !within(composition)) continue;
    const sign = directionOf(made, composition);
    if (sign === null || (best && best.size > composition.size)) continue;
    best = { row: id, sign, whole: isMadeOf(composition, lines), size: composition.size };
  }
  return best;
}

/** Assets, debit, against all else, credit. */
export function balanceRelations(made: MadeTable): Relation[] {
  return datedColumns(made).flatMap((dated): Relation[] => {
    const sides = sidesOf(made, dated);
    if (!sides) return [];
    const [assets, rest] = [sides.assets, sides.rest].map(({ row }) => place(made, row, dated.column.id));
    return [{ rule: 'balans', total: rest!, parts: [signed(-sides.assets.sign * sides.rest.sign, assets!)] }];
  });
}

/** From the year's opening where a column shows it, else from today's equity less the result so far. */
export function forecastEquityRelations(made: MadeTable, all: readonly MadeTable[]): Relation[] {
  const [equity, ...more] = made.layout.figures?.find(({ code }) => code === 'equity')?.of ?? [];
  if (made.layout.statement !== 'balance' || !equity || more.length > 0) return [];
  const columns = datedColumns(made);
  return columns.flatMap((dated): Relation[] => {
    if (dated.column.kind !== 'forecast') return [];
    const year = dated.to.slice(0, 4);
    const forecast = resultIn(all, 'forecast', `${year}-01-01`, dated.to);
    if (!forecast) return [];
    const turn = equity.sign ?? 1;
    const at = (column: DatedColumn) => place(made, equity.row, column.column.id);
    const actual = columns.filter(({ column }) => column.kind === 'actual');
    const opening = actual.find(({ to }) => to === `${Number(year) - 1}-12-31`);
    const now = actual.find(({ to }) => to.startsWith(year));
    const soFar = now && resultIn(all, 'actual', `${year}-01-01`, now.to);
    const parts = opening
      ? [at(opening), signed(turn * forecast.sign, forecast.ref)]
      : soFar && [at(now), signed(-turn * soFar.sign, soFar.ref), signed(turn * forecast.sign, forecast.ref)];
    return parts ? [{ rule: 'prognos-eget-kapital', total: at(dated), parts }] : [];
  });
}

/** The result that a table publishes for these days, as such a kind of figures. */
function resultIn(all: readonly MadeTable[], kind: 'actual' | 'forecast', from: string, to: string) {
  for (const made of all) {
    for (const dated of datedColumns(made)) {
      if (dated.column.kind !== kind || dated.from !== from || dated.to !== to) continue;
      const result = resultOf(made, dated);
      if (result?.declared) return { ref: place(made, result.row, dated.column.id), sign: result.sign };
    }
  }
  return null;
}
