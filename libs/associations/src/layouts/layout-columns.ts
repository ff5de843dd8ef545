// The columns of a layout: a kind of figures and the period they are about, or a reckoning between two of them.
// Stored in events: fields and kinds may be added, never renamed or given another meaning.
import { codeSchema, lineSchema } from '@finsam/kernel';
import { z } from 'zod';

/** Which period a column is about, seen from the report. In a balance: the period's last day. */
const columnPeriodSchema = z.enum(['report', 'fiscal-year', 'previous-year', 'same-period-last-year']);

export const decimalsSchema = z.literal([0, 1, 2]);

/** A column of figures from books, plans or earlier reports. Its label may hold `{from}`, `{to}`, `{year}` … */
const figureColumnSchema = z.strictObject({
  id: codeSchema,
  label: lineSchema(80),
  kind: z.enum(['actual', 'budget', 'forecast']),
  period: columnPeriodSchema,
  /** So many years before `report` or `fiscal-year`; one year before has names of its own. */
  yearsBack: z.number().int().min(2).max(5).optional(),
});

/** A year after the budget's own, as it stands in the plan that was adopted with the budget. */
const planColumnSchema = z.strictObject({
  id: codeSchema,
  label: lineSchema(80),
  kind: z.literal('plan'),
  /** The budget that the plan came with: the year's, or the year before's. */
  period: z.literal(['fiscal-year', 'previous-year']),
  yearsAhead: z.literal([1, 2]),
});

/**
 * A column reckoned from two others. Deviation: how much better `of` is than `against` (favourable is positive,
 * whether costs are shown with or without a minus sign). Remaining: `against` − `of`. Share: `of` of `against`.
 */
const derivedColumnSchema = z.strictObject({
  id: codeSchema,
  label: lineSchema(80),
  kind: z.enum(['deviation', 'remaining', 'consumed-share']),
  of: codeSchema,
  against: codeSchema,
  /** Of the per cent of a share; absent: none. Amounts have those of the layout. */
  decimals: decimalsSchema.optional(),
});

/**
 * Riktpunkt: the part of the year that the report's period is, eight months of twelve after August, as per cent or as
 * that part of what `of` has planned for the whole year.
 */
const benchmarkColumnSchema = z.strictObject({
  id: codeSchema,
  label: lineSchema(80),
  kind: z.literal('benchmark'),
  of: codeSchema,
  shows: z.enum(['amount', 'share']),
  decimals: decimalsSchema.optional(),
});

/** Each row of `of` in per cent of one of its rows, `total`, in the same column. */
const totalShareColumnSchema = z.strictObject({
  id: codeSchema,
  label: lineSchema(80),
  kind: z.literal('share-of-total'),
  of: codeSchema,
  total: codeSchema,
  decimals: decimalsSchema.optional(),
});

export const columnSchema = z.discriminatedUnion('kind', [
  figureColumnSchema,
  planColumnSchema,
  derivedColumnSchema,
  benchmarkColumnSchema,
  totalShareColumnSchema,
]);

export type LayoutColumn = z.output<typeof columnSchema>;
export type FigureColumn = Extract<LayoutColumn, { period: unknown }>;
/** Reckoned from two columns. */
export type DerivedColumn = Extract<LayoutColumn, { against: unknown }>;
export type BenchmarkColumn = Extract<LayoutColumn, { kind: 'benchmark' }>;

export function isFigureColumn(column: LayoutColumn): column is FigureColumn {
  return 'period' in column;
}

/** A column whose cells are amounts that another column may be reckoned from. */
export function hasAmounts(column: LayoutColumn): boolean {
  return isFigureColumn(column) || (column.kind === 'benchmark' && column.shows === 'amount');
}

/** How many years before its named period a column looks. */
export function yearsBack(column: FigureColumn): number {
  return column.kind === 'plan' ? 0 : (column.yearsBack ?? 0);
}

/** The column of what has happened in the report's own period, if the statement has one. */
export function outcomeColumn(layout: { readonly columns: readonly LayoutColumn[] }): FigureColumn | undefined {
  return layout.columns
    .filter(isFigureColumn)
    .find((column) => column.kind === 'actual' && column.period === 'report' && yearsBack(column) === 0);
}
