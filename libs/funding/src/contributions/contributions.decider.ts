// What the members have promised for a year. Money that came in is booked in the fiscal year, not here.
import { canonicalJson, codeSchema, type CommandsOf, type Decider, defineCommand } from '@finsam/kernel';
import { z } from 'zod';
import {
  agreementSchema,
  agreementsSchema,
  type ContributionPromise,
  type ContributionsEvent,
  contributionsEvents,
} from './contributions.events';
import { checkInstalments, refuse } from './promise';

// `facts`: the paying members, read by the edge from the association's own stream.
const facts = z.strictObject({ members: z.array(codeSchema) });

export const AgreeContribution = defineCommand('AgreeContribution', agreementSchema.extend({ facts }));
/** Several members by one decision: all of them, or none. */
export const AgreeContributions = defineCommand('AgreeContributions', agreementsSchema.extend({ facts }));
type ContributionsCommand = CommandsOf<readonly [typeof AgreeContribution, typeof AgreeContributions]>;

/** The latest agreement of each member, as canonical JSON. */
type Contributions = Map<string, string>;

export const contributionsDecider: Decider<Contributions, ContributionsCommand, ContributionsEvent> = {
  name: 'funding/contributions',
  commands: [AgreeContribution, AgreeContributions],
  events: contributionsEvents,
  stream: ({ data }) => `contributions-${data.year}`,
  initialState: () => new Map(),
  evolve: (state, { data }) => state.set(data.memberId, canonicalJson(data)),
  decide: (command, state) => {
    const { year, decision } = command.data;
    return promisesOf(command)
      .map((promise): ContributionsEvent['data'] => ({ ...promise, year, decision }))
      .filter((agreement) => state.get(agreement.memberId) !== canonicalJson(agreement))
      .map((data) => ({ type: 'ContributionAgreed', data }));
  },
};

/** What is promised, once it is found to be in order. Throws `DomainError`. */
function promisesOf({ type, data }: ContributionsCommand): ContributionPromise[] {
  const several = type === 'AgreeContributions';
  const promises = several ? data.agreements : [promiseIn(data)];
  const seen = new Set<string>();
  promises.forEach(({ memberId, ...promise }, index) => {
    const at = several ? `/agreements/${index}` : '';
    const pointer = `${at}/memberId`;
    if (!data.facts.members.includes(memberId)) throw refuse('funding/unknown-member', { member: memberId, pointer });
    if (seen.has(memberId)) throw refuse('funding/member-twice', { member: memberId, pointer });
    seen.add(memberId);
    checkInstalments(data.year, promise, `${at}/instalments`);
  });
  return promises;
}

function promiseIn({ memberId, amountOre, instalments }: ContributionPromise): ContributionPromise {
  return { memberId, amountOre, ...(instalments && { instalments }) };
}
