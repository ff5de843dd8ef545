// The association's own list of avslutsorsaker.
import {
  canonicalJson,
  type CommandsOf,
  type Decider,
  decisionRefSchema,
  defineCommand,
  type EventOf,
  type EventsOf,
  refusals,
} from '@finsam/kernel';
import { z } from 'zod';
import { ExitReasonsAdopted, exitReasonsEvents, exitReasonSchema } from './exit-reasons.events';

export const AdoptExitReasons = defineCommand(
  'AdoptExitReasons',
  z.strictObject({ reasons: z.array(exitReasonSchema).min(1).max(40), decision: decisionRefSchema }),
);

const commands = [AdoptExitReasons] as const;
export type ExitReasonsCommand = CommandsOf<typeof commands>;
export type ExitReasonsEvent = EventsOf<typeof exitReasonsEvents>;

export interface ExitReasonsState {
  readonly adopted: EventOf<typeof ExitReasonsAdopted>['data'] | null;
}

const refuse = refusals({
  'insatser/exit-reason-repeated': { status: 422, text: 'Avslutsorsaken {code} står två gånger i listan.' },
});

/** One stream per association's log. */
export const exitReasonsStream = 'exit-reasons';

export const exitReasonsDecider: Decider<ExitReasonsState, ExitReasonsCommand, ExitReasonsEvent> = {
  name: 'insatser/exit-reasons',
  commands,
  events: exitReasonsEvents,
  stream: () => exitReasonsStream,
  initialState: () => ({ adopted: null }),

  decide({ data }, { adopted }) {
    if (canonicalJson(adopted) === canonicalJson(data)) return [];
    data.reasons.forEach(({ code }, place) => {
      if (data.reasons.findIndex((other) => other.code === code) === place) return;
      throw refuse('insatser/exit-reason-repeated', { pointer: `/reasons/${place}/code`, code });
    });
    return [ExitReasonsAdopted(data)];
  },

  evolve: (_, { data }) => ({ adopted: data }),
};

/** What an exit needs to know of the list; the edge puts it into the command. */
export function exitReasonCodes({ adopted }: ExitReasonsState): string[] {
  return adopted ? adopted.reasons.map(({ code }) => code) : [];
}
