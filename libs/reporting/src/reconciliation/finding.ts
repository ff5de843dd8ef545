// What a reconciliation says: which rule, where, with which figures, and why it may be so.
import type { RuleName, Severity } from './rules';

export interface Finding {
  readonly rule: RuleName;
  readonly severity: Severity;
  /** `table/row/column`, or the place in the text. */
  readonly place: string;
  /** A Swedish sentence with the figures. */
  readonly message: string;
  readonly cause?: string;
  /** What is shown less what it should be, in hundredths of the unit: öre for amounts. Absent where nothing differs. */
  readonly difference?: number;
  /** The cells that it was reckoned from, as printed. */
  readonly cells: readonly { readonly place: string; readonly printed: string }[];
}
