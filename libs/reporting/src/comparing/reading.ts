// A report's tables as they were known at one position, with the figures that they are made of.
import type { Layout } from '@finsam/associations';
import type { Period } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { bookedYears, statementFigures } from '../rendering/statement-figures';
import { columnPeriods } from '../statements/column-periods';
import type { StatementFigures } from '../statements/figures';
import { statement } from '../statements/statement';
import type { StatementTable } from '../statements/statement-table';

export interface Reading {
  readonly layouts: readonly Layout[];
  readonly tables: readonly StatementTable[];
  /** By the id of the layout. */
  readonly figures: ReadonlyMap<string, StatementFigures>;
}

/** `layouts`: not always those of the same position, for what another layout would have shown of old figures. */
export async function readingOf(view: View, period: Period, layouts: readonly Layout[]): Promise<Reading> {
  const booked = await bookedYears(view);
  const figures = new Map<string, StatementFigures>();
  const tables: StatementTable[] = [];
  for (const layout of layouts) {
    const own = await statementFigures(view, layout, period, booked);
    figures.set(layout.id, own);
    tables.push(statement(layout, columnPeriods(layout, period), own, tables));
  }
  return { layouts, tables, figures };
}
