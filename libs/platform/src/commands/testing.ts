// A jar that coins are put into: a small decider of its own, so that the runner is shown without a room.
import { type CommandsOf, type Decider, defineCommand, defineEvent, type EventsOf, refusals } from '@finsam/kernel';
import { z } from 'zod';

const jar = z.string().min(1);
const coins = z.number().int();

export const PutCoins = defineCommand(
  'PutCoins',
  z.strictObject({ jar, coins, facts: z.strictObject({ allowed: z.boolean() }) }),
);
export const ShareOut = defineCommand('ShareOut', z.strictObject({ jar, among: z.number().int().min(0).max(9) }));

/** At first a pot and its money, then a pot and its coins. */
export const CoinsPut = defineEvent('CoinsPut', 3, z.strictObject({ jar, coins: coins.min(1) }), {
  1: ({ money, ...rest }: { money: number }) => ({ ...rest, coins: money }),
  2: ({ pot, ...rest }: { pot: string }) => ({ ...rest, jar: pot }),
});
export const ShareTaken = defineEvent('ShareTaken', 1, z.strictObject({ jar, share: z.number().int() }));

type JarCommand = CommandsOf<readonly [typeof PutCoins, typeof ShareOut]>;
type JarEvent = EventsOf<readonly [typeof CoinsPut, typeof ShareTaken]>;

const refuse = refusals({ 'jar/not-allowed': { status: 409, text: 'Burken {jar} är stängd.' } });

/** Each put is an event, also of coins that were put before: what makes a repeat harmless is the runner. */
export const jarDecider: Decider<{ coins: number }, JarCommand, JarEvent> = {
  name: 'test/jar',
  commands: [PutCoins, ShareOut],
  events: [CoinsPut, ShareTaken],
  stream: ({ data }) => `jar-${data.jar}`,
  initialState: () => ({ coins: 0 }),
  evolve: (state, event) => ({ coins: state.coins + (event.type === 'CoinsPut' ? event.data.coins : 0) }),
  decide: (command, state) => {
    if (command.type === 'ShareOut') {
      const { among } = command.data;
      const share = { jar: command.data.jar, share: Math.floor(state.coins / Math.max(1, among)) };
      return Array.from({ length: among }, () => ShareTaken(share));
    }
    const { jar: name, coins: put, facts } = command.data;
    if (!facts.allowed) throw refuse('jar/not-allowed', { jar: name });
    return [CoinsPut({ jar: name, coins: put })];
  },
};

export const put = (name: string, count = 1, allowed = true) =>
  PutCoins({ jar: name, coins: count, facts: { allowed } });
export const share = (name: string, among: number) => ShareOut({ jar: name, among });
