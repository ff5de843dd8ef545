// One insats: what it is from its first day, and its last day.
import {
  type BusinessDate,
  businessDateSchema,
  canonicalJson,
  codeSchema,
  type CommandsOf,
  type Decider,
  defineCommand,
  type EventOf,
  type EventsOf,
  lineSchema,
  refusals,
  unreachable,
} from '@finsam/kernel';
import { z } from 'zod';
import {
  type FollowUp,
  followUpSchema,
  InsatsEnded,
  insatsEvents,
  type InsatsKind,
  insatsKindSchema,
  InsatsRegistered,
} from './insats.events';

export const RegisterInsats = defineCommand(
  'RegisterInsats',
  z.strictObject({
    insatsId: codeSchema,
    name: lineSchema(120),
    insatsKind: insatsKindSchema,
    followUp: followUpSchema,
    esf: z.boolean(),
    startsOn: businessDateSchema,
  }),
);

export const EndInsats = defineCommand(
  'EndInsats',
  z.strictObject({ insatsId: codeSchema, endsOn: businessDateSchema }),
);

const commands = [RegisterInsats, EndInsats] as const;
export type InsatsCommand = CommandsOf<typeof commands>;
export type InsatsEvent = EventsOf<typeof insatsEvents>;

type Registration = EventOf<typeof InsatsRegistered>['data'];

export interface InsatsState {
  readonly registered: Registration | null;
  readonly endsOn: BusinessDate | null;
}

const refuse = refusals({
  'insatser/insats-taken': { status: 409, text: 'Insatsen {insatsId} finns redan med andra uppgifter.' },
  'insatser/insats-not-registered': { status: 404, text: 'Insatsen {insatsId} är inte registrerad.' },
  'insatser/follow-up-mismatch': {
    status: 422,
    text: 'En insats av slaget {insatsKind} följs inte upp som {followUp}. Möjligt är: {allowed}.',
  },
  'insatser/end-before-start': { status: 422, text: 'Insatsen kan inte sluta före sin första dag, {startsOn}.' },
  'insatser/insats-ended': { status: 409, text: 'Insatsen har redan slutat {endsOn}.' },
});

/**
 * The förbund answers for following up rehabilitation (7 § lag 2003:1210), so only work on structures may go without.
 * Persons are followed up one by one or, in a volyminsats, by volume: which of the two is what the kind says.
 */
const FOLLOW_UPS: Readonly<Record<InsatsKind, readonly FollowUp[]>> = {
  individ: ['individ'],
  volym: ['volym'],
  struktur: ['volym', 'ingen'],
};

export const insatsStream = (insatsId: string): string => `insats-${insatsId}`;

export const insatsDecider: Decider<InsatsState, InsatsCommand, InsatsEvent> = {
  name: 'insatser/insats',
  commands,
  events: insatsEvents,
  stream: ({ data }) => insatsStream(data.insatsId),
  initialState: () => ({ registered: null, endsOn: null }),

  decide({ type, data }, state) {
    switch (type) {
      case 'RegisterInsats':
        return register(data, state);
      case 'EndInsats':
        return end(data, state);
      default:
        return unreachable(type);
    }
  },

  evolve(state, { type, data }) {
    switch (type) {
      case 'InsatsRegistered':
        return { ...state, registered: data };
      case 'InsatsEnded':
        return { ...state, endsOn: data.endsOn };
    }
  },
};

/** What enrolment needs to know of an insats; the edge puts it into the command. Null for an unknown insats. */
export function insatsFacts({ registered, endsOn }: InsatsState) {
  return registered && { kind: registered.insatsKind, startsOn: registered.startsOn, endsOn };
}

function register(data: Registration, { registered }: InsatsState): InsatsEvent[] {
  const { insatsId, insatsKind, followUp } = data;
  if (registered && canonicalJson(registered) === canonicalJson(data)) return [];
  if (registered) throw refuse('insatser/insats-taken', { pointer: '/insatsId', insatsId });
  const allowed = FOLLOW_UPS[insatsKind];
  if (!allowed.includes(followUp)) {
    const details = { pointer: '/followUp', insatsKind, followUp, allowed: allowed.join(', ') };
    throw refuse('insatser/follow-up-mismatch', details);
  }
  return [InsatsRegistered(data)];
}

function end(data: EventOf<typeof InsatsEnded>['data'], { registered, endsOn }: InsatsState): InsatsEvent[] {
  if (!registered) throw refuse('insatser/insats-not-registered', { pointer: '/insatsId', insatsId: data.insatsId });
  if (endsOn === data.endsOn) return [];
  if (endsOn) throw refuse('insatser/insats-ended', { pointer: '/endsOn', endsOn });
  const { startsOn } = registered;
  if (data.endsOn < startsOn) throw refuse('insatser/end-before-start', { pointer: '/endsOn', startsOn });
  return [InsatsEnded(data)];
}
