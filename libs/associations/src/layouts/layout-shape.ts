// The form of a layout: a statement as data, with an association's own rows, columns, signs, unit and notes.
// Stored in events: fields and kinds may be added, never renamed or given another meaning.
import { codeSchema, lineSchema } from '@finsam/kernel';
import { z } from 'zod';
import { columnSchema, decimalsSchema } from './layout-columns';
import {
  codesSchema,
  groupsSchema,
  ledgerSelectors,
  postSelectorSchema,
  rangesSchema,
  signSchema,
} from './layout-selectors';
import { viewSchema } from './layout-view';

export * from './layout-columns';
export { type Groups, type LedgerSelector, type PostSelector, selectsNothing } from './layout-selectors';
export type { Allocation, LayoutView, SetOff } from './layout-view';

/** Depth in the table, 1 outermost. */
const levelSchema = z.number().int().min(1).max(4);

const rowHead = {
  id: codeSchema,
  /** Printed beside the label: `Not 1`. */
  note: lineSchema(20).optional(),
  /** The row whose amount is the line's, in another table of the report: the sum of the note. */
  noteAt: z.strictObject({ table: codeSchema, row: codeSchema }).optional(),
  /** Columns in which the row has cells; absent: all. Cells in other columns stay blank. */
  showIn: codesSchema.optional(),
};

const headingRowSchema = z.strictObject({
  kind: z.literal('heading'),
  id: codeSchema,
  label: lineSchema(120),
  note: lineSchema(20).optional(),
  level: levelSchema,
});

/** A sentence among the rows, in all columns. It may hold the words in braces that a title may. */
const textRowSchema = z.strictObject({
  kind: z.literal('text'),
  id: codeSchema,
  label: lineSchema(500),
  level: levelSchema.optional(),
});

/** What stood before the period's first day, what was booked in it, and what stood at its last. */
const readsSchema = z.enum(['opening', 'movement', 'closing']);

/** A cell taken from another: in the same table, or in an earlier table of the same report. */
const cellReferenceSchema = z.strictObject({ table: codeSchema.optional(), row: codeSchema, column: codeSchema });

const lineRowSchema = z.strictObject({
  ...rowHead,
  kind: z.literal('line'),
  label: lineSchema(120),
  level: levelSchema.optional(),
  /** Applied to ledger amounts, where debit is positive: -1 shows income and liabilities as positive. */
  sign: signSchema,
  /** A line without any of the ledger's selectors selects nothing in the ledger. */
  ...ledgerSelectors,
  /** What of the books it shows; absent: the movement in a flow, the closing balance in a balance. */
  reads: readsSchema.optional(),
  posts: z.array(postSelectorSchema).min(1).max(50).optional(),
  /** The line's code among reported figures, which are shown as they were printed; absent: the row's id. */
  reported: codeSchema.optional(),
  given: z.record(codeSchema, cellReferenceSchema).optional(),
});

const partSchema = z.strictObject({ row: codeSchema, sign: signSchema.optional() });

const sumRowSchema = z.strictObject({
  ...rowHead,
  kind: z.literal('sum'),
  /** May be empty: some associations print their totals without a word. */
  label: z.union([z.literal(''), lineSchema(120)]),
  level: levelSchema.optional(),
  of: z.array(partSchema).min(1).max(200),
  /** Blank when all parts are blank, or as soon as any is. */
  blank: z.enum(['all', 'any']),
});

/** A row that is not money: employees, occasions, per cent. Its cells stand as an earlier document reported them. */
const countRowSchema = z.strictObject({
  ...rowHead,
  kind: z.literal('count'),
  label: lineSchema(120),
  level: levelSchema.optional(),
  /** The line's code among reported counts; absent: the row's id. */
  reported: codeSchema.optional(),
});

/**
 * A share between two rows of amounts, in per cent. A cell may instead be taken from an earlier table's share
 * (`given`); where there is neither, it stands as it was reported in `procent`.
 */
const shareRowSchema = z.strictObject({
  ...rowHead,
  kind: z.literal('share'),
  label: lineSchema(120),
  level: levelSchema.optional(),
  part: codeSchema.optional(),
  whole: codeSchema.optional(),
  given: z.record(codeSchema, z.strictObject({ table: codeSchema, row: codeSchema, column: codeSchema })).optional(),
  reported: codeSchema.optional(),
  /** Of the per cent that is reckoned here; absent: none. */
  decimals: decimalsSchema.optional(),
});

const rowSchema = z.discriminatedUnion('kind', [
  headingRowSchema,
  lineRowSchema,
  sumRowSchema,
  countRowSchema,
  shareRowSchema,
  textRowSchema,
]);

/** What the statement tells the nation, read from its outcome column: `actual` for the report's period. */
const publishedFigureSchema = z.strictObject({
  code: z.enum(['income', 'cost', 'result', 'assets', 'equity']),
  of: z.array(partSchema).min(1).max(50),
});

/** The form alone; `layoutSchema` also holds the references within it. */
export const layoutShape = z.strictObject({
  id: codeSchema,
  version: z.number().int().min(1),
  /** May hold the same words in braces as a column's label, filled from the outcome column's period. */
  title: lineSchema(120),
  statement: z.enum(['flow', 'balance']),
  unit: z.enum(['kr', 'tkr', 'mkr']),
  /** Of amounts as they are printed; absent: whole units. */
  decimals: decimalsSchema.optional(),
  /** The rule of rounding always stands under the table; absent: only where the printed parts do not add up. */
  rounding: z.literal('stated').optional(),
  columns: z.array(columnSchema).min(1).max(12),
  rows: z.array(rowSchema).min(1).max(300),
  figures: z.array(publishedFigureSchema).optional(),
  /** Accounts of which the table must show every öre; absent: all that a flow or a balance is about. */
  covers: rangesSchema.optional(),
  /** Kinds of planned posts of which the table must show every post; absent: all that a flow is about, none: none. */
  coversKinds: z.array(codeSchema).max(200).optional(),
  groups: groupsSchema.optional(),
  view: viewSchema.optional(),
  notes: z.array(lineSchema(500)).max(20).optional(),
});

export type Layout = z.output<typeof layoutShape>;
export type LayoutRow = Layout['rows'][number];
export type LineRow = Extract<LayoutRow, { kind: 'line' }>;
export type SumRow = Extract<LayoutRow, { kind: 'sum' }>;
export type CountRow = Extract<LayoutRow, { kind: 'count' }>;
export type ShareRow = Extract<LayoutRow, { kind: 'share' }>;
export type Reading = z.output<typeof readsSchema>;
export type CellReference = NonNullable<LineRow['given']>[string];

/** Where a row takes its cell of a column from, if not from figures. A column may have any name, even `constructor`. */
export function givenCell(row: LayoutRow, column: string): CellReference | undefined {
  return row.kind === 'line' && row.given && Object.hasOwn(row.given, column) ? row.given[column] : undefined;
}

/** A row that is words alone. */
export function isWords(row: LayoutRow): row is Extract<LayoutRow, { kind: 'heading' | 'text' }> {
  return row.kind === 'heading' || row.kind === 'text';
}

/** What of the books a line shows, said or not. */
export function readingOf({ statement }: Pick<Layout, 'statement'>, line: LineRow): Reading {
  return line.reads ?? (statement === 'flow' ? 'movement' : 'closing');
}

/** A row whose cells are no amounts, and so cannot be summed. */
export function isMeasure(row: LayoutRow): row is CountRow | ShareRow {
  return row.kind === 'count' || row.kind === 'share';
}

/** The dimensions that some row or view selects by, in the order of their codes. */
export function selectedDimensions({ rows, view }: Pick<Layout, 'rows' | 'view'>): string[] {
  const lines = rows.filter((row) => row.kind === 'line');
  const named = [...lines, ...(view?.setOffs ?? []), ...(view?.allocations ?? [])];
  return [...new Set(named.flatMap(({ dimensions = {} }) => Object.keys(dimensions)))].sort();
}
