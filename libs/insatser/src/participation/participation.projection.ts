// Who takes part in which insats, from when to when: one row per participation, never per person.
import { type BusinessDate, type EventsOf, invariant, type StateProjection } from '@finsam/kernel';
import { type Gender, participationEvents } from './participation.events';

export type ParticipationRow = {
  readonly participation_id: string;
  readonly insats_id: string;
  /** Null for an anonymous participant. */
  readonly participant_id: string | null;
  readonly gender: Gender;
  readonly enrolled_on: BusinessDate;
  readonly exited_on: BusinessDate | null;
  readonly exit_reason: string | null;
};

export const participations: StateProjection<EventsOf<typeof participationEvents>, ParticipationRow> = {
  kind: 'state',
  table: {
    name: 'participation_v1',
    columns: {
      participation_id: 'text',
      insats_id: 'text',
      participant_id: 'text',
      gender: 'text',
      enrolled_on: 'date',
      exited_on: 'date',
      exit_reason: 'text',
    },
    nullable: ['participant_id', 'exited_on', 'exit_reason'],
  },
  events: participationEvents,
  key: ({ data }) => data.participationId,
  evolve(row, { type, data }) {
    switch (type) {
      case 'ParticipantEnrolled':
        return {
          participation_id: data.participationId,
          insats_id: data.insatsId,
          participant_id: data.participantId ?? null,
          gender: data.gender,
          enrolled_on: data.enrolledOn,
          exited_on: null,
          exit_reason: null,
        };
      case 'ParticipantExited':
        invariant(row, 'a participant is enrolled before the exit');
        return { ...row, exited_on: data.exitedOn, exit_reason: data.reason };
      case 'ParticipationVoided':
        return null;
    }
  },
};
