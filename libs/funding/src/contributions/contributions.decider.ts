// What the members have promised for a year. Money that came in is booked in the fiscal year, not here.
import { canonicalJson, codeSchema, type CommandsOf, type Decider, defineCommand, refusals } from '@finsam/kernel';
import { z } from 'zod';
import { agreementSchema, type ContributionsEvent, contributionsEvents } from './contributions.events';

export const AgreeContribution = defineCommand(
  'AgreeContribution',
  // `facts`: the paying members, read by the edge from the association's own stream.
  agreementSchema.extend({ facts: z.strictObject({ members: z.array(codeSchema) }) }),
);
type ContributionsCommand = CommandsOf<readonly [typeof AgreeContribution]>;

const refuse = refusals({
  'funding/unknown-member': { status: 422, text: '{member} är inte en betalande medlem i förbundet.' },
});

/** The latest agreement of each member, as canonical JSON. */
type Contributions = Map<string, string>;

export const contributionsDecider: Decider<Contributions, ContributionsCommand, ContributionsEvent> = {
  name: 'funding/contributions',
  commands: [AgreeContribution],
  events: contributionsEvents,
  stream: ({ data }) => `contributions-${data.year}`,
  initialState: () => new Map(),
  evolve: (state, { data }) => state.set(data.memberId, canonicalJson(data)),
  decide: ({ data: { facts, ...agreement } }, state) => {
    const { memberId } = agreement;
    if (!facts.members.includes(memberId))
      throw refuse('funding/unknown-member', { member: memberId, pointer: '/memberId' });
    return state.get(memberId) === canonicalJson(agreement) ? [] : [{ type: 'ContributionAgreed', data: agreement }];
  },
};
