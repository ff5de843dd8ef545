// Why a cell is another than it was: each reason with so much of the difference as it explains.
import type { Ore } from '@finsam/kernel';
import type { LaterLine } from '@finsam/ledger';
import type { Recording } from '@finsam/platform';
import type { PostFigure } from '../statements/figures';
import type { Place } from './changed-cells';

interface Explained {
  /** Öre as the row shows them, a blank counted as nothing. A cell's reasons add up to its difference. */
  readonly differenceOre: Ore;
  /** What was recorded between the two positions, in its order; at most `EVENTS_MAX`, the latest. */
  readonly events: readonly Recording[];
}

export interface ChangedPost extends Omit<PostFigure, 'amountOre'> {
  /** By which the row shows it. */
  readonly sign: 1 | -1;
  /** Null where the plan did not name it. */
  readonly beforeOre: Ore | null;
  readonly afterOre: Ore | null;
}

export type Reason =
  /** The same figures shown in another way: the layout was adopted anew. */
  | (Explained & { readonly kind: 'layout' })
  /** Rows in the books. `sign`: how the row shows what they hold, debit positive. */
  | (Explained & {
      readonly kind: 'ledger';
      readonly sign: 1 | -1;
      /** The first of them; `count` says how many there are. */
      readonly lines: readonly (LaterLine & { readonly recorded: Recording | null })[];
      readonly count: number;
    })
  /** Another decision on a budget or its plan, or another forecast. */
  | (Explained & { readonly kind: 'budget' | 'forecast' | 'plan'; readonly posts: readonly ChangedPost[] })
  | (Explained & {
      readonly kind: 'reported';
      readonly document: { readonly before: string | null; readonly after: string | null };
    })
  /** Sums that came with a file, without vouchers. */
  | (Explained & { readonly kind: 'imported' })
  /** The column is taken from elsewhere: its year got books, or a plan, or figures, where there were others or none. */
  | (Explained & { readonly kind: 'source'; readonly before: string; readonly after: string })
  /** Reckoned from other cells, which are told by themselves. */
  | { readonly kind: 'cells'; readonly reckoned: string; readonly parts: readonly ChangedPart[] };

export interface ChangedPart extends Place {
  readonly sign?: 1 | -1;
  /** By so much the part has changed, a blank counted as nothing; without what the layout makes of it. */
  readonly differenceOre: Ore;
}

/** Of the rows in the books behind one cell. */
export const LINES_MAX = 100;
export const EVENTS_MAX = 20;
