// Where our tables and a printed document differ, and why. The numbers are those of the arithmetic audit of the
// documents; `new` was found here.

/**
 * - `derivable`: the right figure follows from others in the same print. It is asserted, and the printed one named.
 * - `contradiction`: two printed figures disagree and nothing decides. Both are named and neither is asserted.
 * - `rounding`: the print sums figures that it does not show.
 * - `label`: a word is wrong, or another.
 * - `blank`: the print leaves a cell empty that its other figures fill.
 */
export type Kind = 'derivable' | 'contradiction' | 'rounding' | 'label' | 'blank';

export interface Finding {
  readonly slug: string;
  readonly audit: string;
  readonly kind: Kind;
  readonly reason: string;
  /** By `table/row/column`: what is printed, and what stands against it: our figure, or the other printed one. */
  readonly cells: Readonly<Record<string, readonly [printed: string, other: string]>>;
}

export interface Difference extends Omit<Finding, 'cells'> {
  /** `slug/table/row/column` */
  readonly at: string;
  readonly printed: string;
  readonly other: string;
}

/** Two cells that disagree in print and here alike: the figures were reported so, or a line is missing. */
export interface Repeated {
  readonly audit: string;
  readonly one: string;
  readonly other: string;
  readonly reason: string;
}

export function listed(findings: readonly Finding[]): Difference[] {
  return findings.flatMap(({ cells, ...finding }) =>
    Object.entries(cells).map(([place, [printed, other]]) => ({
      ...finding,
      at: `${finding.slug}/${place}`,
      printed,
      other,
    })),
  );
}
