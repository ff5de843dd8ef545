// What other förbund have handed over is received here by a decision of our own; until then it is not ours.
import {
  canonicalJson,
  codeSchema,
  type CommandsOf,
  type Decider,
  decisionRefSchema,
  defineCommand,
  idSchema,
  slugSchema,
} from '@finsam/kernel';
import { z } from 'zod';
import { costBasisSchema } from './agreement';
import { type InboxEvent, inboxEvents, sha256Schema } from './inbox.events';
import { refuse } from './refusals';

export const ReceiveSharedCostBasis = defineCommand(
  'ReceiveSharedCostBasis',
  z.strictObject({
    agreementId: codeSchema,
    sender: slugSchema,
    basisId: idSchema,
    /** Of the basis as the inbox shows it: what is received is what somebody has looked at. */
    sha256: sha256Schema,
    decision: decisionRefSchema,
    /** From the exchange, and from our own agreement. */
    facts: z.strictObject({
      handedOver: z.strictObject({ sha256: sha256Schema, basis: costBasisSchema }).nullable(),
      buysFrom: slugSchema.nullable(),
    }),
  }),
);
type InboxCommand = CommandsOf<readonly [typeof ReceiveSharedCostBasis]>;

/** What has been received, by sender and basis: how it was received, as canonical JSON. */
type Inbox = ReadonlyMap<string, string>;

export const inboxStream = 'shared-cost-inbox';
export const inboxPlace = (sender: string, basisId: string): string => `${sender} ${basisId}`;

export const inboxDecider: Decider<Inbox, InboxCommand, InboxEvent> = {
  name: 'funding/shared-cost-inbox',
  commands: [ReceiveSharedCostBasis],
  events: inboxEvents,
  stream: () => inboxStream,
  initialState: () => new Map(),
  evolve: (state, { data: { agreementId, sender, sha256, basis, decision } }) =>
    new Map(state).set(
      inboxPlace(sender, basis.basisId),
      canonicalJson({ agreementId, sender, basisId: basis.basisId, sha256, decision }),
    ),
  decide: ({ data: { facts, ...asked } }, state) => {
    const { agreementId, sender, basisId, sha256, decision } = asked;
    const received = state.get(inboxPlace(sender, basisId));
    if (received === canonicalJson(asked)) return [];
    if (received !== undefined) throw refuse('funding/basis-received');
    if (!facts.handedOver) throw refuse('funding/no-such-basis');
    if (facts.handedOver.sha256 !== sha256) throw refuse('funding/basis-not-as-sent', { pointer: '/sha256' });
    if (facts.buysFrom !== sender)
      throw refuse('funding/no-agreement-to-buy', { agreementId, pointer: '/agreementId' });
    const { basis } = facts.handedOver;
    return [{ type: 'SharedCostBasisReceived', data: { agreementId, sender, sha256, basis, decision } }];
  },
};
