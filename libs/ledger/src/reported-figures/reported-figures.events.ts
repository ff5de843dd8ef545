// Stored for ever: add, never rename or re-mean.
import { codeSchema, defineEvent, type EventsOf, lineSchema, oreSchema, periodCodeSchema } from '@finsam/kernel';
import { z } from 'zod';

/** A figure as it was printed in an earlier document, in öre; or a number of something that is not money. */
const reportedFigureSchema = z.union([
  z.strictObject({ line: codeSchema, amountOre: oreSchema }),
  z.strictObject({ line: codeSchema, count: z.number().int().min(0).max(1_000_000), unit: codeSchema }),
]);
export type ReportedFigure = z.output<typeof reportedFigureSchema>;

export const reportedFiguresSchema = z.strictObject({
  /** The layout whose lines the figures belong to. */
  layoutId: codeSchema,
  period: periodCodeSchema,
  /** The document they were taken from, e.g. `Årsredovisning 2023`. */
  document: lineSchema(80),
  figures: z.array(reportedFigureSchema).min(1).max(500),
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
