// A reconciliation as a terminal shows it.
import type { Finding } from './finding';
import type { Severity } from './rules';

const NAMES: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  fel: ['fel', 'fel'],
  varning: ['varning', 'varningar'],
  upplysning: ['upplysning', 'upplysningar'],
};

export function reconciliationText(title: string, findings: readonly Finding[]): string {
  const counts = Object.entries(NAMES).map(([severity, [one, many]]) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return `${count} ${count === 1 ? one : many}`;
  });
  const items = findings.map(({ severity, rule, place, message, cause }) =>
    [
      `${severity.toUpperCase()}  ${rule}  ${place}`,
      `  ${message}`,
      ...(cause === undefined ? [] : [`  Trolig orsak: ${cause}`]),
    ].join('\n'),
  );
  return [`${title}: ${counts.join(', ')}`, ...items].join('\n\n') + '\n';
}
