// A finding may stand, for a reason and by decision. All of an association's are in one stream: they are few.
import {
  canonicalJson,
  type CommandsOf,
  type Decider,
  decisionRefSchema,
  defineCommand,
  impersonalLineSchema,
  parsePeriod,
  refusals,
} from '@finsam/kernel';
import { z } from 'zod';
import { type AcceptanceEvent, acceptanceEvents, type FindingRef, findingRefSchema } from './acceptance.events';

export const AcceptFinding = defineCommand(
  'AcceptFinding',
  z.strictObject({
    ...findingRefSchema.shape,
    reason: impersonalLineSchema(300).describe('Trycks i rapporten.'),
    decision: decisionRefSchema,
    /** The differences that the reconciliation finds now at the place by the rule, read by the edge. */
    facts: z.strictObject({ differences: z.array(z.number().int()) }),
  }),
);

export const WithdrawAcceptance = defineCommand(
  'WithdrawAcceptance',
  z.strictObject({ ...findingRefSchema.shape, decision: decisionRefSchema }),
);

type AcceptanceCommand = CommandsOf<readonly [typeof AcceptFinding, typeof WithdrawAcceptance]>;

const refuse = refusals({
  'reconciliation/no-such-finding': {
    status: 409,
    text: 'Avstämningen har ingen avvikelse av regeln {rule} på {place}, så det finns inget att godta.',
  },
  'reconciliation/other-difference': {
    status: 409,
    text: 'Avvikelsen på {place} är nu {found}, inte {difference}. Läs avstämningen på nytt.',
  },
  'reconciliation/not-accepted': { status: 404, text: 'Avvikelsen på {place} är inte godtagen.' },
});

/** By finding: what was said of it last, as one text, and whether that was that it stands. */
type Acceptances = ReadonlyMap<string, { readonly accepted: boolean; readonly said: string }>;

export const reconciliationStream = 'reconciliation';

export const acceptanceDecider: Decider<Acceptances, AcceptanceCommand, AcceptanceEvent> = {
  name: 'reporting/reconciliation',
  commands: [AcceptFinding, WithdrawAcceptance],
  events: acceptanceEvents,
  stream: () => reconciliationStream,
  initialState: () => new Map(),
  evolve: (state, { type, data }) =>
    new Map(state).set(acceptanceKey(data), {
      accepted: type === 'FindingAccepted',
      said: canonicalJson('reason' in data ? [data.reason, data.decision] : data.decision),
    }),
  decide: (command, state) => {
    const { rule, place, difference } = command.data;
    const standing = state.get(acceptanceKey(command.data));
    if (command.type === 'WithdrawAcceptance') {
      if (standing?.accepted) return [{ type: 'FindingAcceptanceWithdrawn', data: command.data }];
      if (standing?.said === canonicalJson(command.data.decision)) return [];
      throw refuse('reconciliation/not-accepted', { place, pointer: '/place' });
    }
    const { facts, ...data } = command.data;
    if (standing?.accepted && standing.said === canonicalJson([data.reason, data.decision])) return [];
    const [found] = facts.differences;
    if (found === undefined) throw refuse('reconciliation/no-such-finding', { rule, place, pointer: '/place' });
    if (!facts.differences.includes(difference))
      throw refuse('reconciliation/other-difference', { place, difference, found, pointer: '/difference' });
    return [{ type: 'FindingAccepted', data }];
  },
};

/** The same days are the same reconciliation, however the period is written. */
export function acceptanceKey({ period, ...finding }: FindingRef): string {
  const { from, to } = parsePeriod(period);
  return `${from} ${to} ${findingKey(finding)}`;
}

/** What makes two findings of one period the same. */
export function findingKey({ rule, place, difference }: Omit<FindingRef, 'period'>): string {
  return `${rule} ${place} ${difference}`;
}
