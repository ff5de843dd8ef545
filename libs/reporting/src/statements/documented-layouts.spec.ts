// The examples of docs/layouts.md make the tables that stand below them, of the books at its end.
import {
  type FigureColumn,
  isFigureColumn,
  type Layout,
  layoutSchema,
  type MemberKind,
  withMemberKinds,
} from '@finsam/associations';
import { type Ore, ore } from '@finsam/kernel';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { columnPeriods, type ColumnPeriods } from './column-periods';
import type { ColumnFigures, LedgerFigures, StatementFigures } from './figures';
import { statement } from './statement';
import type { StatementTable } from './statement-table';
import { august, none, plain } from './testing';
import { statementText } from './text';

const text = readFileSync(join(__dirname, '../../../../docs/layouts.md'), 'utf8');
const examples = [...text.matchAll(/```json\n(.*?)```\n\n```text\n(.*?)```/gs)].map(([, json = '', table = '']) => ({
  layout: layoutSchema.parse(JSON.parse(json)),
  table,
}));

/** The cells of the table in the documentation whose first column has this head. */
const rowsUnder = (head: string): string[][] => {
  const lines = text.slice(text.search(new RegExp(`^\\| ${head} `, 'm'))).split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};
const code = (cell = '') => (cell === '' ? null : cell);
const amount = (cell = ''): Ore => ore(Number(cell));

const books = rowsUnder('Account').map(([account, activity, member, project, opening, booked]) => ({
  entry: {
    account: Number(account),
    activity: code(activity),
    member: code(member),
    dimensions: (project ? { project } : {}) as Record<string, string>,
  },
  opening: amount(opening),
  movement: amount(booked),
  closing: ore(amount(opening) + amount(booked)),
}));
const ledger = (of: 'opening' | 'movement' | 'closing'): LedgerFigures => ({
  source: 'ledger',
  rows: books.map(({ entry, ...sums }) => ({ ...entry, amountOre: sums[of] })),
});
const posts = (of: number): ColumnFigures => ({
  source: 'posts',
  rows: rowsUnder('Kind').map(([kind = '', activity = '', member, ...amounts]) => ({
    kind,
    activity,
    member: code(member),
    amountOre: amount(amounts[of]),
  })),
});
const members = rowsUnder('Member').map(([id = '', kind]) => ({ member_id: id, member_kind: kind as MemberKind }));

/** What an earlier document told of the layout and the days that end so. */
function reportedOf(layout: Layout, to: string | undefined) {
  const told = rowsUnder('Layout').filter(([id, day]) => id === layout.id && day === to);
  const [, , document = ''] = told[0] ?? [];
  const figures = told.filter(([, , , , figure]) => figure !== '');
  const counted = told.filter(([, , , , figure]) => figure === '');
  return {
    document,
    figures: figures.map(([, , , line = '', figure]) => ({ line, amountOre: amount(figure) })),
    counts: counted.map(([, , , line = '', , count, unit = '']) => ({ line, count: Number(count), unit })),
  };
}

function figuresOf(layout: Layout, column: FigureColumn, to: string): ColumnFigures {
  if (column.kind === 'budget') return posts(0);
  if (column.kind === 'forecast') return posts(1);
  if (column.kind === 'plan') return posts(1 + column.yearsAhead);
  const flow = layout.statement === 'flow';
  if (column.period === 'report' && !column.yearsBack) return ledger(flow ? 'movement' : 'closing');
  if (column.period === 'previous-year' && !flow) return ledger('opening');
  const { document, figures } = reportedOf(layout, to);
  return figures.length > 0 ? { source: 'reported', document, rows: figures } : none;
}

function filled(layout: Layout, periods: ColumnPeriods): StatementFigures {
  const columns = layout.columns.filter(isFigureColumn);
  const counts = columns.flatMap(({ id }) => {
    const { document, counts: rows } = reportedOf(layout, periods[id]!.to);
    return rows.length > 0 ? [[id, { document, rows }]] : [];
  });
  const readings = { opening: ledger('opening'), movement: ledger('movement'), closing: ledger('closing') };
  return {
    columns: Object.fromEntries(
      columns.map((column) => [column.id, figuresOf(layout, column, periods[column.id]!.to)]),
    ),
    counts: Object.fromEntries(counts),
    readings: Object.fromEntries(columns.filter(({ kind }) => kind === 'actual').map(({ id }) => [id, readings])),
  };
}

const tables: StatementTable[] = [];
for (const { layout } of examples) {
  const read = withMemberKinds(layout, members);
  const periods = columnPeriods(read, august);
  tables.push(statement(read, periods, filled(read, periods), tables));
}

it('has books that balance', () => {
  for (const side of ['opening', 'movement'] as const) {
    expect(books.reduce((sum, one) => sum + one[side], 0)).toBe(0);
  }
});

it.each(examples.map(({ layout, table }, index) => [layout.id, index, table] as const))(
  '%s gives the table that stands below it',
  (_, index, table) => {
    expect(plain(statementText(tables[index]!))).toBe(table);
    expect(tables[index]!.unmapped).toEqual([]);
  },
);

it('shows a table of every example', () => {
  expect(examples).toHaveLength([...text.matchAll(/```json/g)].length);
});

it('has an example of every field that a layout may have, and of every kind of row and column', () => {
  const known = new Set<string>();
  const shown = new Set<string>();
  namesIn(z.toJSONSchema(layoutSchema, { unrepresentable: 'any' }), known);
  for (const { layout } of examples) keysIn(layout, shown);
  expect([...known].filter((name) => !shown.has(name))).toEqual([]);
});

/** Property names and constants of a JSON schema. */
function namesIn(schema: unknown, into: Set<string>): void {
  if (typeof schema !== 'object' || schema === null) return;
  const {
    properties = {},
    enum: words = [],
    const: word,
    ...rest
  } = schema as {
    properties?: object;
    enum?: unknown[];
    const?: unknown;
  };
  for (const name of [...Object.keys(properties), ...words, word]) if (typeof name === 'string') into.add(name);
  for (const part of [...Object.values(properties), ...Object.values(rest)]) namesIn(part, into);
}

function keysIn(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    into.add(key);
    keysIn(part, into);
  }
}
