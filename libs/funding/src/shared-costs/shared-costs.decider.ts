// One agreement on shared costs: agreed, invoiced month after month, ended.
import {
  businessDateSchema,
  canonicalJson,
  codeSchema,
  type CommandsOf,
  type Decider,
  defineCommand,
  idSchema,
  type Month,
  monthAfter,
  monthSchema,
  monthsThrough,
  slugSchema,
  unreachable,
} from '@finsam/kernel';
import { z } from 'zod';
import { partMonthSchema, sharedCostsSchema } from './agreement';
import { basisOf, type Booked, bookOn } from './invoice-basis';
import { refuse } from './refusals';
import { SharedCostsAgreed, SharedCostsEnded, type SharedCostsEvent, sharedCostsEvents } from './shared-costs.events';

export const AgreeSharedCosts = defineCommand(
  'AgreeSharedCosts',
  // `facts`: our own address.
  SharedCostsAgreed.schema.extend({ facts: z.strictObject({ slug: slugSchema.nullable() }) }),
);
export const EndSharedCosts = defineCommand('EndSharedCosts', SharedCostsEnded.schema);
export const InvoiceSharedCosts = defineCommand(
  'InvoiceSharedCosts',
  z.strictObject({
    agreementId: codeSchema,
    basisId: idSchema,
    through: monthSchema,
    dueOn: businessDateSchema.optional(),
    /** What the edge has summed from the books at one position: every part, every month since the agreement began. */
    facts: z.strictObject({
      position: z.number().int().min(0),
      slug: slugSchema.nullable(),
      parts: z.array(z.strictObject({ key: codeSchema, months: z.array(partMonthSchema) })),
    }),
  }),
);
type SharedCostsCommand = CommandsOf<
  readonly [typeof AgreeSharedCosts, typeof EndSharedCosts, typeof InvoiceSharedCosts]
>;
type Invoice = z.output<typeof InvoiceSharedCosts.schema>;
export type SharedCostsAgreement = z.output<typeof sharedCostsSchema>;

export interface SharedCosts {
  /** As agreed, and with the month it was ended with since. */
  readonly agreement: SharedCostsAgreement | null;
  /** The agreement and its end as canonical JSON, to know a repeat by. */
  readonly agreed: string | undefined;
  readonly ended: string | undefined;
  /** The last month that is invoiced. */
  readonly through: Month | undefined;
  readonly bases: ReadonlySet<string>;
  /** What has been invoiced so far of each part and month. */
  readonly invoiced: Booked;
}

export const sharedCostsStream = (agreementId: string): string => `shared-costs-${agreementId}`;

export const sharedCostsDecider: Decider<SharedCosts, SharedCostsCommand, SharedCostsEvent> = {
  name: 'funding/shared-costs',
  commands: [AgreeSharedCosts, EndSharedCosts, InvoiceSharedCosts],
  events: sharedCostsEvents,
  stream: ({ data }) => sharedCostsStream(data.agreementId),
  initialState: () => ({
    agreement: null,
    agreed: undefined,
    ended: undefined,
    through: undefined,
    bases: new Set(),
    invoiced: new Map(),
  }),
  evolve: (state, { type, data }) => {
    switch (type) {
      case 'SharedCostsAgreed': {
        const { decision: _, ...agreement } = data;
        return { ...state, agreement, agreed: canonicalJson(data) };
      }
      case 'SharedCostsEnded':
        return { ...state, agreement: { ...state.agreement!, to: data.to }, ended: canonicalJson(data) };
      case 'SharedCostsInvoiced': {
        const bases = new Set([...state.bases, data.basisId]);
        return { ...state, bases, through: data.through, invoiced: bookOn(state.invoiced, data.parts) };
      }
    }
  },
  decide: (command, state) => {
    if (command.type === 'AgreeSharedCosts') return agree(command.data, state);
    if (!state.agreement) throw refuse('funding/no-shared-costs', { pointer: '/agreementId' });
    switch (command.type) {
      case 'EndSharedCosts':
        return end(command.data, state, state.agreement);
      case 'InvoiceSharedCosts':
        return state.bases.has(command.data.basisId) ? [] : invoice(command.data, state, state.agreement);
      default:
        return unreachable(command);
    }
  },
};

function agree(
  { facts, ...data }: z.output<typeof AgreeSharedCosts.schema>,
  { agreed }: SharedCosts,
): SharedCostsEvent[] {
  if (agreed === canonicalJson(data)) return [];
  if (agreed !== undefined) throw refuse('funding/shared-costs-agreed', { pointer: '/agreementId' });
  const { partner, from, to, parts } = data;
  if (partner.slug === facts.slug) throw refuse('funding/shared-with-itself', { pointer: '/partner/slug' });
  if (to !== undefined && to < from) throw refuse('funding/ends-before-start', { month: from, pointer: '/to' });
  parts.forEach(({ key }, index) => {
    if (parts.findIndex((part) => part.key === key) < index)
      throw refuse('funding/cost-part-twice', { part: key, pointer: `/parts/${index}/key` });
  });
  return [{ type: 'SharedCostsAgreed', data }];
}

function end(
  data: z.output<typeof EndSharedCosts.schema>,
  { ended, through }: SharedCosts,
  { from, to }: SharedCostsAgreement,
): SharedCostsEvent[] {
  if (ended === canonicalJson(data)) return [];
  if (ended !== undefined) throw refuse('funding/shared-costs-ended', { month: to });
  if (data.to < from) throw refuse('funding/ends-before-start', { month: from, pointer: '/to' });
  if (to !== undefined && data.to > to) throw refuse('funding/after-shared-costs', { month: to, pointer: '/to' });
  if (through !== undefined && data.to < through)
    throw refuse('funding/month-invoiced', { month: through, pointer: '/to' });
  return [{ type: 'SharedCostsEnded', data }];
}

const MONTHS_AT_ONCE = 12;

function invoice(
  { agreementId, basisId, through, dueOn, facts }: Invoice,
  state: SharedCosts,
  agreement: SharedCostsAgreement,
): SharedCostsEvent[] {
  const { direction, from: begins, to: ends, partner } = agreement;
  const pointer = '/through';
  if (direction !== 'sells') throw refuse('funding/not-the-seller', { pointer: '/agreementId' });
  if (facts.slug === null) throw refuse('funding/no-address');
  // What is invoiced begins where the last basis ended: there is no way to leave a month out, or to take one twice.
  const from = state.through === undefined ? begins : monthAfter(state.through);
  if (through < from && state.through !== undefined)
    throw refuse('funding/month-invoiced', { month: state.through, pointer });
  if (through < from) throw refuse('funding/before-shared-costs', { month: begins, pointer });
  if (ends !== undefined && through > ends) throw refuse('funding/after-shared-costs', { month: ends, pointer });
  const months = monthsThrough(from, through).length;
  if (months > MONTHS_AT_ONCE) throw refuse('funding/too-many-months', { months, pointer });
  const parts = basisOf(agreement, from, through, facts.parts, state.invoiced);
  const amountOre = parts.amountOre;
  if (amountOre === 0) throw refuse('funding/nothing-to-invoice', { from, through, pointer });
  const { position, slug } = facts;
  const parties = { seller: slug, buyer: partner.slug };
  const basis = { agreementId, basisId, ...parties, from, through, parts: parts.parts, amountOre };
  return [
    {
      type: 'SharedCostsInvoiced',
      data: { ...basis, ...(dueOn && { dueOn }), position },
    },
  ];
}
