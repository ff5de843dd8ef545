// The association itself: who it is, who its members are, and whether it may keep participant records.
import { canonicalJson, type Decider, type EventOf, type EventsOf, refusals, unreachable } from '@finsam/kernel';
import {
  AggregatesOnlyChosen,
  associationEvents,
  AssociationRegistered,
  MemberJoined,
  ParticipantRecordsChosen,
} from './association.events';
import { type AssociationCommand, associationCommands } from './commands';

export type AssociationEvent = EventsOf<typeof associationEvents>;

export type Member = Omit<EventOf<typeof MemberJoined>['data'], 'memberId'>;
export type ParticipantMode = 'aggregates' | 'records';

/** What the edge of a neighbouring slice folds to put facts about the association into its commands. */
export interface AssociationState {
  readonly registered: EventOf<typeof AssociationRegistered>['data'] | null;
  readonly members: ReadonlyMap<string, Member>;
  readonly participantMode: ParticipantMode;
  /** The ground that the records stand on; null in mode `aggregates`. */
  readonly records: EventOf<typeof ParticipantRecordsChosen>['data'] | null;
}

const refuse = refusals({
  'association/already-registered': { status: 409, text: 'Förbundet är redan registrerat med andra uppgifter.' },
  'association/not-registered': { status: 404, text: 'Förbundet är inte registrerat. Registrera det först.' },
  'association/member-taken': { status: 409, text: 'Medlemmen {memberId} finns redan med andra uppgifter.' },
  'association/too-many-state-members': {
    status: 422,
    text: 'Staten har två medlemmar: Försäkringskassan och Arbetsförmedlingen. Båda finns redan.',
  },
  'association/state-pays-once': {
    status: 422,
    text: 'Statens bidrag kommer genom en medlem, och det är {memberId}. Ange pays: false för den andra.',
  },
});

/** One stream per association's log. */
export const associationStream = 'association';

export const associationDecider: Decider<AssociationState, AssociationCommand, AssociationEvent> = {
  name: 'associations/association',
  commands: associationCommands,
  events: associationEvents,
  stream: () => associationStream,
  initialState: () => ({ registered: null, members: new Map(), participantMode: 'aggregates', records: null }),

  decide(command, state) {
    if (command.type === 'RegisterAssociation') {
      if (!state.registered) return [AssociationRegistered(command.data)];
      if (same(state.registered, command.data)) return [];
      throw refuse('association/already-registered');
    }
    if (!state.registered) throw refuse('association/not-registered');
    switch (command.type) {
      case 'JoinMember':
        return join(command.data, state.members);
      case 'ChooseParticipantRecords':
        // The same ground is no news; another ground or decision takes the old one's place.
        return same(state.records, command.data) ? [] : [ParticipantRecordsChosen(command.data)];
      case 'ChooseAggregatesOnly':
        return state.participantMode === 'aggregates' ? [] : [AggregatesOnlyChosen(command.data)];
      default:
        return unreachable(command);
    }
  },

  evolve(state, { type, data }) {
    switch (type) {
      case 'AssociationRegistered':
        return { ...state, registered: data };
      case 'MemberJoined': {
        const { memberId, ...member } = data;
        return { ...state, members: new Map(state.members).set(memberId, member) };
      }
      case 'ParticipantRecordsChosen':
        return { ...state, participantMode: 'records', records: data };
      case 'AggregatesOnlyChosen':
        return { ...state, participantMode: 'aggregates', records: null };
    }
  },
};

function join(data: EventOf<typeof MemberJoined>['data'], members: AssociationState['members']): AssociationEvent[] {
  const { memberId, ...member } = data;
  const known = members.get(memberId);
  if (known && same(known, member)) return [];
  if (known) throw refuse('association/member-taken', { pointer: '/memberId', memberId });
  if (member.kind === 'stat') refuseThirdOrSecondPayer(member, members);
  return [MemberJoined(data)];
}

/** Two paying state members would share out the state's half as if it were two parts. */
function refuseThirdOrSecondPayer(member: Member, members: AssociationState['members']): void {
  const state = [...members].filter(([, { kind }]) => kind === 'stat');
  if (state.length >= 2) throw refuse('association/too-many-state-members', { pointer: '/kind' });
  const payer = state.find(([, { pays }]) => pays);
  if (member.pays && payer) throw refuse('association/state-pays-once', { pointer: '/pays', memberId: payer[0] });
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
