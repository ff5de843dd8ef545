// Each insats's positions and vacancies as they stand.
import { type BusinessDate, invariant, type StateProjection } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { type Position, type StaffingEvent, staffingEvents } from './staffing.events';

export interface Vacancy {
  readonly position: string;
  readonly from: BusinessDate;
  /** Null: nobody knows its last day. */
  readonly to: BusinessDate | null;
}

export type StaffingRow = {
  insats_id: string;
  activity: string;
  /** Null: the activity's only cost post. */
  post_kind: string | null;
  positions: readonly Position[];
  vacancies: readonly Vacancy[];
};

export const staffing: StateProjection<StaffingEvent, StaffingRow> = {
  kind: 'state',
  table: {
    name: 'staffing_v1',
    columns: { insats_id: 'text', activity: 'text', post_kind: 'text', positions: 'json', vacancies: 'json' },
    nullable: ['post_kind'],
  },
  events: staffingEvents,
  key: ({ data }) => data.insatsId,
  evolve: (row, { type, data }) => {
    if (type === 'StaffingAgreed') {
      const { insatsId, activity = insatsId, kind = null, positions } = data;
      return { insats_id: insatsId, activity, post_kind: kind, positions, vacancies: row?.vacancies ?? [] };
    }
    invariant(row, 'positions are agreed before one is vacant');
    const { position, from, to = null } = data;
    const others = row.vacancies.filter((one) => one.position !== position || one.from !== from);
    return { ...row, vacancies: [...others, { position, from, to }].sort(byPositionAndDay) };
  },
};

function byPositionAndDay(a: Vacancy, b: Vacancy): number {
  return `${a.position} ${a.from}` < `${b.position} ${b.from}` ? -1 : 1;
}

export interface InsatsStaffing {
  readonly insatsId: string;
  readonly activity: string;
  readonly kind: string | null;
  readonly positions: readonly Position[];
  readonly vacancies: readonly Vacancy[];
}

/** Of all insatser that have agreed positions. */
export async function staffingAt(view: View): Promise<InsatsStaffing[]> {
  const rows = await view.from(staffing).selectAll().orderBy('insats_id').execute();
  return rows.map(({ insats_id, activity, post_kind, positions, vacancies }) => ({
    insatsId: insats_id,
    activity,
    kind: post_kind,
    positions,
    vacancies,
  }));
}
