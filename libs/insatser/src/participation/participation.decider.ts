// One participation: a person in an insats, from enrolment to exit.
import {
  type BusinessDate,
  canonicalJson,
  type Decider,
  type EventOf,
  type EventsOf,
  refusals,
  unreachable,
} from '@finsam/kernel';
import { type ParticipationCommand, participationCommands } from './commands';
import {
  ParticipantEnrolled,
  ParticipantExited,
  participationEvents,
  ParticipationVoided,
} from './participation.events';

export type ParticipationEvent = EventsOf<typeof participationEvents>;

type CommandData<Type extends ParticipationCommand['type']> = Extract<ParticipationCommand, { type: Type }>['data'];

export interface ParticipationState {
  readonly enrolment: EventOf<typeof ParticipantEnrolled>['data'] | null;
  readonly exit: { readonly exitedOn: BusinessDate; readonly reason: string } | null;
  readonly voided: boolean;
}

const refuse = refusals({
  'insatser/aggregates-only': {
    status: 403,
    text: 'Förbundet för inga deltagarregister. Styrelsen måste först besluta om det och ange rättslig grund.',
  },
  'insatser/unknown-insats': { status: 404, text: 'Insatsen {insatsId} finns inte. Registrera den först.' },
  'insatser/not-followed-by-person': {
    status: 422,
    text: 'Insatsen {insatsId} följs inte upp per person. Rapportera den i volymer.',
  },
  'insatser/outside-insats': { status: 422, text: 'Insatsen pågår från {startsOn} till {endsOn}.' },
  'insatser/participation-taken': { status: 409, text: 'Deltagandet finns redan med andra uppgifter.' },
  'insatser/not-enrolled': { status: 404, text: 'Deltagandet finns inte.' },
  'insatser/exit-before-enrolment': { status: 422, text: 'Avslutet kan inte vara före inskrivningen.' },
  'insatser/unknown-exit-reason': {
    status: 422,
    text: 'Avslutsorsaken {reason} finns inte i förbundets lista.',
  },
  'insatser/already-exited': { status: 409, text: 'Deltagandet är redan avslutat med andra uppgifter.' },
  'insatser/participation-voided': { status: 409, text: 'Deltagandet är struket som felregistrering.' },
});

export const participationStream = (participationId: string): string => `participation-${participationId}`;

export const participationDecider: Decider<ParticipationState, ParticipationCommand, ParticipationEvent> = {
  name: 'insatser/participation',
  commands: participationCommands,
  events: participationEvents,
  stream: ({ data }) => participationStream(data.participationId),
  initialState: () => ({ enrolment: null, exit: null, voided: false }),

  decide({ type, data }, state) {
    switch (type) {
      case 'EnrolParticipant':
        return enrol(data, state);
      case 'ExitParticipant':
        return exit(data, state);
      case 'VoidParticipation':
        return makeVoid(state);
      default:
        return unreachable(type);
    }
  },

  evolve(state, { type, data }) {
    switch (type) {
      case 'ParticipantEnrolled':
        return { ...state, enrolment: data };
      case 'ParticipantExited':
        return { ...state, exit: { exitedOn: data.exitedOn, reason: data.reason } };
      case 'ParticipationVoided':
        return { ...state, voided: true };
    }
  },
};

// A repeat is answered before the facts are looked at: they may have changed since the command had its effect.
function enrol(
  { facts, ...enrolment }: CommandData<'EnrolParticipant'>,
  state: ParticipationState,
): ParticipationEvent[] {
  const { insatsId, enrolledOn } = enrolment;
  if (state.voided) throw refuse('insatser/participation-voided');
  if (state.enrolment && canonicalJson(state.enrolment) === canonicalJson(enrolment)) return [];
  if (state.enrolment) throw refuse('insatser/participation-taken', { pointer: '/participationId' });
  if (facts.participantMode === 'aggregates') throw refuse('insatser/aggregates-only');
  if (!facts.insats) throw refuse('insatser/unknown-insats', { pointer: '/insatsId', insatsId });
  const { kind, startsOn, endsOn } = facts.insats;
  if (kind !== 'individ') throw refuse('insatser/not-followed-by-person', { pointer: '/insatsId', insatsId });
  if (enrolledOn < startsOn || (endsOn !== null && enrolledOn > endsOn)) {
    throw refuse('insatser/outside-insats', { pointer: '/enrolledOn', startsOn, endsOn: endsOn ?? 'vidare' });
  }
  return [ParticipantEnrolled(enrolment)];
}

function exit({ facts, ...data }: CommandData<'ExitParticipant'>, state: ParticipationState): ParticipationEvent[] {
  const { insatsId, enrolledOn } = standing(state);
  const { participationId, exitedOn, reason } = data;
  if (state.exit?.exitedOn === exitedOn && state.exit.reason === reason) return [];
  if (state.exit) throw refuse('insatser/already-exited');
  if (exitedOn < enrolledOn) throw refuse('insatser/exit-before-enrolment', { pointer: '/exitedOn' });
  if (!facts.reasons.includes(reason)) throw refuse('insatser/unknown-exit-reason', { pointer: '/reason', reason });
  return [ParticipantExited({ participationId, insatsId, reason, exitedOn })];
}

function makeVoid(state: ParticipationState): ParticipationEvent[] {
  if (state.voided) return [];
  const { participationId, insatsId } = standing(state);
  return [ParticipationVoided({ participationId, insatsId })];
}

/** The enrolment, unless there is none or it was a mistake. */
function standing({ enrolment, voided }: ParticipationState) {
  if (!enrolment) throw refuse('insatser/not-enrolled', { pointer: '/participationId' });
  if (voided) throw refuse('insatser/participation-voided');
  return enrolment;
}
