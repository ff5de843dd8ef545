// Agreements on shared costs and what other förbund have handed over, over HTTP. What is reckoned from the books is
// served where the books can be read.
import { createHash } from 'node:crypto';
import { associationState } from '@finsam/associations';
import { type AssociationId, canonicalJson, codeSchema } from '@finsam/kernel';
import {
  type ActionRoute,
  commandRoute,
  type Databases,
  type Edge,
  listAssociations,
  queryRoute,
  readAsAssociation,
  type Route,
} from '@finsam/platform';
import { fundingGroup } from './room';
import { type CostBasis, costBasisSchema } from './shared-costs/agreement';
import { inboxDecider, inboxPlace, inboxStream, ReceiveSharedCostBasis } from './shared-costs/inbox.decider';
import {
  AgreeSharedCosts,
  EndSharedCosts,
  sharedCostsDecider,
  sharedCostsStream,
} from './shared-costs/shared-costs.decider';
import { SHARED_COST_BASIS, sharedCostsAt } from './shared-costs/shared-costs.projection';

interface HandedOver {
  readonly sender: string;
  readonly sha256: string;
  readonly basis: CostBasis;
}

/** What has been handed to this association, of what it is: from the one who sent it, to the one who reads it. */
async function handedOver(databases: Databases, association: AssociationId): Promise<HandedOver[]> {
  const messages = await readAsAssociation(databases.association(association), SHARED_COST_BASIS);
  const slugs = new Map((await listAssociations(databases)).map(({ id, slug }) => [id as number, slug]));
  return messages.flatMap(({ sender, body }) => {
    const basis = costBasisSchema.safeParse(body);
    if (!basis.success) return [];
    const [from, to] = [slugs.get(sender), slugs.get(association)];
    if (from === undefined || basis.data.seller !== from || basis.data.buyer !== to) return [];
    return [{ sender: from, sha256: sha256Of(basis.data), basis: basis.data }];
  });
}

const sha256Of = (basis: CostBasis) => createHash('sha256').update(canonicalJson(basis)).digest('hex');

const inbox: ActionRoute = {
  kind: 'action',
  method: 'get',
  audience: 'association',
  operation: 'shared-costs.inbox',
  path: 'shared-cost-inbox',
  summary: 'Underlag som andra förbund har lämnat och som inte är mottagna',
  act: async ({ association, services: { commands, databases } }) => {
    const received = await commands.stateOf(inboxDecider, association!, inboxStream);
    const waiting = (await handedOver(databases, association!)).filter(
      ({ sender, basis }) => !received.has(inboxPlace(sender, basis.basisId)),
    );
    return { status: 200, body: { waiting } };
  },
};

async function receivingFacts({ association, commands, databases }: Edge, data: Readonly<Record<string, unknown>>) {
  const found = (await handedOver(databases, association)).find(
    ({ sender, basis }) => sender === data['sender'] && basis.basisId === data['basisId'],
  );
  const code = codeSchema.safeParse(data['agreementId']);
  const state = code.success
    ? await commands.stateOf(sharedCostsDecider, association, sharedCostsStream(code.data))
    : undefined;
  const buys = state?.agreement?.direction === 'buys' ? state.agreement.partner.slug : null;
  return { handedOver: found ? { sha256: found.sha256, basis: found.basis } : null, buysFrom: buys };
}

const ofAgreement = { params: { agreementId: 'text' } } as const;

export const sharedCostRoutes: readonly Route[] = [
  inbox,
  commandRoute({
    operation: 'shared-costs.receive-basis',
    path: 'shared-cost-inbox/:sender/:basisId',
    summary: 'Ta emot ett underlag som ett annat förbund har lämnat',
    params: { sender: 'text', basisId: 'text' },
    command: ReceiveSharedCostBasis,
    facts: receivingFacts,
  }),
  commandRoute({
    operation: 'shared-costs.agree',
    path: 'shared-costs',
    summary: 'Anteckna ett avtal om kostnader som delas med ett annat förbund',
    command: AgreeSharedCosts,
    facts: async (edge) => ({ slug: (await associationState(edge)).registered?.slug ?? null }),
  }),
  queryRoute({
    operation: 'shared-costs.list',
    path: 'shared-costs',
    summary: 'Avtal om delade kostnader',
    groups: [fundingGroup],
    answer: async (view) => ({ agreements: await sharedCostsAt(view) }),
  }),
  commandRoute({
    ...ofAgreement,
    operation: 'shared-costs.end',
    path: 'shared-costs/:agreementId/end',
    summary: 'Avsluta ett avtal om delade kostnader',
    command: EndSharedCosts,
  }),
];
