// What is granted and on which terms, and everything that has happened to each grant's money.
import {
  type BusinessDate,
  type DecisionRef,
  type EventsOf,
  type FactProjection,
  invariant,
  type Ore,
  type StateProjection,
} from '@finsam/kernel';
import { GrantDecided, GrantEnded, type GrantEvent, grantEvents, GrantRevised } from './grant.events';

export type GrantRow = {
  grant_id: string;
  activity: string;
  insats_id: string | null;
  from_date: BusinessDate;
  to_date: BusinessDate;
  amounts: readonly { year: number; amountOre: Ore }[];
  conditions: readonly string[];
  deduction_basis_points: number | null;
  decision: DecisionRef;
  ended_on: BusinessDate | null;
};

const termEvents = [GrantDecided, GrantRevised, GrantEnded] as const;

export const grants: StateProjection<EventsOf<typeof termEvents>, GrantRow> = {
  kind: 'state',
  table: {
    name: 'grant_v1',
    columns: {
      grant_id: 'text',
      activity: 'text',
      insats_id: 'text',
      from_date: 'date',
      to_date: 'date',
      amounts: 'json',
      conditions: 'json',
      deduction_basis_points: 'integer',
      decision: 'json',
      ended_on: 'date',
    },
    nullable: ['insats_id', 'deduction_basis_points', 'ended_on'],
  },
  events: termEvents,
  key: ({ data }) => data.grantId,
  evolve: (row, event) => {
    if (event.type === 'GrantDecided') {
      const { grantId, activity, insatsId = null } = event.data;
      return { grant_id: grantId, activity, insats_id: insatsId, ...termsOf(event.data), ended_on: null };
    }
    invariant(row, 'a grant is decided before it is revised or ended');
    return event.type === 'GrantRevised' ? { ...row, ...termsOf(event.data) } : { ...row, ended_on: event.data.on };
  },
};

function termsOf(data: EventsOf<readonly [typeof GrantDecided, typeof GrantRevised]>['data']) {
  return {
    from_date: data.from,
    to_date: data.to,
    amounts: data.amounts,
    conditions: data.conditions,
    deduction_basis_points: data.generalDeductionBasisPoints ?? null,
    decision: data.decision,
  };
}

export type GrantHistoryRow = {
  grant_id: string;
  what: GrantEvent['type'];
  /** Of a movement: the grant's year that it is of, and how much. */
  of_year: number | null;
  amount_ore: Ore | null;
  /** The day it happened: of the decision, or of the movement. */
  happened_on: BusinessDate;
  /** The terms that were decided, or the id of the movement and the voucher it stands in. */
  told: Readonly<Record<string, unknown>>;
};

export const grantHistory: FactProjection<GrantEvent, GrantHistoryRow> = {
  kind: 'facts',
  table: {
    name: 'grant_history_v1',
    columns: {
      grant_id: 'text',
      what: 'text',
      of_year: 'integer',
      amount_ore: 'bigint',
      happened_on: 'date',
      told: 'json',
    },
    nullable: ['of_year', 'amount_ore'],
    indexes: [['grant_id']],
  },
  events: grantEvents,
  facts: (event) => [rowOf(event)],
};

function rowOf(event: GrantEvent): GrantHistoryRow {
  const { type, data } = event;
  return {
    grant_id: data.grantId,
    what: type,
    of_year: 'amountOre' in data ? data.year : null,
    amount_ore: 'amountOre' in data ? data.amountOre : null,
    happened_on: 'on' in data ? data.on : data.decision.on,
    told: toldOf(event),
  };
}

function toldOf({ type, data }: GrantEvent): GrantHistoryRow['told'] {
  switch (type) {
    case 'GrantDecided':
      return { activity: data.activity, insatsId: data.insatsId ?? null, ...toldTerms(data) };
    case 'GrantRevised':
      return toldTerms(data);
    case 'GrantRequisitioned':
      return { requisitionId: data.requisitionId, year: data.year, amountOre: data.amountOre };
    case 'GrantPaid': {
      const { paymentId, year, amountOre, voucher = null } = data;
      return { paymentId, year, amountOre, voucher };
    }
    case 'GrantRepaid': {
      const { repaymentId, year, amountOre, voucher = null } = data;
      return { repaymentId, year, amountOre, voucher };
    }
    case 'GrantEnded':
      return { decision: data.decision };
  }
}

function toldTerms(data: Parameters<typeof termsOf>[0]): GrantHistoryRow['told'] {
  const { from_date, to_date, deduction_basis_points, ...same } = termsOf(data);
  return { from: from_date, to: to_date, generalDeductionBasisPoints: deduction_basis_points, ...same };
}
