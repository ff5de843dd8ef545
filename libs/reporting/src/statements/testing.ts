// Words for specs: small layouts, figures in öre, and a table as the texts that stand on paper.
import type { Layout, LayoutColumn, LayoutRow, LineRow, SumRow } from '@finsam/associations';
import { ore, parsePeriod } from '@finsam/kernel';
import { columnPeriods } from './column-periods';
import type { ColumnFigures, StatementFigures } from './figures';
import { statement } from './statement';
import type { StatementTable } from './statement-table';

export const august = parsePeriod('2024-01-01..2024-08-31');

export const utfall: LayoutColumn = { id: 'utfall', label: 'Utfall {month}', kind: 'actual', period: 'report' };
export const budget: LayoutColumn = { id: 'budget', label: 'Budget {year}', kind: 'budget', period: 'fiscal-year' };

/** Income, a cost and what is left of the one after the other. */
export const bidrag: LineRow = {
  kind: 'line',
  id: 'bidrag',
  label: 'Bidrag',
  sign: -1,
  accounts: [[3500, 3599]],
  posts: [{ kinds: ['bidrag'] }],
};
export const kansli: LineRow = {
  kind: 'line',
  id: 'kansli',
  label: 'Kansli',
  sign: 1,
  accounts: [[4000, 7999]],
  posts: [{ kinds: ['kostnad'] }],
};
export const resultat: SumRow = {
  kind: 'sum',
  id: 'resultat',
  label: 'Resultat',
  of: [{ row: 'bidrag' }, { row: 'kansli', sign: -1 }],
  blank: 'any',
};
export const derived = (kind: 'deviation' | 'remaining' | 'consumed-share'): LayoutColumn => ({
  id: 'skillnad',
  label: 'Skillnad',
  kind,
  of: 'utfall',
  against: 'budget',
});

export function flow(rows: LayoutRow[], more: Partial<Layout> = {}): Layout {
  return {
    id: 'liten',
    version: 1,
    title: 'Liten',
    statement: 'flow',
    unit: 'kr',
    columns: [utfall, budget],
    rows,
    ...more,
  };
}

type Entry = readonly [account: number, amountOre: number, activity?: string, member?: string];
type Post = readonly [kind: string, amountOre: number, activity?: string, member?: string];

export function ledger(...entries: Entry[]): ColumnFigures {
  const rows = entries.map(([account, amount, activity = null, member = null]) => ({
    account,
    activity,
    member,
    amountOre: ore(amount),
  }));
  return { source: 'ledger', rows };
}

export function posts(...list: Post[]): ColumnFigures {
  const rows = list.map(([kind, amount, activity = 'kansli', member = null]) => ({
    activity,
    kind,
    member,
    amountOre: ore(amount),
  }));
  return { source: 'posts', rows };
}

export function reported(document: string, lines: Record<string, number>): ColumnFigures {
  const rows = Object.entries(lines).map(([line, amount]) => ({ line, amountOre: ore(amount) }));
  return { source: 'reported', document, rows };
}

export const none: ColumnFigures = { source: 'none' };

export function tableOf(
  layout: Layout,
  columns: Record<string, ColumnFigures>,
  earlier: readonly StatementTable[] = [],
  period = august,
  counts?: StatementFigures['counts'],
): StatementTable {
  return statement(layout, columnPeriods(layout, period), { columns, ...(counts && { counts }) }, earlier);
}

/** The printed cells of a row, with plain spaces and plain minus signs. */
export function printedRow(table: StatementTable, id: string): string[] {
  const row = table.rows.find((candidate) => candidate.id === id);
  return (row?.cells ?? []).map(({ printed }) => plain(printed));
}

export function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');
}
