// Which insatser there are, and their lives.
import { type BusinessDate, type EventsOf, invariant, type StateProjection } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { type FollowUp, insatsEvents, type InsatsKind } from './insats.events';

export type InsatsRow = {
  readonly insats_id: string;
  readonly name: string;
  readonly insats_kind: InsatsKind;
  readonly follow_up: FollowUp;
  readonly esf: boolean;
  readonly starts_on: BusinessDate;
  readonly ends_on: BusinessDate | null;
  /** Position of the registration: the order of columns. `since` would put an insats last when it ends. */
  readonly registered_at: number;
};

/** One row per insats. */
export const insatser: StateProjection<EventsOf<typeof insatsEvents>, InsatsRow> = {
  kind: 'state',
  table: {
    name: 'insats_v1',
    columns: {
      insats_id: 'text',
      name: 'text',
      insats_kind: 'text',
      follow_up: 'text',
      esf: 'boolean',
      starts_on: 'date',
      ends_on: 'date',
      registered_at: 'bigint',
    },
    nullable: ['ends_on'],
  },
  events: insatsEvents,
  key: ({ data }) => data.insatsId,
  evolve(row, { type, data, position }) {
    if (type === 'InsatsRegistered') {
      return {
        insats_id: data.insatsId,
        name: data.name,
        insats_kind: data.insatsKind,
        follow_up: data.followUp,
        esf: data.esf,
        starts_on: data.startsOn,
        ends_on: null,
        registered_at: position,
      };
    }
    invariant(row, 'an insats is registered before it ends');
    return { ...row, ends_on: data.endsOn };
  },
};

/** All insatser in the order they were registered. */
export function insatserAt(view: View): Promise<InsatsRow[]> {
  return view
    .from(insatser)
    .select(['t.insats_id', 't.name', 't.insats_kind', 't.follow_up', 't.esf'])
    .select(['t.starts_on', 't.ends_on', 't.registered_at'])
    .orderBy('t.registered_at')
    .execute();
}
