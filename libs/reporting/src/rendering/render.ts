// A report is a pure function of what the log held at one position: the same run gives the same bytes for ever.
import { createHash } from 'node:crypto';
import {
  associationProfile,
  type AssociationRow,
  associationsGroup,
  type Layout,
  withGroups,
} from '@finsam/associations';
import { fundingGroup } from '@finsam/funding';
import { insatserGroup, participantCounts } from '@finsam/insatser';
import {
  canonicalJson,
  invariant,
  parsePeriod,
  type Period,
  periodLabel,
  type ProjectionGroup,
  refusals,
} from '@finsam/kernel';
import { ledgerGroup } from '@finsam/ledger';
import { type AssociationDatabase, recordOf, Rendered, sealAt, type View, withView } from '@finsam/platform';
import type { AcceptedFinding } from '../reconciliation/acceptance/acceptances.projection';
import type { MadeTable } from '../reconciliation/own/made-table';
import type { CountedParticipants } from '../reconciliation/own/beside/participants';
import { reconcileOwn } from '../reconciliation/own/reconcile-own';
import { reportingGroup } from '../room';
import { reportPage } from '../page/page';
import type { ReportDocument, ReportType } from '../page/report-document';
import { statementsPage } from '../page/statements-page';
import type { FinishedDocument, Run } from '../run/run-store';
import { columnPeriods } from '../statements/column-periods';
import { statement } from '../statements/statement';
import type { StatementTable } from '../statements/statement-table';
import { statementsCsv } from '../statements/statements-csv';
import { unknownLayout } from '../statements/unknown-layout';
import { figureReader } from './figure-reader';
import { gapNotes } from './gap-notes';
import { participantTable, publishedParticipants } from './participant-table';
import { statementFigures } from './statement-figures';

const refuse = refusals({
  'report/no-layouts': {
    status: 422,
    text: 'Förbundet har inte antagit någon uppställning, så det finns inget att skriva ut.',
  },
  'report/not-registered': { status: 404, text: 'Förbundet är inte registrerat.' },
});

/** Every group whose rows a report reads. */
export const reportGroups: readonly ProjectionGroup[] = [
  associationsGroup,
  fundingGroup,
  ledgerGroup,
  insatserGroup,
  reportingGroup,
];

const TITLES: Readonly<Record<ReportType, string>> = { delarsrapport: 'Delårsrapport' };
export const REPORT_TYPES = Object.keys(TITLES);

export function isReportType(type: string): type is ReportType {
  return REPORT_TYPES.includes(type);
}

/** The tables of all adopted layouts, in the order of adoption: a table may refer to those before it. */
export async function statements(view: View, period: Period): Promise<StatementTable[]> {
  return (await madeStatements(view, period)).map(({ table }) => table);
}

/** The same, each with what it was made from. `layouts`: those of the view's position, unless others are named. */
export async function madeStatements(view: View, period: Period, layouts?: readonly Layout[]): Promise<MadeTable[]> {
  const reader = figureReader(view);
  const made: MadeTable[] = [];
  for (const layout of (layouts ?? (await reader.layouts())).map(withGroups)) {
    const figures = await statementFigures(reader, layout, period);
    const periods = columnPeriods(layout, period);
    const earlier = made.map(({ table }) => table);
    made.push({ layout, periods, figures, table: statement(layout, periods, figures, earlier) });
  }
  return made;
}

/**
 * Waits until the read models have reached the run's position; the log is sealed up to there. Throws `DomainError` for
 * a report that cannot be.
 */
export async function reportDocument(
  db: AssociationDatabase,
  run: Pick<Run, 'type' | 'period' | 'position'>,
  waitMs?: number,
): Promise<ReportDocument> {
  const options = { at: run.position, ...(waitMs !== undefined && { waitMs }) };
  const document = await withView(db, reportGroups, options, (view) => documentOf(view, run));
  return { ...document, seal: await sealAt(db, recordOf(db.association), run.position) };
}

async function documentOf(view: View, run: Pick<Run, 'type' | 'period'>): Promise<Omit<ReportDocument, 'seal'>> {
  const period = parsePeriod(run.period);
  const { type } = run;
  invariant(isReportType(type), 'only known types are ordered');
  const profile = await associationProfile(view);
  if (!profile) throw refuse('report/not-registered');
  const made = await madeStatements(view, period);
  if (made.length === 0) throw refuse('report/no-layouts');
  const tables = made.map(({ table }) => table);
  const counted = await participantsOf(view, profile, period);
  const { slug, name } = profile;
  const figures = Object.assign({}, ...tables.map((table) => table.figures)) as StatementTable['figures'];
  return {
    schema: 'finsambok/report/3',
    association: presented(profile),
    type,
    title: TITLES[type],
    period: described(period),
    position: view.at,
    statements: tables,
    participants: counted?.table ?? null,
    published: {
      slug,
      name,
      type,
      period: period.code,
      from: period.from,
      to: period.to,
      figures,
      participants: counted && publishedParticipants(counted.counts),
    },
    notes: await gapNotes(view, period),
    reconciliation: await reconcileOwn(view, { period, made, participants: counted }),
  };
}

/** Null for who keeps no records and has counted nobody: that is another thing than none. */
async function participantsOf(
  view: View,
  profile: AssociationRow,
  period: Period,
): Promise<CountedParticipants | null> {
  const counts = await participantCounts(view, period);
  const kept = profile.participant_mode === 'records' || counts.total.participationsInklAnonyma.participating.total > 0;
  return kept ? { counts, table: participantTable(counts, period) } : null;
}

/** What the report of a period would have to answer for, as known at the view's position. */
export async function reconciliationOf(view: View, period: Period): Promise<AcceptedFinding[]> {
  const profile = await associationProfile(view);
  if (!profile) throw refuse('report/not-registered');
  const participants = await participantsOf(view, profile, period);
  return reconcileOwn(view, { period, made: await madeStatements(view, period), participants });
}

function presented({
  slug,
  name,
  organisation_number: organisationNumber,
}: AssociationRow): ReportDocument['association'] {
  return { slug, name, ...(organisationNumber !== null && { organisationNumber }) };
}

function described(period: Period): ReportDocument['period'] {
  return { code: period.code, from: period.from, to: period.to, label: periodLabel(period) };
}

export type StatementsFormat = 'json' | 'csv' | 'html';

/** The statements of a period, or the one of a layout, as they are asked for: one reckoning, three forms. */
export async function statementsAs(view: View, period: Period, format: StatementsFormat, layout?: string) {
  const all = await statements(view, period);
  const tables = layout === undefined ? all : all.filter((table) => table.layout.id === layout);
  if (layout !== undefined && tables.length === 0) throw unknownLayout(layout, '/layout');
  if (format === 'json') return { statements: tables };
  if (format === 'csv') return new Rendered('text/csv; charset=utf-8', statementsCsv(tables));
  const profile = await associationProfile(view);
  if (!profile) throw refuse('report/not-registered');
  const page = { association: presented(profile), period: described(period), position: view.at, statements: tables };
  return new Rendered('text/html; charset=utf-8', statementsPage(page));
}

/** The stored forms: canonical JSON is the record, the page is derived from it. */
export function finishedDocuments(document: ReportDocument): FinishedDocument[] {
  return [finished('json', canonicalJson(document)), finished('html', reportPage(document))];
}

function finished(format: FinishedDocument['format'], body: string): FinishedDocument {
  return { format, body, sha256: createHash('sha256').update(body).digest('hex') };
}
