// A report's tables as they were known at one position, with the figures that they are made of.
import type { Layout } from '@finsam/associations';
import type { Period } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { madeStatements } from '../rendering/render';
import type { StatementFigures } from '../statements/figures';
import type { StatementTable } from '../statements/statement-table';

export interface KnownTables {
  readonly layouts: readonly Layout[];
  readonly tables: readonly StatementTable[];
  /** By the id of the layout. */
  readonly figures: ReadonlyMap<string, StatementFigures>;
}

/** `layouts`: not always those of the same position, for what another layout would have shown of old figures. */
export async function tablesKnown(view: View, period: Period, layouts: readonly Layout[]): Promise<KnownTables> {
  const made = await madeStatements(view, period, layouts);
  return {
    layouts: made.map(({ layout }) => layout),
    tables: made.map(({ table }) => table),
    figures: new Map(made.map(({ layout, figures }) => [layout.id, figures])),
  };
}
