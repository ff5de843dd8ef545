// A statement as it is printed and kept: every cell with its öre and with the text that stands on paper.
import type { Layout, LayoutColumn, LayoutRow } from '@finsam/associations';
import type { Ore } from '@finsam/kernel';
import type { Decimals, Unit } from '../swedish';
import type { LedgerFigure, PostFigure } from './figures';

export interface StatementTable {
  readonly layout: { readonly id: string; readonly version: number };
  readonly statement: Layout['statement'];
  readonly title: string;
  readonly unit: Unit;
  /** Absent: whole units. */
  readonly decimals?: Decimals;
  readonly columns: readonly StatementColumn[];
  readonly rows: readonly StatementRow[];
  /** What goes to the nation, from the outcome column; null where the statement is blank. */
  readonly figures: Readonly<Record<string, Ore | null>>;
  /** Sentences to print under the table. */
  readonly notes: readonly string[];
  readonly unmapped: readonly Unmapped[];
  /** Reported counts that the layout has no row for; absent where there are none. */
  readonly countsNotShown?: readonly CountNotShown[];
  /** What the layout's view has moved, column by column; absent where it has none. */
  readonly moved?: readonly Moved[];
}

export interface CountNotShown {
  readonly column: string;
  readonly line: string;
  readonly count: number;
  readonly unit: string;
}

/** A set-off or an allocation in one column. */
export interface Moved {
  readonly kind: 'set-off' | 'allocation';
  readonly label: string;
  readonly column: string;
  /** What was taken, as the rows that it was taken from would have shown it. */
  readonly amountOre: Ore;
  /** By how much each row's cell is other than it would have been. */
  readonly rows: readonly { readonly row: string; readonly changeOre: Ore }[];
}

export interface StatementColumn {
  readonly id: string;
  readonly label: string;
  readonly kind: LayoutColumn['kind'];
}

export interface StatementRow {
  readonly id: string;
  readonly label: string;
  readonly kind: LayoutRow['kind'];
  /** Depth in the table, 1 outermost. */
  readonly level: number;
  readonly note?: string;
  /** One for each column; none in a heading or a text. */
  readonly cells: readonly StatementCell[];
}

export interface StatementCell {
  /** null: blank, a share or a count. Missing is not zero. */
  readonly ore: Ore | null;
  readonly share?: { readonly of: Ore; readonly against: Ore };
  /** What is not money, as it was reported. */
  readonly count?: { readonly count: number; readonly unit: string };
  readonly printed: string;
}

/** A figure that the table should show once but shows nowhere, or on several lines. */
export type Unmapped = {
  readonly column: string;
  /** The rows that show it: none, or more than one. */
  readonly lines: readonly string[];
  readonly amountOre: Ore;
} & (
  | Pick<LedgerFigure, 'account' | 'activity' | 'member' | 'dimensions'>
  | { readonly post: Pick<PostFigure, 'activity' | 'kind' | 'member'> }
  | { readonly reported: string }
);
