// Figures given to the rows that show them, and what each row then comes to.
import type { LayoutRow } from '@finsam/associations';
import { type Ore, ore, sumOre } from '@finsam/kernel';
import type { Moved } from '../statement-table';
import type { Caught } from './view';

/** Gives each figure to the rows that take it; `takes` answers with the sign by which the row shows it. */
export function share<R extends LayoutRow, F extends { readonly amountOre: Ore }>(
  rows: readonly R[],
  figures: readonly F[],
  takes: (row: R, figure: F) => 1 | -1 | null,
): Caught<F, R>[] {
  return figures.map((figure) => ({
    figure,
    by: rows.flatMap((line) => {
      const sign = takes(line, figure);
      return sign === null ? [] : [{ line, shownOre: ore(sign * figure.amountOre) }];
    }),
  }));
}

/** By the row: all that it shows. A row that a view has taken everything from shows zero, not nothing. */
export function amountsOn<F>(
  caught: readonly Caught<F, LayoutRow>[],
  moved: readonly Moved[] = [],
): Map<string, Ore[]> {
  const amounts = new Map<string, Ore[]>();
  const put = (id: string, amount: Ore) => {
    const own = amounts.get(id);
    if (own) own.push(amount);
    else amounts.set(id, [amount]);
  };
  for (const { by } of caught) for (const { line, shownOre } of by) put(line.id, shownOre);
  for (const { kind, rows } of moved) {
    // What is set off stands on its row already.
    for (const { row, changeOre } of rows) put(row, kind === 'set-off' ? ore(0) : changeOre);
  }
  return amounts;
}

/** Every figure that is not zero and not on exactly one row, with the rows that show it. */
export function notOnce<F extends { readonly amountOre: Ore }>(
  caught: readonly Caught<F, LayoutRow>[],
): (readonly [F, readonly string[]])[] {
  return caught
    .filter(({ figure, by }) => figure.amountOre !== 0 && by.length !== 1)
    .map(({ figure, by }) => [figure, by.map(({ line }) => line.id)]);
}

export function blankWhenNone(
  rows: readonly { id: string }[],
  amounts: ReadonlyMap<string, readonly Ore[]>,
): Map<string, Ore | null> {
  return new Map(
    rows.map(({ id }) => {
      const own = amounts.get(id);
      return [id, own ? sumOre(own) : null];
    }),
  );
}
