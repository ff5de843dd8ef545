// An invented agreement between two offices, for the specs of shared costs.
import { codeSchema, month, ore, type Ore } from '@finsam/kernel';
import { decided } from '../testing';
import type { CostBasis, PartMonth } from './agreement';
import {
  AgreeSharedCosts,
  EndSharedCosts,
  InvoiceSharedCosts,
  type SharedCostsAgreement,
} from './shared-costs.decider';
import { SharedCostsAgreed, SharedCostsEnded, SharedCostsInvoiced } from './shared-costs.events';

export const agreement: SharedCostsAgreement = {
  agreementId: codeSchema.parse('kansli-finnveden'),
  partner: { slug: 'finnveden' },
  direction: 'sells',
  from: month('2024-01'),
  parts: [
    { key: 'chef', label: 'Förbundschef', dimensions: { position: 'forbundschef' }, shareBasisPoints: 3_500 },
    { key: 'administration', activities: ['kansli'], shareBasisPoints: 5_000 },
  ],
};
const { agreementId } = agreement;

type Terms = Partial<SharedCostsAgreement>;
export const agreeing = (changes: Terms = {}, decision = decided('2023-11-24')) =>
  AgreeSharedCosts({ ...agreement, ...changes, decision, facts: { slug: 'vatterbygden' } });
export const wasAgreed = (changes: Terms = {}, decision = decided('2023-11-24')) =>
  SharedCostsAgreed({ ...agreement, ...changes, decision });
export const ending = (to: string, decision = decided('2024-06-14')) =>
  EndSharedCosts({ agreementId, to: month(to), decision });
export const hasEnded = (...of: Parameters<typeof ending>) => SharedCostsEnded(ending(...of).data);

/** Months from January on: what was booked on each, and the share of it. */
export const months = (...amounts: (readonly [base: number, share: number])[]): PartMonth[] =>
  amounts.map(([base, share], index) => ({
    month: month(`2024-${String(index + 1).padStart(2, '0')}`),
    baseOre: ore(base),
    shareOre: ore(share),
  }));

export interface Reckoned {
  readonly chef: PartMonth[];
  readonly administration: PartMonth[];
}

export const invoicing = (basisId: string, through: string, { chef, administration }: Reckoned) =>
  InvoiceSharedCosts({
    agreementId,
    basisId,
    through: month(through),
    facts: {
      position: 17,
      slug: 'vatterbygden',
      parts: [
        { key: 'chef', months: chef },
        { key: 'administration', months: administration },
      ],
    },
  });

export const basis = (
  basisId: string,
  from: string,
  through: string,
  amount: number,
  { chef, administration }: Reckoned,
): CostBasis => ({
  agreementId,
  basisId,
  seller: 'vatterbygden',
  buyer: 'finnveden',
  from: month(from),
  through: month(through),
  parts: [
    { key: 'chef', label: 'Förbundschef', shareBasisPoints: 3_500, months: chef },
    { key: 'administration', shareBasisPoints: 5_000, months: administration },
  ],
  amountOre: ore(amount),
});

export const wasInvoiced = (...of: Parameters<typeof basis>) => SharedCostsInvoiced({ ...basis(...of), position: 17 });

export const sharesOf = ({ parts }: Pick<CostBasis, 'parts'>): Ore[] =>
  parts.flatMap((part) => part.months.map(({ shareOre }) => shareOre));
