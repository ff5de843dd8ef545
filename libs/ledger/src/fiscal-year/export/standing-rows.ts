// The rows of a voucher as they are now: what was said of them later took the earlier words back.
import { canonicalJson, type Ore } from '@finsam/kernel';

export interface StandingRow {
  readonly account: number;
  readonly amountOre: Ore;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** `rows` in the order they were written, each with its position in the log. A later one may cancel an earlier. */
export function standingRows(rows: readonly (StandingRow & { readonly since: number })[]): StandingRow[] {
  const first = rows[0]?.since;
  const standing: StandingRow[] = [];
  for (const { since, ...row } of rows) {
    const key = canonicalJson([row.account, row.dimensions]);
    const cancelled =
      since === first
        ? -1
        : standing.findIndex(
            (one) => one.amountOre === -row.amountOre && canonicalJson([one.account, one.dimensions]) === key,
          );
    if (cancelled >= 0) standing.splice(cancelled, 1);
    else standing.push(row);
  }
  return standing;
}
