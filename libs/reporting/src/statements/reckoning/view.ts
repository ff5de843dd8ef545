// A layout's view: what is set off against another row, and what is shared out. Amounts move between lines, debit
// positive, so that no öre is won or lost and the result is the same with the view as without it.
import { type Allocation, type Layout, type LineRow, type SetOff, selectsNothing } from '@finsam/associations';
import { type Ore, ore, parsePeriod, type Period, splitOre, sumOre } from '@finsam/kernel';
import type { Moved } from '../statement-table';

/** A figure with the lines that show it, and its amount as each of them does. */
export interface Caught<F, Row = LineRow> {
  readonly figure: F;
  readonly by: readonly { readonly line: Row; readonly shownOre: Ore }[];
}

/** How the view reads the figures of a column. */
export interface ViewedFigures<F> {
  readonly takes: (of: SetOff | Allocation, figure: F) => boolean;
  /** True where the line names the figure's activity, member or dimensions, whatever its account or kind. */
  readonly isAbout: (line: LineRow, figure: F) => boolean;
  /** Debit positive; null where only the line that shows the figure says whether it is income or cost. */
  readonly debitOre: (figure: F) => Ore | null;
}

export interface ViewedColumn {
  readonly id: string;
  readonly period: Pick<Period, 'from' | 'to'>;
  /** The lines with cells of their own. A view that names another row does nothing in the column. */
  readonly lines: readonly LineRow[];
}

export interface Viewed<F> {
  readonly caught: readonly Caught<F>[];
  readonly moved: readonly Moved[];
}

/** Set-offs come first; every allocation is of what its row holds then, whatever other allocations do. */
export function viewed<F>(
  { view = {} }: Pick<Layout, 'view'>,
  column: ViewedColumn,
  caught: readonly Caught<F>[],
  figures: ViewedFigures<F>,
): Viewed<F> {
  const lines = new Map(column.lines.map((line) => [line.id, line]));
  const here = (rows: readonly string[], only: readonly string[] | undefined) =>
    (!only || only.includes(column.id)) && rows.every((row) => lines.has(row));
  const setOffs = (view.setOffs ?? []).filter(({ rows, columns }) => here(rows, columns));
  const turned = setOffs.map((): (readonly [from: Caught<F>, to: Caught<F>])[] => []);
  const after = caught.map((one) => {
    const at = setOffs.findIndex((setOff) => figures.takes(setOff, one.figure));
    const against = at < 0 ? undefined : standsAgainst(setOffs[at]!, one, lines, figures);
    if (against) turned[at]!.push([one, against]);
    return against ?? one;
  });
  const allocations = (view.allocations ?? []).filter(({ from, to, columns }) =>
    here([from, ...to.map(({ row }) => row)], columns),
  );
  return {
    caught: after,
    moved: [
      ...setOffs.flatMap(({ label }, at) => setOffOf(label, column.id, turned[at]!)),
      ...allocations.flatMap((allocation) => {
        const base = baseOf(allocation, column, after, figures);
        return base === null ? [] : [allocated(allocation, column.id, lines, base)];
      }),
    ],
  };
}

/** The figure on the one row that it stands against; undefined where it stays as it was. */
function standsAgainst<F>(
  { rows }: SetOff,
  { figure, by }: Caught<F>,
  lines: ReadonlyMap<string, LineRow>,
  { isAbout, debitOre }: ViewedFigures<F>,
): Caught<F> | undefined {
  const named = rows.map((row) => lines.get(row)!);
  const [line, another] = named.length === 1 ? named : named.filter((one) => isAbout(one, figure));
  const [only, second] = by;
  const debit = debitOre(figure) ?? (only && !second ? ore(only.line.sign * only.shownOre) : null);
  if (!line || another || debit === null || (only?.line === line && !second)) return undefined;
  return { figure, by: [{ line, shownOre: ore(line.sign * debit) }] };
}

/** Nothing where the column has nothing to set off. */
function setOffOf<F>(label: string, column: string, turned: readonly (readonly [Caught<F>, Caught<F>])[]): Moved[] {
  if (turned.length === 0) return [];
  const changes = turned.flatMap(([from, to]) => [
    ...from.by.map(({ line, shownOre }) => ({ row: line.id, changeOre: ore(-shownOre) })),
    ...to.by.map(({ line, shownOre }) => ({ row: line.id, changeOre: shownOre })),
  ]);
  // On no line before: as an income would be shown.
  const amounts = turned.map(([{ by }, to]) => by[0]?.shownOre ?? ore(-to.by[0]!.line.sign * to.by[0]!.shownOre));
  return [{ kind: 'set-off', label, column, amountOre: sumOre(amounts), rows: added(changes) }];
}

/** What an allocation shares out, as its row shows it; null where the column has nothing to share. */
function baseOf<F>(
  { from, amount, posts, ...selector }: Allocation,
  { period }: ViewedColumn,
  caught: readonly Caught<F>[],
  { takes }: ViewedFigures<F>,
): Ore | null {
  const held = caught.filter(({ by }) => by.length === 1 && by[0]!.line.id === from);
  if (held.length === 0) return null;
  if (amount) {
    const decided = parsePeriod(amount.period);
    return decided.from === period.from && decided.to === period.to ? amount.ore : null;
  }
  const all = selectsNothing(selector) && !posts;
  const taken = held.filter(({ figure }) => all || takes({ from, posts, ...selector }, figure));
  return taken.length === 0 ? null : sumOre(taken.map(({ by }) => by[0]!.shownOre));
}

function allocated(
  { label, from, to }: Allocation,
  column: string,
  lines: ReadonlyMap<string, LineRow>,
  base: Ore,
): Moved {
  const sign = lines.get(from)!.sign;
  const weights = to.map(({ weight }) => weight);
  const parts = splitOre(base, weights).map((part, index) => ({ row: to[index]!.row, part }));
  const leaving = parts.filter(({ row }) => row !== from);
  const amountOre = sumOre(leaving.map(({ part }) => part));
  const rows = leaving.map(({ row, part }) => ({ row, changeOre: ore(lines.get(row)!.sign * sign * part) }));
  return {
    kind: 'allocation',
    label,
    column,
    amountOre,
    rows: [{ row: from, changeOre: ore(-amountOre) }, ...rows],
  };
}

function added(changes: readonly Moved['rows'][number][]): Moved['rows'] {
  const sums = new Map<string, Ore>();
  for (const { row, changeOre } of changes) sums.set(row, ore((sums.get(row) ?? 0) + changeOre));
  return [...sums].map(([row, changeOre]) => ({ row, changeOre })).sort((a, b) => (a.row < b.row ? -1 : 1));
}
