// Two lines in different tables that select the same show the same, whatever they are called and however signed.
import { givenCell, type LineRow } from '@finsam/associations';
import { canonicalJson } from '@finsam/kernel';
import { accountsOf } from '../../../statements/reckoning/selectors';
import type { Relation } from '../../typed/report-form';
import {
  columnKey,
  type DatedColumn,
  datedColumns,
  isMoved,
  linesIn,
  type MadeTable,
  place,
  signed,
} from '../made-table';

const FIRST_RESULT_ACCOUNT = 3000;

interface Shown {
  readonly made: MadeTable;
  readonly ref: string;
  readonly sign: number;
}

/** The first table that shows a figure is the one that the others are held against. */
export function selectionRelations(all: readonly MadeTable[]): Relation[] {
  const firsts = new Map<string, Shown>();
  const relations: Relation[] = [];
  for (const made of all) {
    for (const dated of datedColumns(made)) {
      for (const line of linesIn(made, dated.column.id)) {
        if (givenCell(line, dated.column.id) || isMoved(made, line.id, dated.column.id)) continue;
        const selected = selectionOf(made, dated, line);
        if (!selected) continue;
        const shown = { made, ref: place(made, line.id, dated.column.id), sign: selected.sign };
        const first = firsts.get(selected.key);
        if (!first) firsts.set(selected.key, shown);
        else if (first.made !== made) {
          const part = signed(first.sign * shown.sign, first.ref);
          relations.push({ rule: 'samma-uppgift', total: shown.ref, parts: [part] });
        }
      }
    }
  }
  return relations;
}

/** What a line selects in a column, as one text, and the sign by which it shows it; null where it selects nothing. */
function selectionOf(made: MadeTable, dated: DatedColumn, line: LineRow): { key: string; sign: number } | null {
  if (dated.column.kind !== 'actual') return plannedSelection(columnKey(made, dated), line);
  const accounts = accountsOf(made.layout, line) ?? [];
  const books = booksKey(made, line);
  return books === null ? null : { key: `${outcomeKey(made, dated, accounts)} ${books}`, sign: line.sign };
}

/** The same for two lines that select the same in the books; null where a line selects nothing there. */
export function booksKey({ layout }: MadeTable, line: LineRow): string | null {
  const accounts = merged(accountsOf(layout, line) ?? []);
  if (accounts.length === 0) return null;
  const { activities, members, dimensions = {} } = line;
  return canonicalJson({
    accounts,
    activities: sorted(activities),
    members: sorted(members),
    dimensions: Object.fromEntries(Object.entries(dimensions).map(([code, values]) => [code, sorted(values)])),
  });
}

/** The result of a year so far is one figure, whether a balance or a flow from 1 January shows it. */
function outcomeKey(made: MadeTable, dated: DatedColumn, accounts: readonly (readonly number[])[]): string {
  if (made.layout.statement === 'flow') return columnKey(made, dated);
  const result = accounts.every(([from = 0]) => from >= FIRST_RESULT_ACCOUNT);
  const figures = made.figures.columns[dated.column.id];
  // Of what the next year opened with, the result has become equity.
  const carried = figures?.source === 'ledger' && figures.span?.opening === 'only';
  return result && !carried ? `actual ${dated.to.slice(0, 4)}-01-01..${dated.to}` : columnKey(made, dated);
}

function plannedSelection(figures: string, { posts }: LineRow): { key: string; sign: number } | null {
  if (!posts) return null;
  const selectors = posts
    .map(({ activities, kinds, members, sign = 1 }) => ({
      what: canonicalJson({ activities: sorted(activities), kinds: sorted(kinds), members: sorted(members) }),
      sign,
    }))
    .sort((a, b) => (a.what < b.what ? -1 : 1));
  const { sign } = selectors[0]!;
  const turned = selectors.map((selector) => ({ what: selector.what, sign: selector.sign * sign }));
  return { key: canonicalJson({ figures, posts: turned }), sign };
}

const sorted = (codes: readonly string[] | undefined) => (codes === undefined ? null : [...codes].sort());

/** Ranges in order, those that meet as one. */
function merged(ranges: readonly (readonly [from: number, to: number])[]): (readonly [number, number])[] {
  const result: [number, number][] = [];
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    const last = result.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}
