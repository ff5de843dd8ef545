// One line of the result: what was reached, what the same server can do at most, and whether that is enough.

export interface Figure {
  readonly what: string;
  readonly ours: number;
  readonly unit: '/s' | 'ms' | 'MB';
  /** The same, or as much as must be done, by other means in the same run. */
  readonly limit?: { readonly what: string; readonly value: number };
  readonly target?: Target;
}

/**
 * A ratio to the limit holds on any machine, `ratio` for speeds and `atMost` for times; the others are of one with two
 * cores.
 */
export type Target =
  { readonly ratio: number } | { readonly atMost: number } | { readonly atLeast: number } | { readonly below: number };

export interface Judged extends Figure {
  readonly ratio: number | null;
  readonly wanted: string;
  /** Null: nothing is wanted of it. */
  readonly reached: boolean | null;
}

export function judge(figure: Figure): Judged {
  const { ours, limit, target } = figure;
  const ratio = limit ? ours / limit.value : null;
  return {
    ...figure,
    ratio,
    wanted: target ? wanted(target) : '',
    reached: target ? reaches(target, ours, ratio) : null,
  };
}

function wanted(target: Target): string {
  if ('ratio' in target) return `>= ${target.ratio.toFixed(2)}`;
  if ('atMost' in target) return `<= ${target.atMost.toFixed(2)}`;
  return 'below' in target ? `< ${target.below}` : `> ${target.atLeast}`;
}

function reaches(target: Target, ours: number, ratio: number | null): boolean {
  if ('ratio' in target) return ratio !== null && ratio >= target.ratio;
  if ('atMost' in target) return ratio !== null && ratio <= target.atMost;
  return 'below' in target ? ours < target.below : ours > target.atLeast;
}

const HEAD = row(['what', 'ours', 'limit', 'ratio', 'target', ''], 'limit');

/** The lines for people. */
export function table(figures: readonly Judged[]): string {
  const lines = figures.map(({ what, ours, unit, limit, ratio, wanted: target, reached }) =>
    row(
      [
        what,
        `${shown(ours)} ${unit}`,
        limit ? `${shown(limit.value)} ${unit}` : '',
        ratio === null ? '' : ratio.toFixed(2),
        target,
        reached === null ? '' : reached ? 'reached' : 'MISSED',
      ],
      limit?.what ?? '',
    ),
  );
  return `${[HEAD, ...lines].join('\n')}\n`;
}

function row([what, ...cells]: readonly string[], limit: string): string {
  return `${what!.padEnd(52)}${cells.map((cell) => cell.padStart(12)).join('')}  ${limit}`.trimEnd();
}

function shown(value: number): string {
  return value < 100 ? value.toFixed(1) : String(Math.round(value));
}
