// A reconciliation as a terminal shows it.
import type { Acceptance } from './acceptance/acceptances.projection';
import type { Finding } from './finding';
import type { Severity } from './rules';

const NAMES: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  fel: ['fel', 'fel'],
  varning: ['varning', 'varningar'],
  upplysning: ['upplysning', 'upplysningar'],
};

/** Of a printed report, or of our own, whose findings may be accepted: such are counted apart and say why. */
type Told = Omit<Finding, 'cause'> & { readonly cause?: string | null; readonly accepted?: Acceptance | null };

/** `2 fel, 0 varningar, 1 upplysning`. */
export function countsText(findings: readonly Pick<Finding, 'severity'>[]): string {
  const counts = Object.entries(NAMES).map(([severity, [one, many]]) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return `${count} ${count === 1 ? one : many}`;
  });
  return counts.join(', ');
}

export function reconciliationText(title: string, findings: readonly Told[]): string {
  const open = findings.filter(({ accepted }) => !accepted);
  const accepted = findings.length - open.length;
  const all = countsText(open) + (accepted === 0 ? '' : `, ${accepted} ${accepted === 1 ? 'godtagen' : 'godtagna'}`);
  return [`${title}: ${all}`, ...findings.map(itemOf)].join('\n\n') + '\n';
}

function itemOf({ severity, rule, place, message, cause, accepted }: Told): string {
  return [
    `${accepted ? 'GODTAGEN' : severity.toUpperCase()}  ${rule}  ${place}`,
    `  ${message}`,
    ...(cause == null ? [] : [`  Trolig orsak: ${cause}`]),
    ...(accepted ? [`  Skäl: ${accepted.reason}`] : []),
  ].join('\n');
}
