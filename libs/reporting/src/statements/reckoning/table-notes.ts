// What a reader must know about a table, in Swedish: sources, rounding, and amounts that it does not show once.
import { type FigureColumn, isFigureColumn, type Layout, type SumRow } from '@finsam/associations';
import { type Ore, ore, sumOre } from '@finsam/kernel';
import { roundedTo, swedishAmount, swedishKronor } from '../../swedish';
import { type Amounts, cellOf, totalOf } from './cells';
import { columnLabel, type ColumnPeriods } from '../column-periods';
import type { StatementFigures } from '../figures';
import { countText, givenShare } from './measures';
import { isDifference } from './reckoned-columns';
import { statedRule, totalsMayDiffer } from './rounding';
import { shownIn, type Selection } from './selection';
import { viewNotes } from './view-notes';
import type { CountNotShown, Moved, StatementRow, StatementTable, Unmapped } from '../statement-table';

export interface NotesInput {
  readonly layout: Layout;
  readonly periods: ColumnPeriods;
  readonly figures: StatementFigures;
  readonly earlier: readonly StatementTable[];
  readonly selections: ReadonlyMap<string, Selection>;
  readonly amount: Amounts;
  readonly unmapped: readonly Unmapped[];
  readonly rows: readonly StatementRow[];
  readonly moved: readonly Moved[];
  readonly notShown: readonly CountNotShown[];
}

export function tableNotes(input: NotesInput): string[] {
  return [
    ...(input.layout.notes ?? []),
    ...reportedNotes(input),
    ...importedNotes(input),
    ...countNotes(input),
    ...viewNotes(input),
    ...roundingNotes(input),
    ...missingNotes(input),
    ...unmappedNotes(input),
    ...notShownNotes(input),
  ];
}

function roundingNotes(input: NotesInput): string[] {
  if (input.layout.rounding === 'stated') return statedRule(input.layout);
  return partsAddUp(input) ? [] : [totalsMayDiffer(input.layout)];
}

function* reportedNotes({ layout, periods, figures, selections, amount }: NotesInput): Generator<string> {
  for (const column of layout.columns.filter(isFigureColumn)) {
    const source = figures.columns[column.id];
    if (source?.source !== 'reported') continue;
    const label = columnLabel(column, periods);
    yield `Kolumnen ${label} är hämtad ur ${source.document}, inte ur bokföringen.`;
    for (const row of totals(layout, column)) {
      const parts = partsAgainst(row, column, selections.get(column.id), amount);
      if (parts === null || agree(layout, parts, amount(row.id, column.id))) continue;
      const printed = swedishAmount(parts, layout.unit, layout.decimals);
      yield `${row.label || 'Summan'} i kolumnen ${label} återges som i källan; delarna ger ${printed} ${layout.unit}.`;
    }
  }
}

function* importedNotes({ layout, periods, figures }: NotesInput): Generator<string> {
  for (const column of layout.columns.filter(isFigureColumn)) {
    const source = figures.columns[column.id];
    if (source?.source !== 'ledger' || !source.imported) continue;
    const label = columnLabel(column, periods);
    yield `Kolumnen ${label} är inläst som saldon ur en SIE-fil; inga verifikationer står bakom.`;
  }
}

/** Books hold no counts: where a column is taken from books or plans, its counts are not. */
function* countNotes({ layout, periods, figures, rows }: NotesInput): Generator<string> {
  for (const column of layout.columns.filter(isFigureColumn)) {
    const [counts, source] = [figures.counts?.[column.id], figures.columns[column.id]];
    if (!counts || (source?.source === 'reported' && source.document === counts.document)) continue;
    const index = layout.columns.indexOf(column);
    const shown = rows.filter(({ cells }) => cells[index]?.count).map(({ label }) => label);
    if (shown.length === 0) continue;
    yield `${shown.join(', ')} i kolumnen ${columnLabel(column, periods)}: uppgift ur ${counts.document}.`;
  }
}

/** What the parts of a reported total give; null when the total is our own, or a part is missing. */
function partsAgainst(row: SumRow, column: FigureColumn, selection: Selection | undefined, amount: Amounts) {
  return selection?.amounts.has(row.id) ? totalOf({ ...row, blank: 'any' }, column.id, amount) : null;
}

function agree({ unit, decimals }: Layout, one: Ore | null, other: Ore | null): boolean {
  return roundedTo(unit, one ?? 0, decimals) === roundedTo(unit, other ?? 0, decimals);
}

/** True when every printed total and difference is what a reader with a pencil would get. */
function partsAddUp({ layout, selections, amount }: NotesInput): boolean {
  const printed = (figure: Ore | null) => roundedTo(layout.unit, figure ?? 0, layout.decimals);
  const sums = layout.columns.filter(isFigureColumn).every((column) =>
    totals(layout, column).every((row) => {
      const total = amount(row.id, column.id);
      // A reported total may stand alone, or against its parts in a note of its own.
      const reported = selections.get(column.id)?.amounts.has(row.id);
      const given = partsAgainst(row, column, selections.get(column.id), amount);
      if (total === null || (reported && (given === null || !agree(layout, given, total)))) return true;
      const parts = row.of.reduce((sum, part) => sum + (part.sign ?? 1) * printed(amount(part.row, column.id)), 0);
      return parts === printed(total);
    }),
  );
  const differences = layout.columns.every((column) => {
    if (!isDifference(column)) return true;
    return layout.rows.every((row) => {
      const [of, against] = [amount(row.id, column.of), amount(row.id, column.against)];
      if (of === null || against === null || !shownIn(row, column.id)) return true;
      return printed(of) - printed(against) === printed(ore(of - against));
    });
  });
  return sums && differences;
}

function totals(layout: Layout, column: FigureColumn): SumRow[] {
  return layout.rows.filter((row) => row.kind === 'sum').filter((row) => shownIn(row, column.id));
}

function* missingNotes({ layout, periods, earlier }: NotesInput): Generator<string> {
  for (const row of layout.rows) {
    if (row.kind !== 'line' && row.kind !== 'share') continue;
    for (const [column, cell] of Object.entries(row.given ?? {})) {
      if (cell.table === undefined || cell.table === layout.id) continue;
      if (row.kind === 'share' ? givenShare(row, column, earlier) : cellOf(earlier, cell)) continue;
      const target = layout.columns.find(({ id }) => id === column);
      const label = target ? columnLabel(target, periods) : column;
      yield `${row.label} i kolumnen ${label} är tom: ${cell.table} har ingen cell ${cell.row}, ${cell.column}.`;
    }
  }
}

function notShownNotes({ layout, periods, notShown }: NotesInput): string[] {
  return notShown.map(({ column: id, line, count, unit }) => {
    const column = layout.columns.find((candidate) => candidate.id === id);
    const where = column ? columnLabel(column, periods) : id;
    return `Kolumnen ${where}: det rapporterade antalet ${line} visas inte på någon rad (${countText(count, unit)}).`;
  });
}

/** One sentence for each account, post or reported line, however many entries it has. */
function unmappedNotes({ layout, periods, unmapped }: NotesInput): string[] {
  const groups = new Map<string, Unmapped[]>();
  for (const entry of unmapped) {
    const column = layout.columns.find(({ id }) => id === entry.column);
    const where = column ? columnLabel(column, periods) : entry.column;
    const rows = entry.lines.join(', ');
    const how = rows ? `visas på flera rader (${rows}) och räknas dubbelt` : 'visas inte på någon rad';
    const sentence = `Kolumnen ${where}: ${nameOf(entry)} ${how}`;
    groups.set(sentence, [...(groups.get(sentence) ?? []), entry]);
  }
  return [...groups].map(([sentence, entries]) => {
    const sum = sumOre(entries.map(({ amountOre }) => amountOre));
    return `${sentence} (${swedishKronor(sum)} kr).`;
  });
}

function nameOf(entry: Unmapped): string {
  if ('reported' in entry) return `den rapporterade raden ${entry.reported}`;
  if ('account' in entry) return `konto ${entry.account}`;
  const { activity, kind, member } = entry.post;
  return `posten ${[activity, kind, member].filter(Boolean).join(' · ')}`;
}
