// The reconciliation of our own report, before anybody decides on it: tables, books, agreements and participants.
import type { Period } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { type AcceptedFinding, acceptancesOf, withAcceptances } from '../acceptance/acceptances.projection';
import type { Finding } from '../finding';
import { inOrderOfGravity, reconcile } from '../reconcile';
import { financingFindings } from './beside/financing';
import { isReported, type MadeTable } from './made-table';
import { openingFindings } from './beside/opening';
import { reportOfStatements } from './own-report';
import { type CountedParticipants, participantFindings } from './beside/participants';
import { unmappedFindings } from './unmapped';

export interface OwnReport {
  readonly period: Period;
  readonly made: readonly MadeTable[];
  /** null: nobody is counted. */
  readonly participants: CountedParticipants | null;
}

/** The findings of the tables alone. Pure. */
export function tableFindings(made: readonly MadeTable[]): Finding[] {
  const findings = [...unmappedFindings(made), ...reconcile(reportOfStatements('Rapport', made))];
  const reported = new Set(
    made.flatMap((one) =>
      one.layout.columns.filter(({ id }) => isReported(one, id)).map(({ id }) => columnOf(one, id)),
    ),
  );
  return findings.map((finding) => (touches(finding, reported) ? asPrinted(finding) : finding));
}

/** The gravest first, each with its acceptance where one covers it, as all of it was known at the view's position. */
export async function reconcileOwn(view: View, { period, made, participants }: OwnReport): Promise<AcceptedFinding[]> {
  const findings = [
    ...tableFindings(made),
    ...(await openingFindings(view, period)),
    ...(participants ? participantFindings(participants) : []),
    ...(await financingFindings(view, period)),
  ];
  return withAcceptances(inOrderOfGravity(findings), await acceptancesOf(view, period));
}

const columnOf = ({ layout }: MadeTable, column: string): string => `${layout.id}/${column}`;

function touches({ place, cells }: Finding, columns: ReadonlySet<string>): boolean {
  return [place, ...cells.map((cell) => cell.place)].some((at) => {
    const [table, , column] = at.split('/');
    return columns.has(`${table}/${column}`);
  });
}

/** What an earlier document printed stands as it was printed: that it contradicts itself is told, and stops nothing. */
function asPrinted(finding: Finding): Finding {
  if (finding.severity !== 'fel') return finding;
  return {
    ...finding,
    severity: 'varning',
    message: `${finding.message} Siffrorna återges ur ett tidigare dokument.`,
  };
}
