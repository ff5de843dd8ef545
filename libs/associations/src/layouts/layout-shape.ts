// The form of a layout: a statement as data, with an association's own rows, columns, signs, unit and notes.
// Stored in events: fields and kinds may be added, never renamed or given another meaning.
import { accountRangeSchema, codeSchema, lineSchema } from '@finsam/kernel';
import { z } from 'zod';
import { columnSchema } from './layout-columns';

export * from './layout-columns';

/** 1 keeps the amount, -1 turns its sign. */
const signSchema = z.literal([1, -1]);

const codesSchema = z.array(codeSchema).min(1).max(200);

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

/** Which posts of a plan belong to the row, and how it shows them. Posts are positive for what they are. */
const postSelectorSchema = z.strictObject({
  activities: codesSchema.optional(),
  kinds: codesSchema.optional(),
  members: codesSchema.optional(),
  sign: signSchema.optional(),
});

/** A cell taken from another: in the same table, or in an earlier table of the same report. */
const cellReferenceSchema = z.strictObject({ table: codeSchema.optional(), row: codeSchema, column: codeSchema });

const lineRowSchema = z.strictObject({
  ...rowHead,
  kind: z.literal('line'),
  label: lineSchema(120),
  level: levelSchema.optional(),
  /** Applied to ledger amounts, where debit is positive: -1 shows income and liabilities as positive. */
  sign: signSchema,
  /** All given selectors must hold. A line without any of the four selects nothing in the ledger. */
  accounts: z.array(accountRangeSchema).min(1).max(50).optional(),
  activities: codesSchema.optional(),
  members: codesSchema.optional(),
  /** By the code of any dimension in the books, such as `project`: the values that belong to the row. */
  dimensions: z
    .record(codeSchema, codesSchema)
    .refine((of) => Object.keys(of).length > 0, { error: 'nämner ingen dimension' })
    .optional(),
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
});

const rowSchema = z.discriminatedUnion('kind', [
  headingRowSchema,
  lineRowSchema,
  sumRowSchema,
  countRowSchema,
  shareRowSchema,
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
  unit: z.enum(['kr', 'tkr']),
  columns: z.array(columnSchema).min(1).max(12),
  rows: z.array(rowSchema).min(1).max(300),
  figures: z.array(publishedFigureSchema).optional(),
  /** Accounts of which the table must show every öre; absent: all that a flow or a balance is about. */
  covers: z.array(accountRangeSchema).min(1).max(50).optional(),
  notes: z.array(lineSchema(500)).max(20).optional(),
});

export type Layout = z.output<typeof layoutShape>;
export type LayoutRow = Layout['rows'][number];
export type LineRow = Extract<LayoutRow, { kind: 'line' }>;
export type SumRow = Extract<LayoutRow, { kind: 'sum' }>;
export type CountRow = Extract<LayoutRow, { kind: 'count' }>;
export type ShareRow = Extract<LayoutRow, { kind: 'share' }>;
export type PostSelector = NonNullable<LineRow['posts']>[number];
export type CellReference = NonNullable<LineRow['given']>[string];

/** Where a row takes its cell of a column from, if not from figures. A column may have any name, even `constructor`. */
export function givenCell(row: LayoutRow, column: string): CellReference | undefined {
  return row.kind === 'line' && row.given && Object.hasOwn(row.given, column) ? row.given[column] : undefined;
}

/** A row whose cells are no amounts, and so cannot be summed. */
export function isMeasure(row: LayoutRow): row is CountRow | ShareRow {
  return row.kind === 'count' || row.kind === 'share';
}

/** The dimensions that some row selects by, in the order of their codes. */
export function selectedDimensions(layout: Pick<Layout, 'rows'>): string[] {
  const named = layout.rows.flatMap((row) => (row.kind === 'line' ? Object.keys(row.dimensions ?? {}) : []));
  return [...new Set(named)].sort();
}
