// What happened to the members' contributions: asked for, come in, gone back. A correction takes its part away again.
import {
  addOre,
  type BusinessDate,
  type EventsOf,
  type FactProjection,
  negateOre,
  ore,
  type Ore,
  ZERO,
} from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { sql } from 'kysely';
import {
  ContributionInvoiced,
  ContributionLinked,
  ContributionReceived,
  ContributionRepaid,
  ImportedVoucherReplaced,
  VoucherCorrected,
} from '../fiscal-year.events';
import { type ContributionMovement, contributionMovementSchema } from '../kinds';
import { contributionIn, type Movement, turned } from '../posting/contribution';

export type ContributionMovementRow = {
  /** The year that the contribution is of: last year's may come this year. */
  fiscal_year: number;
  movement_date: BusinessDate;
  member_id: string;
  movement: ContributionMovement;
  amount_ore: Ore;
  voucher_id: string;
};

const events = [
  ContributionInvoiced,
  ContributionReceived,
  ContributionRepaid,
  ContributionLinked,
  ImportedVoucherReplaced,
  VoucherCorrected,
] as const;

export const contributionMovementFacts: FactProjection<EventsOf<typeof events>, ContributionMovementRow> = {
  kind: 'facts',
  table: {
    name: 'contribution_movement_v1',
    columns: {
      fiscal_year: 'integer',
      movement_date: 'date',
      member_id: 'text',
      movement: 'text',
      amount_ore: 'bigint',
      voucher_id: 'text',
    },
    indexes: [['fiscal_year', 'movement_date']],
  },
  events,
  facts: (event) => {
    if (event.type === 'ContributionLinked') {
      const { year, date, memberId, movement, amountOre, voucherId } = event.data;
      return rowsOf(year, { date, voucherId }, { memberId, movement, amountOre });
    }
    if (event.type === 'ImportedVoucherReplaced') return takenBackWith(event.data);
    const { year, voucher } = event.data;
    if (event.type !== 'VoucherCorrected') return rowsOf(year, voucher, contributionIn(event)!);
    const taken = event.data.contribution;
    return taken ? rowsOf(year, voucher, turned(taken)) : [];
  },
};

/** What settled last year's claims is of last year's contribution. */
function rowsOf(
  year: number,
  { date, voucherId }: { readonly date: BusinessDate; readonly voucherId: string },
  { memberId, movement, amountOre, ofEarlierYearOre = ZERO }: Movement,
): ContributionMovementRow[] {
  const row = { movement_date: date, member_id: memberId, movement, voucher_id: voucherId };
  const parts = [
    { ...row, fiscal_year: year - 1, amount_ore: ofEarlierYearOre },
    { ...row, fiscal_year: year, amount_ore: addOre(amountOre, negateOre(ofEarlierYearOre)) },
  ];
  return parts.filter(({ amount_ore }) => amount_ore !== 0);
}

/** What rows of the replaced voucher had been linked as is no longer so; the new ones are linked anew. */
function takenBackWith(data: EventsOf<readonly [typeof ImportedVoucherReplaced]>['data']): ContributionMovementRow[] {
  const { year, replaces: voucherId, takenBack } = data;
  return takenBack.rows.flatMap(({ amountOre: booked, dimensions: { bidrag, member } }) => {
    const movement = contributionMovementSchema.safeParse(bidrag);
    if (!movement.success || member === undefined) return [];
    const amountOre = movement.data === 'repaid' ? negateOre(booked) : booked;
    return rowsOf(year, { date: takenBack.date, voucherId }, { memberId: member, movement: movement.data, amountOre });
  });
}

export interface ContributionMoved {
  readonly memberId: string;
  readonly movement: ContributionMovement;
  readonly amountOre: Ore;
}

/** Summed per member and movement, of a fiscal year up to and with a day. */
export async function contributionMovements(view: View, year: number, to: BusinessDate): Promise<ContributionMoved[]> {
  const rows = await view
    .from(contributionMovementFacts)
    .select(['member_id', 'movement', sql<number>`sum(amount_ore)::bigint`.as('amount')])
    .where('fiscal_year', '=', year)
    .where('movement_date', '<=', to)
    .groupBy(['member_id', 'movement'])
    .orderBy('member_id')
    .orderBy('movement')
    .execute();
  return rows.map(({ member_id, movement, amount }) => ({ memberId: member_id, movement, amountOre: ore(amount) }));
}
