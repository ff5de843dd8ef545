// The agreements on shared costs, and what has been invoiced under each: by us, or by the other to us.
import {
  type Month,
  type EventsOf,
  type FactProjection,
  invariant,
  ore,
  type Ore,
  type OutboxProjection,
  type StateProjection,
} from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { sql } from 'kysely';
import type { CostPart } from './agreement';
import { SharedCostBasisReceived } from './inbox.events';
import type { SharedCostsAgreement } from './shared-costs.decider';
import { SharedCostsAgreed, SharedCostsEnded, SharedCostsInvoiced } from './shared-costs.events';

export type AgreementRow = {
  agreement_id: string;
  partner: string;
  direction: SharedCostsAgreement['direction'];
  from_month: Month;
  to_month: Month | null;
  parts: readonly CostPart[];
};

const agreementEvents = [SharedCostsAgreed, SharedCostsEnded] as const;

export const sharedCostAgreements: StateProjection<EventsOf<typeof agreementEvents>, AgreementRow> = {
  kind: 'state',
  table: {
    name: 'shared_cost_agreement_v1',
    columns: {
      agreement_id: 'text',
      partner: 'text',
      direction: 'text',
      from_month: 'text',
      to_month: 'text',
      parts: 'json',
    },
    nullable: ['to_month'],
  },
  events: agreementEvents,
  key: ({ data }) => data.agreementId,
  evolve(row, { type, data }) {
    if (type === 'SharedCostsEnded') {
      invariant(row, 'an agreement is made before it ends');
      return { ...row, to_month: data.to };
    }
    return {
      agreement_id: data.agreementId,
      partner: data.partner.slug,
      direction: data.direction,
      from_month: data.from,
      to_month: data.to ?? null,
      parts: data.parts,
    };
  },
};

export type InvoicedRow = {
  agreement_id: string;
  basis_id: string;
  part: string;
  month: Month;
  base_ore: Ore;
  share_ore: Ore;
};

const invoicedEvents = [SharedCostsInvoiced, SharedCostBasisReceived] as const;

/** Each row of each basis; a month that was invoiced again for a difference has several. */
export const sharedCostsInvoiced: FactProjection<EventsOf<typeof invoicedEvents>, InvoicedRow> = {
  kind: 'facts',
  table: {
    name: 'shared_cost_invoiced_v1',
    columns: {
      agreement_id: 'text',
      basis_id: 'text',
      part: 'text',
      month: 'text',
      base_ore: 'bigint',
      share_ore: 'bigint',
    },
    indexes: [['agreement_id', 'month']],
  },
  events: invoicedEvents,
  facts: (event) => {
    const { agreementId } = event.data;
    const { basisId, parts } = event.type === 'SharedCostBasisReceived' ? event.data.basis : event.data;
    return parts.flatMap(({ key, months }) =>
      months.map(({ month, baseOre, shareOre }) => ({
        agreement_id: agreementId,
        basis_id: basisId,
        part: key,
        month,
        base_ore: baseOre,
        share_ore: shareOre,
      })),
    );
  },
};

/** The kind of message in the exchange. */
export const SHARED_COST_BASIS = 'shared-cost-basis';

/** A buyer that has its books in this installation is handed a copy. */
export const handedOverBases: OutboxProjection<EventsOf<readonly [typeof SharedCostsInvoiced]>> = {
  events: [SharedCostsInvoiced],
  messages: ({ data: { position: _, ...basis } }) => [
    { receiver: { slug: basis.buyer }, kind: SHARED_COST_BASIS, key: basis.basisId, body: basis },
  ],
};

export async function sharedCostsAt(view: View): Promise<AgreementRow[]> {
  return view
    .from(sharedCostAgreements)
    .select(['agreement_id', 'partner', 'direction', 'from_month', 'to_month', 'parts'])
    .orderBy('agreement_id')
    .execute();
}

/** Null: there is no such agreement. */
export async function sharedCostsOf(view: View, agreementId: string): Promise<AgreementRow | null> {
  return (await sharedCostsAt(view)).find(({ agreement_id }) => agreement_id === agreementId) ?? null;
}

export interface InvoicedMonth {
  readonly part: string;
  readonly month: Month;
  readonly baseOre: Ore;
  readonly shareOre: Ore;
}

/** What has been invoiced of each part and month under an agreement. */
export async function invoicedUnder(view: View, agreementId: string): Promise<InvoicedMonth[]> {
  const rows = await view
    .from(sharedCostsInvoiced)
    .select([
      'part',
      'month',
      sql<number>`sum(base_ore)::bigint`.as('base'),
      sql<number>`sum(share_ore)::bigint`.as('share'),
    ])
    .where('agreement_id', '=', agreementId)
    .groupBy(['part', 'month'])
    .orderBy('month')
    .orderBy('part')
    .execute();
  return rows.map(({ part, month, base, share }) => ({ part, month, baseOre: ore(base), shareOre: ore(share) }));
}
