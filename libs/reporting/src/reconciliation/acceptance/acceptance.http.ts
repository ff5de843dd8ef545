// The reconciliation of our own tables over HTTP: what it finds, and decisions that a finding may stand.
import { parsePeriod, periodCodeSchema } from '@finsam/kernel';
import { commandRoute, type Edge, recordOf, type Route, withView } from '@finsam/platform';
import { reconciliationOf, reportGroups } from '../../rendering/render';
import { AcceptFinding, WithdrawAcceptance } from './acceptance.decider';
import { type AcceptedFinding, openErrors } from './acceptances.projection';

/** `open`: how many errors stop the report from being adopted. */
export function ownReconciliation(period: string, findings: readonly AcceptedFinding[]) {
  return {
    period,
    open: openErrors(findings).length,
    findings: findings.map(({ rule, severity, place, message, cause, difference = 0, cells, accepted }) => ({
      rule,
      severity,
      place,
      message,
      cause: cause ?? null,
      difference,
      figures: cells,
      accepted,
    })),
  };
}

/** What the finding that is accepted differs by now, at the end of the log. Only a period has a reconciliation. */
async function findingFacts({ databases, association, store }: Edge, asked: Readonly<Record<string, unknown>>) {
  const { success, data: code } = periodCodeSchema.safeParse(asked['period']);
  if (!success) return { differences: [] };
  const period = parsePeriod(code);
  const at = await store.head(recordOf(association));
  const findings = await withView(databases.association(association), reportGroups, { at }, (view) =>
    reconciliationOf(view, period),
  );
  const meant = findings.filter(({ rule, place }) => rule === asked['rule'] && place === asked['place']);
  return { differences: meant.map(({ difference = 0 }) => difference) };
}

const ofPeriod = { params: { period: 'text' } } as const;

export const acceptanceRoutes: readonly Route[] = [
  commandRoute({
    ...ofPeriod,
    operation: 'reconciliation.accept',
    path: 'reconciliation/:period/acceptances',
    summary: 'Godta en avvikelse i avstämningen, med ett skäl som trycks i rapporten',
    command: AcceptFinding,
    facts: findingFacts,
  }),
  commandRoute({
    ...ofPeriod,
    operation: 'reconciliation.withdraw',
    path: 'reconciliation/:period/withdrawals',
    summary: 'Ta tillbaka att en avvikelse är godtagen',
    command: WithdrawAcceptance,
  }),
];
