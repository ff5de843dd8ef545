// Invented decisions on reports, for the specs of this room.
import { businessDate, type DecisionRef, ore, parsePeriod } from '@finsam/kernel';
import type { PublishedFigures } from './published-figures';
import { AdoptReport, PublishReport } from './report.decider';
import { ReportAdopted, ReportPublished } from './report.events';

export const decided = (paragraph: string): DecisionRef => ({
  body: 'styrelse',
  on: businessDate('2024-09-20'),
  paragraph,
});
export const [adoption, publication] = [decided('31'), decided('32')];

export function published(changes: Partial<PublishedFigures> = {}, period = changes.period ?? '2024-H1') {
  const { from, to } = parsePeriod(period);
  const figures = { income: ore(836_131_600), grants: null };
  const plain = { slug: 'norrviken', name: 'Norrviken', type: 'delarsrapport', period, from, to, figures };
  return { ...plain, participants: null, ...changes } satisfies PublishedFigures;
}

export const hash = (sign: string) => sign.repeat(64);
export const document = { sha256: hash('a'), published: published(), open: [] };

type OpenError = { readonly rule: string; readonly place: string; readonly message: string };
type Facts = { document: (Omit<typeof document, 'open'> & { open?: OpenError[] }) | null };

export const adopt = (facts: Facts = { document }, decision = adoption, reportId = 'report-1') =>
  AdoptReport({ reportId, decision, facts });
export const publish = (facts: Facts = { document }, decision = publication, reportId = 'report-1') =>
  PublishReport({ reportId, decision, facts });

export const adopted = (sha256 = document.sha256, reportId = 'report-1') =>
  ReportAdopted({ reportId, sha256, decision: adoption });
export const made = (of: PublishedFigures = document.published, sha256 = document.sha256, reportId = 'report-1') =>
  ReportPublished({ reportId, sha256, published: of, decision: publication });
