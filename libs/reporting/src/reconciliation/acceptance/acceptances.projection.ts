// Which findings stand by decision, and why.
import { type BusinessDate, type DecisionRef, parsePeriod, type Period, type StateProjection } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import type { Finding } from '../finding';
import { acceptanceKey, findingKey } from './acceptance.decider';
import { type AcceptanceEvent, acceptanceEvents } from './acceptance.events';

export type AcceptanceRow = {
  period_from: BusinessDate;
  period_to: BusinessDate;
  rule: string;
  place: string;
  difference: number;
  reason: string;
  decision: DecisionRef;
};

export interface Acceptance {
  readonly reason: string;
  readonly decision: DecisionRef;
}

export interface AcceptedFinding extends Finding {
  /** null: nobody has accepted it as it is now. */
  readonly accepted: Acceptance | null;
}

/** A row for each acceptance that stands; one that is withdrawn is gone. */
export const acceptances: StateProjection<AcceptanceEvent, AcceptanceRow> = {
  kind: 'state',
  table: {
    name: 'finding_acceptance_v1',
    columns: {
      period_from: 'date',
      period_to: 'date',
      rule: 'text',
      place: 'text',
      difference: 'bigint',
      reason: 'text',
      decision: 'json',
    },
  },
  events: acceptanceEvents,
  key: ({ data }) => acceptanceKey(data),
  evolve: (_, { type, data }) => {
    if (type === 'FindingAcceptanceWithdrawn') return null;
    const { period, rule, place, difference, reason, decision } = data;
    const { from, to } = parsePeriod(period);
    return { period_from: from, period_to: to, rule, place, difference, reason, decision };
  },
};

/** By finding, of the period's days. */
export async function acceptancesOf(view: View, { from, to }: Period): Promise<ReadonlyMap<string, Acceptance>> {
  const rows = await view
    .from(acceptances)
    .select(['rule', 'place', 'difference', 'reason', 'decision'])
    .where('period_from', '=', from)
    .where('period_to', '=', to)
    .execute();
  return new Map(rows.map(({ reason, decision, ...finding }) => [findingKey(finding), { reason, decision }]));
}

/** An acceptance covers a finding as long as rule, place and difference are the same. */
export function withAcceptances(
  findings: readonly Finding[],
  known: ReadonlyMap<string, Acceptance>,
): AcceptedFinding[] {
  return findings.map((finding) => {
    const { rule, place, difference = 0 } = finding;
    return { ...finding, accepted: known.get(findingKey({ rule, place, difference })) ?? null };
  });
}

/** What stops a report: errors that nobody has accepted. */
export function openErrors<F extends AcceptedFinding>(findings: readonly F[]): F[] {
  return findings.filter(({ severity, accepted }) => severity === 'fel' && accepted === null);
}
