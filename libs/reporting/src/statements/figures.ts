// What a statement is made from: for every column of figures, where they come from and what they are.
import type { Reading } from '@finsam/associations';
import type { BusinessDate, Ore } from '@finsam/kernel';

/** Summed for the column's period or, in a balance, up to its last day. Debit positive. */
export interface LedgerFigure {
  readonly account: number;
  readonly activity: string | null;
  readonly member: string | null;
  /** Of the dimensions that the layout selects by, those that the entries have. */
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly amountOre: Ore;
}

/** A budget's or a forecast's post: positive for what it is, an income as well as a cost. */
export interface PostFigure {
  readonly activity: string;
  readonly kind: string;
  readonly member: string | null;
  readonly amountOre: Ore;
}

/** A figure as an earlier document printed it, sign and all. A line may be a total's. */
export interface ReportedFigure {
  readonly line: string;
  readonly amountOre: Ore;
}

/** What is not money, as an earlier document printed it: employees, per cent, occasions. */
export interface CountFigure {
  readonly line: string;
  readonly count: number;
  readonly unit: string;
}

export interface ReportedCounts {
  readonly document: string;
  readonly rows: readonly CountFigure[];
}

export interface LedgerSpan {
  readonly year?: number;
  readonly from?: BusinessDate;
  readonly to?: BusinessDate;
  readonly opening: boolean | 'only';
}

/** Sums of the books, with the entries that they are of. */
export type LedgerFigures = Extract<ColumnFigures, { source: 'ledger' }>;

/** `none`: there are no such figures, which is another thing than that they are zero. */
export type ColumnFigures =
  /** `imported`: sums that came with a file from another system; there are no vouchers behind them here. */
  | {
      readonly source: 'ledger';
      readonly rows: readonly LedgerFigure[];
      readonly imported?: true;
      /** Which entries were summed, for whoever asks what is behind a sum. */
      readonly span?: LedgerSpan;
    }
  | { readonly source: 'posts'; readonly rows: readonly PostFigure[] }
  | { readonly source: 'reported'; readonly document: string; readonly rows: readonly ReportedFigure[] }
  | { readonly source: 'none' };

export interface StatementFigures {
  /** By the id of the column; one for each that is not reckoned from others. */
  readonly columns: Readonly<Record<string, ColumnFigures>>;
  /** By the id of the column, whatever its amounts are taken from: no books hold counts. */
  readonly counts?: Readonly<Record<string, ReportedCounts>>;
  /** By the id of a column that books fill: what its lines read of them besides what the statement is about. */
  readonly readings?: Readonly<Record<string, Readings>>;
}

/** The balances before the period's first day, what was booked in it, and the balances at its last. */
export type Readings = Readonly<Partial<Record<Reading, LedgerFigures>>>;
