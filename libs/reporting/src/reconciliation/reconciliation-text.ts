// A reconciliation as a terminal shows it.
import type { Finding } from './finding';
import type { Severity } from './rules';

const NAMES: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  fel: ['fel', 'fel'],
  varning: ['varning', 'varningar'],
  upplysning: ['upplysning', 'upplysningar'],
};

/** `2 fel, 0 varningar, 1 upplysning`. */
export function countsText(findings: readonly Pick<Finding, 'severity'>[]): string {
  const counts = Object.entries(NAMES).map(([severity, [one, many]]) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return `${count} ${count === 1 ? one : many}`;
  });
  return counts.join(', ');
}

export function reconciliationText(title: string, findings: readonly Finding[]): string {
  const items = findings.map(({ severity, rule, place, message, cause }) =>
    [
      `${severity.toUpperCase()}  ${rule}  ${place}`,
      `  ${message}`,
      ...(cause === undefined ? [] : [`  Trolig orsak: ${cause}`]),
    ].join('\n'),
  );
  return [`${title}: ${countsText(findings)}`, ...items].join('\n\n') + '\n';
}
