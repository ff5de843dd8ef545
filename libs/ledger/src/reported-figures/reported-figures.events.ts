// Stored for ever: add, never rename or re-mean.
import { codeSchema, defineEvent, type EventsOf, lineSchema, oreSchema, periodCodeSchema } from '@finsam/kernel';
import { z } from 'zod';

/** A figure as it was printed in an earlier document; öre where the source has them. */
export const reportedFiguresSchema = z.strictObject({
  /** The layout whose lines the figures belong to. */
  layoutId: codeSchema,
  period: periodCodeSchema,
  /** The document they were taken from, e.g. `Årsredovisning 2023`. */
  document: lineSchema(80),
  figures: z.array(z.strictObject({ line: codeSchema, amountOre: oreSchema })).max(500),
  /** Rows that are not money: employees, per cent, occasions, in a unit of their own. */
  counts: z
    .array(z.strictObject({ line: codeSchema, count: z.number().int().min(0).max(1_000_000), unit: codeSchema }))
    .max(500)
    .optional(),
});

export const FiguresReported = defineEvent(
  'FiguresReported',
  1,
  reportedFiguresSchema.describe(
    'Figures of a time without vouchers here, or of what is not money, were taken from an earlier document.',
  ),
);

export const reportedFiguresEvents = [FiguresReported] as const;
export type ReportedFiguresEvent = EventsOf<typeof reportedFiguresEvents>;
