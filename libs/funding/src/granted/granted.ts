// Beviljat, rekvirerat, utbetalt, återbetalt and kvar: grant by grant, and all that has happened to one.
import { type BusinessDate, type DecisionRef, ore, type Ore, sumOre, ZERO } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { sql } from 'kysely';
import type { GrantEvent } from '../grants/grant.events';
import { type GrantHistoryRow, grantHistory, type GrantRow, grants } from '../grants/grant.projection';
import { refuse } from '../grants/grant-rules';
import {
  boundOre,
  type GrantSums,
  leftOre,
  moved,
  NOTHING,
  paidInAdvanceOre,
  totalOf,
  unpaidOre,
} from '../grants/grant-sums';

export interface GrantedYear extends GrantSums {
  readonly year: number;
  /** What may still be asked for: nothing of a grant that has ended. */
  readonly leftOre: Ore;
  /** What an ended grant left over. */
  readonly releasedOre: Ore;
  readonly unpaidOre: Ore;
  readonly paidInAdvanceOre: Ore;
}

export interface GrantView {
  readonly grantId: string;
  readonly activity: string;
  readonly insatsId: string | null;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly conditions: readonly string[];
  readonly generalDeductionBasisPoints: number | null;
  readonly decision: DecisionRef;
  readonly endedOn: BusinessDate | null;
  readonly years: readonly GrantedYear[];
  readonly total: Omit<GrantedYear, 'year'>;
}

/** All grants with money of the year, or of any year; by activity and the day they begin. */
export async function grantsFor(view: View, year: number | null): Promise<GrantView[]> {
  const rows = await view
    .from(grants)
    .selectAll()
    .orderBy('activity')
    .orderBy('from_date')
    .orderBy('grant_id')
    .execute();
  const movements = await view
    .from(grantHistory)
    .select(['grant_id', 'what', 'of_year', sql<number>`sum(amount_ore)::bigint`.as('amount')])
    .where(sql<boolean>`of_year is not null`)
    .groupBy(['grant_id', 'what', 'of_year'])
    .execute();
  return rows
    .map((row) => {
      const own = movements.filter(({ grant_id }) => grant_id === row.grant_id);
      return grantView(
        row,
        own.map(({ what, of_year, amount }) => ({ what, year: of_year!, amountOre: ore(amount) })),
        year,
      );
    })
    .filter(({ years }) => years.length > 0);
}

export interface Moved {
  readonly what: GrantEvent['type'];
  readonly year: number;
  readonly amountOre: Ore;
}

const PART = { GrantRequisitioned: 'requisitionedOre', GrantPaid: 'paidOre', GrantRepaid: 'repaidOre' } as const;

/** Pure. `only`: the year asked for; null for all. */
export function grantView(row: GrantRow, movements: readonly Moved[], only: number | null): GrantView {
  const sums = new Map<number, GrantSums>();
  for (const { year, amountOre } of row.amounts) sums.set(year, { ...NOTHING, grantedOre: amountOre });
  for (const { what, year, amountOre } of movements) {
    const part = PART[what as keyof typeof PART];
    sums.set(year, moved(sums.get(year) ?? NOTHING, part, amountOre));
  }
  const ended = row.ended_on !== null;
  const years = [...sums]
    .filter(([year]) => only === null || year === only)
    .sort(([a], [b]) => a - b)
    .map(([year, of]) => ({ year, ...standing(of, ended) }));
  return {
    grantId: row.grant_id,
    activity: row.activity,
    insatsId: row.insats_id,
    from: row.from_date,
    to: row.to_date,
    conditions: row.conditions,
    generalDeductionBasisPoints: row.deduction_basis_points,
    decision: row.decision,
    endedOn: row.ended_on,
    years,
    total: grandTotal(years),
  };
}

function standing(sums: GrantSums, ended: boolean): Omit<GrantedYear, 'year'> {
  const left = leftOre(sums);
  return {
    ...sums,
    leftOre: ended ? ZERO : left,
    releasedOre: ended ? left : ZERO,
    unpaidOre: unpaidOre(sums),
    paidInAdvanceOre: paidInAdvanceOre(sums),
  };
}

/** Part by part: what one year lacks another does not have. */
export function grandTotal(all: readonly Omit<GrantedYear, 'year'>[]): Omit<GrantedYear, 'year'> {
  const sum = (part: keyof Omit<GrantedYear, 'year'>) => sumOre(all.map((one) => one[part]));
  return {
    ...totalOf(all),
    leftOre: sum('leftOre'),
    releasedOre: sum('releasedOre'),
    unpaidOre: sum('unpaidOre'),
    paidInAdvanceOre: sum('paidInAdvanceOre'),
  };
}

export interface GrantHappening {
  readonly what: GrantEvent['type'];
  readonly on: BusinessDate;
  readonly position: number;
  readonly told: GrantHistoryRow['told'];
  /** What is bound of all that was granted, after this. */
  readonly boundOre: Ore;
}

/** Everything that has happened to a grant, oldest first. Throws `DomainError` for one that there is not. */
export async function grantHistoryOf(view: View, grantId: string): Promise<GrantHappening[]> {
  const rows = await view.from(grantHistory).selectAll().where('grant_id', '=', grantId).orderBy('since').execute();
  if (rows.length === 0) throw refuse('funding/unknown-grant');
  return happenings(rows);
}

/** Pure. */
export function happenings(rows: readonly (GrantHistoryRow & { since: number })[]): GrantHappening[] {
  const years = new Map<number, GrantSums>();
  return rows.map(({ what, happened_on, since, told, of_year, amount_ore }) => {
    if (of_year !== null && amount_ore !== null) {
      const part = PART[what as keyof typeof PART];
      years.set(of_year, moved(years.get(of_year) ?? NOTHING, part, amount_ore));
    }
    const bound = sumOre([...years.values()].map((sums) => boundOre(sums)));
    return { what, on: happened_on, position: since, told, boundOre: bound };
  });
}
