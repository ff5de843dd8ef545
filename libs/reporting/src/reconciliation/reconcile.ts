// The reconciliation of a report: every rule asked, the gravest findings first, each in the order of the report.
import { type Cells, cellsOf } from './typed/cells';
import { comparisonFindings, figureClaimFindings, shareFindings } from './checks/claims';
import type { Finding } from './finding';
import { columnHeadFindings, unitFindings } from './checks/labels';
import { linearFindings } from './checks/linear';
import type { LinearRelation, ReportForm } from './typed/report-form';
import type { Severity } from './rules';

const GRAVITY: readonly Severity[] = ['fel', 'varning', 'upplysning'];

/** Pure. Throws a refusal where the report as typed points at places that it does not have. */
export function reconcile(report: ReportForm): Finding[] {
  const cells = cellsOf(report);
  const findings = [
    ...balances(report).flatMap((relation) => linearFindings(report, cells, relation)),
    ...report.relations.flatMap((relation) =>
      relation.rule === 'andel' ? shareFindings(report, cells, relation) : linearFindings(report, cells, relation),
    ),
    ...report.claims.flatMap((claim) => claimFindings(cells, claim)),
    ...columnHeadFindings(report),
    ...unitFindings(cells),
  ];
  return inOrderOfGravity(findings);
}

/** The gravest first, each kind in the order that it came in. */
export function inOrderOfGravity(findings: readonly Finding[]): Finding[] {
  return GRAVITY.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

/** A table with both sides is a balance: nobody has to say so. */
function balances({ tables }: ReportForm): LinearRelation[] {
  return tables.flatMap(({ id, rows }) => {
    const [assets, rest] = (['tillgangar', 'eget-kapital-och-skulder'] as const).map((role) =>
      rows.find((row) => row.role === role),
    );
    if (!assets || !rest) return [];
    return [{ rule: 'balans', total: `${id}/${rest.id}`, parts: [`${id}/${assets.id}`] }];
  });
}

function claimFindings(cells: Cells, claim: ReportForm['claims'][number]): Finding[] {
  return 'says' in claim ? comparisonFindings(cells, claim) : figureClaimFindings(cells, claim);
}
