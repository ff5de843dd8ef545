// Who the association is and who its members are.
import { type BusinessDate, type EventsOf, invariant, type StateProjection } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import type { ParticipantMode } from './association.decider';
import {
  AggregatesOnlyChosen,
  AssociationRegistered,
  MemberJoined,
  type MemberKind,
  ParticipantRecordsChosen,
} from './association.events';
import { bySwedishOrder } from './swedish-order';

export type AssociationRow = {
  readonly slug: string;
  readonly name: string;
  readonly organisation_number: string | null;
  readonly participant_mode: ParticipantMode;
};

const profileEvents = [AssociationRegistered, ParticipantRecordsChosen, AggregatesOnlyChosen] as const;

/** One row: the association as it presents itself. */
export const associationProfiles: StateProjection<EventsOf<typeof profileEvents>, AssociationRow> = {
  kind: 'state',
  table: {
    name: 'association_v1',
    columns: { slug: 'text', name: 'text', organisation_number: 'text', participant_mode: 'text' },
    nullable: ['organisation_number'],
  },
  events: profileEvents,
  key: () => 'association',
  evolve(row, event) {
    if (event.type === 'AssociationRegistered') {
      const { slug, name, organisationNumber } = event.data;
      return { slug, name, organisation_number: organisationNumber ?? null, participant_mode: 'aggregates' };
    }
    invariant(row, 'an association is registered before it chooses anything');
    return { ...row, participant_mode: event.type === 'ParticipantRecordsChosen' ? 'records' : 'aggregates' };
  },
};

export type MemberRow = {
  readonly member_id: string;
  readonly name: string;
  readonly member_kind: MemberKind;
  readonly pays: boolean;
  readonly joined_on: BusinessDate;
};

const memberEvents = [MemberJoined] as const;

/** One row per member. */
export const associationMembers: StateProjection<EventsOf<typeof memberEvents>, MemberRow> = {
  kind: 'state',
  table: {
    name: 'member_v1',
    columns: { member_id: 'text', name: 'text', member_kind: 'text', pays: 'boolean', joined_on: 'date' },
  },
  events: memberEvents,
  key: ({ data }) => data.memberId,
  evolve: (_, { data: { memberId, name, kind, pays, from } }) => ({
    member_id: memberId,
    name,
    member_kind: kind,
    pays,
    joined_on: from,
  }),
};

/** For the projection group `associations`. */
export const associationProjections = [associationProfiles, associationMembers] as const;

/** Null until the association is registered. */
export async function associationProfile(view: View): Promise<AssociationRow | null> {
  const row = await view
    .from(associationProfiles)
    .select(['t.slug', 't.name', 't.organisation_number', 't.participant_mode'])
    .executeTakeFirst();
  return row ?? null;
}

const KIND_ORDER: readonly MemberKind[] = ['stat', 'region', 'kommun'];

/** The members in the order that statements print them: the state, regioner, kommuner; each kind by Swedish name. */
export async function membersAt(view: View): Promise<MemberRow[]> {
  const rows = await view
    .from(associationMembers)
    .select(['t.member_id', 't.name', 't.member_kind', 't.pays', 't.joined_on'])
    .execute();
  return rows.sort(inStatementOrder);
}

/** Two members of one name, as a region and its kommun may be, are told apart by their ids. */
export function inStatementOrder(a: MemberRow, b: MemberRow): number {
  const kind = KIND_ORDER.indexOf(a.member_kind) - KIND_ORDER.indexOf(b.member_kind);
  return kind || bySwedishOrder(a.name, b.name) || bySwedishOrder(a.member_id, b.member_id);
}
