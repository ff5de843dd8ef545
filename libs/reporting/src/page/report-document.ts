// The record of a report: what was said, as JSON. Every other form of the report is made from it.
// A pure function of association, log position, type, period and layouts: no clock, no person who asked.
import type { DecisionRef } from '@finsam/kernel';
import type { AcceptedFinding } from '../reconciliation/acceptance/acceptances.projection';
import type { PublishedFigures } from '../report/published-figures';
import type { StatementTable } from '../statements/statement-table';

export type ReportType = 'delarsrapport';

export interface ReportDocument {
  /** Documents of form 2 are stored as they are: they were never reconciled. */
  readonly schema: 'finsambok/report/2' | 'finsambok/report/3';
  readonly association: { readonly slug: string; readonly name: string; readonly organisationNumber?: string };
  readonly type: ReportType;
  readonly title: string;
  /** First and last day, and the period as a person writes it. */
  readonly period: { readonly code: string; readonly from: string; readonly to: string; readonly label: string };
  /** The place in the association's log up to which everything is counted. */
  readonly position: number;
  /** Hash of that log up to the position (docs/seal.md), 64 hexadecimal signs: nothing before can change unseen. */
  readonly seal: string;
  readonly statements: readonly StatementTable[];
  /** null: the association has no insatser to report. */
  readonly participants: ParticipantTable | null;
  /** What would go to the nation if the report is published. */
  readonly published: PublishedFigures;
  /** The decision that adopted the report, in a document that was made after it. */
  readonly adopted?: DecisionRef;
  readonly notes: readonly string[];
  /** Every finding on the report, the gravest first, each with the decision that it stands; absent from form 2. */
  readonly reconciliation?: readonly AcceptedFinding[];
}

/** Counts for each insats and in all. null: not known, which is another thing than none. */
export interface ParticipantTable {
  readonly title: string;
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly rows: readonly ParticipantRow[];
  readonly notes: readonly string[];
}

export interface ParticipantRow {
  readonly id: string;
  readonly label: string;
  readonly kind: 'count' | 'heading';
  /** One for each column; none in a heading. */
  readonly cells: readonly (number | null)[];
}
