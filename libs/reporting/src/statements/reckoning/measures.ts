// The cells of rows that are not money: shares between amounts, and counts as an earlier document reported them.
import type { CountRow, ShareRow } from '@finsam/associations';
import { swedishNumber, swedishPercent } from '../../swedish';
import type { ReportedCounts, StatementFigures } from '../figures';
import type { StatementCell, StatementTable } from '../statement-table';
import { type Amounts, BLANK, cellOf } from './cells';
import { shareCell } from './reckoned-columns';
import { shownIn } from './selection';

/** The unit in which a reported count is per cent. */
const PERCENT = 'procent';

export interface Measured {
  readonly counts: StatementFigures['counts'];
  readonly earlier: readonly StatementTable[];
  readonly amount: Amounts;
}

/** The cell in a column of figures: reckoned where it can be, else as it was reported, else blank. */
export function measureCell(row: CountRow | ShareRow, column: string, measured: Measured): StatementCell {
  if (!shownIn(row, column)) return BLANK;
  const share = row.kind === 'share' ? sharedCell(row, column, measured) : BLANK;
  return share === BLANK ? reportedCell(row, measured.counts?.[column]) : share;
}

/** The share that the row takes from an earlier table; undefined where it takes none, or there is none. */
export function givenShare(row: ShareRow, column: string, earlier: readonly StatementTable[]) {
  const given = row.given && Object.hasOwn(row.given, column) ? row.given[column] : undefined;
  const cell = given && cellOf(earlier, given);
  // An amount is no share.
  return cell?.ore === null ? cell : undefined;
}

function sharedCell(row: ShareRow, column: string, { earlier, amount }: Measured): StatementCell {
  const given = givenShare(row, column, earlier);
  if (given && given.printed !== '') return given;
  const { part, whole } = row;
  const [of, against] = [part, whole].map((id) => (id === undefined ? null : amount(id, column)));
  return of == null || against == null ? BLANK : shareCell({ of, against }, row.decimals);
}

function reportedCell({ id, reported = id }: CountRow | ShareRow, counts: ReportedCounts | undefined): StatementCell {
  const found = counts?.rows.find(({ line }) => line === reported);
  if (!found) return BLANK;
  const { count, unit } = found;
  const printed = unit === PERCENT ? percent(count) : swedishNumber(count);
  return { ore: null, count: { count, unit }, printed };
}

/** With its unit, for a sentence: `4 anstallda`, `61 %`. */
export function countText(count: number, unit: string): string {
  return unit === PERCENT ? percent(count) : `${swedishNumber(count)} ${unit}`;
}

function percent(count: number): string {
  return swedishPercent({ of: count, against: 100 });
}
