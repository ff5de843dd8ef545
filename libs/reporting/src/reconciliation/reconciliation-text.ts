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

export function reconciliationText(title: string, findings: readonly Told[]): string {
  const open = findings.filter(({ accepted }) => !accepted);
  const counts = Object.entries(NAMES).map(([severity, [one, many]]) => {
    const count = open.filter((finding) => finding.severity === severity).length;
    return `${count} ${count === 1 ? one : many}`;
  });
  const accepted = findings.length - open.length;
  const all = accepted === 0 ? counts : [...counts, `${accepted} ${accepted === 1 ? 'godtagen' : 'godtagna'}`];
  return [`${title}: ${all.join(', ')}`, ...findings.map(itemOf)].join('\n\n') + '\n';
}

function itemOf({ severity, rule, place, message, cause, accepted }: Told): string {
  return [
    `${accepted ? 'GODTAGEN' : severity.toUpperCase()}  ${rule}  ${place}`,
    `  ${message}`,
    ...(cause == null ? [] : [`  Trolig orsak: ${cause}`]),
    ...(accepted ? [`  Skäl: ${accepted.reason}`] : []),
  ].join('\n');
}
