// The demo's reports reckoned a second way, with no database, no HTTP and no queue: every event folded from the first,
// the rows summed in memory, and only the statement engine in common with the real thing.
import { associationsGroup, isFigureColumn, type FigureColumn, type Layout } from '@finsam/associations';
import { fundingGroup, type PlanRow } from '@finsam/funding';
import { type ExitReasonsRow, insatserGroup, type InsatsRow, type ParticipationRow } from '@finsam/insatser';
import { fiscalYearOf, ore, parsePeriod, type Period, type ProjectionGroup, type Recorded } from '@finsam/kernel';
import { rowsAfter } from '@finsam/kernel/testing';
import { type FiscalYearRow, ledgerGroup, type LedgerSum, type ReportedFiguresRow } from '@finsam/ledger';
import { type ColumnFigures, columnPeriods, type ReportDocument, statement } from '@finsam/reporting';
import { demoLog } from './demo/log';
import type { Demo } from './demo/demo-files';

/** What a report says, without what it says about itself. */
export type ReportTables = Pick<ReportDocument, 'statements' | 'participants'>;

interface Entry {
  readonly fiscal_year: number;
  readonly entry_date: string;
  readonly opening: boolean;
  readonly account: number;
  readonly amount_ore: number;
  readonly activity: string | null;
  readonly member: string | null;
}

/** Everything the columns of a report may be filled from. */
interface Sources {
  readonly years: ReadonlySet<number>;
  readonly entries: readonly Entry[];
  readonly plans: readonly PlanRow[];
  readonly reported: readonly ReportedFiguresRow[];
}

export function fromScratch(demo: Demo): ReportTables {
  const log = demoLog(demo);
  const period = parsePeriod(demo.reports[0]!.period);
  const rows = <Row>(group: ProjectionGroup, table: string): Row[] =>
    rowsAfter(
      group.projections.find((projection) => projection.table.name === table)!,
      log,
    ) as unknown as Row[];
  const sources: Sources = {
    years: new Set(rows<FiscalYearRow>(ledgerGroup, 'fiscal_year_v2').map(({ fiscal_year }) => fiscal_year)),
    entries: rows<Entry>(ledgerGroup, 'ledger_entry_v2'),
    plans: rows<PlanRow>(fundingGroup, 'plan_v1'),
    reported: rows<ReportedFiguresRow>(ledgerGroup, 'reported_figures_v2'),
  };
  const statements: ReportDocument['statements'][number][] = [];
  for (const { body: layout } of rows<{ body: Layout }>(associationsGroup, 'layout_v1')) {
    const periods = columnPeriods(layout, period);
    const columns = Object.fromEntries(
      layout.columns
        .filter(isFigureColumn)
        .map((column) => [column.id, figuresOf(sources, layout, column, periods[column.id]!, period)]),
    );
    statements.push(statement(layout, periods, { columns }, statements));
  }
  return { statements, participants: participantsFrom(log, period) };
}

function figuresOf(
  { years, entries, plans, reported }: Sources,
  { id, statement }: Layout,
  { kind }: FigureColumn,
  { from, to }: Period,
  report: Period,
): ColumnFigures {
  const year = Number(to.slice(0, 4));
  if (kind !== 'actual') {
    const made = plans.filter(({ plan, fiscal_year, as_of }) => {
      return plan === kind && fiscal_year === fiscalYearOf(report) && (as_of === null || as_of <= report.to);
    });
    const last = made.sort((a, b) => ((a.as_of ?? '') < (b.as_of ?? '') ? -1 : 1)).at(-1);
    return last ? { source: 'posts', rows: last.posts } : { source: 'none' };
  }
  const books = (wanted: (entry: Entry) => boolean): ColumnFigures => ({
    source: 'ledger',
    rows: summed(entries.filter(wanted)),
  });
  if (years.has(year)) {
    return statement === 'flow'
      ? books(({ opening, entry_date }) => !opening && from <= entry_date && entry_date <= to)
      : books(({ fiscal_year, entry_date }) => fiscal_year === year && entry_date <= to);
  }
  // A year ends as the next one begins.
  const opens = years.has(year + 1) && to.endsWith('-12-31');
  if (statement === 'balance' && opens) return books(({ opening, fiscal_year }) => opening && fiscal_year === year + 1);
  const found = reported.find((row) => row.layout_id === id && row.period_from === from && row.period_to === to);
  return found ? { source: 'reported', document: found.document, rows: found.figures } : { source: 'none' };
}

function summed(entries: readonly Entry[]): LedgerSum[] {
  const sums = new Map<string, LedgerSum>();
  for (const { account, activity, member, amount_ore } of entries) {
    const key = JSON.stringify([account, activity, member]);
    sums.set(key, { account, activity, member, amountOre: ore((sums.get(key)?.amountOre ?? 0) + amount_ore) });
  }
  return [...sums.values()];
}

/** Null for an association without insatser. */
function participantsFrom(log: readonly Recorded[], { from, to }: Period): ReportDocument['participants'] {
  const [insatser, reasons, participations] = insatserGroup.projections.map((projection) => rowsAfter(projection, log));
  if (insatser!.length === 0) return null;
  const columns = (insatser as unknown as InsatsRow[]).map(({ insats_id, name }) => ({ id: insats_id, label: name }));
  const all = participations as unknown as ParticipationRow[];
  const taking = all.filter((row) => row.enrolled_on <= to && (row.exited_on === null || row.exited_on >= from));
  const leaving = taking.filter(({ exited_on }) => exited_on !== null && exited_on <= to);
  const row = (id: string, label: string, of: readonly ParticipationRow[]) => {
    const each = columns.map((column) => of.filter(({ insats_id }) => insats_id === column.id).length);
    return { id, label, kind: 'count' as const, cells: [...each, of.length] };
  };
  const gender = (wanted: string) => (row: ParticipationRow) => row.gender === wanted;
  const [list] = reasons as unknown as ExitReasonsRow[];
  return {
    title: 'Deltagare',
    columns: [...columns, { id: 'totalt', label: 'Totalt' }],
    rows: [
      row('deltagande-man', 'Deltagande män', taking.filter(gender('man'))),
      row('deltagande-kvinnor', 'Deltagande kvinnor', taking.filter(gender('kvinna'))),
      row('avslutade-man', 'Avslutade män', leaving.filter(gender('man'))),
      row('avslutade-kvinnor', 'Avslutade kvinnor', leaving.filter(gender('kvinna'))),
      { id: 'avslutsorsaker', label: 'Avslutsorsaker', kind: 'heading', cells: [] },
      ...list!.reasons.map(({ code, label }) =>
        row(
          code,
          label,
          leaving.filter(({ exit_reason }) => exit_reason === code),
        ),
      ),
    ],
    notes: [],
  };
}
