// What is known of a comparison while its cells are explained.
import type { FigureColumn, Layout } from '@finsam/associations';
import type { Period } from '@finsam/kernel';
import type { Recording, View } from '@finsam/platform';
import { bookedYears } from '../rendering/statement-figures';
import type { ColumnFigures } from '../statements/figures';
import type { Reading } from './reading';
import { EVENTS_MAX } from './reasons';

export interface Compared {
  /** At the later position. */
  readonly view: View;
  readonly from: number;
  readonly period: Period;
  readonly before: Reading;
  /** The later layouts over the earlier figures: what is left from here is not the layouts'. */
  readonly between: Reading;
  readonly after: Reading;
  /** By year, where its books were opened between the two. */
  readonly opened: ReadonlyMap<number, number>;
  /** By layout, where it was last adopted. */
  readonly adopted: ReadonlyMap<string, number>;
}

/** A column's figures then, in the later layout, and now. */
export function figuresOf({ between, after }: Compared, layout: Layout, { id }: FigureColumn) {
  const [was, is] = [between, after].map(({ figures }) => figures.get(layout.id)!.columns[id]!);
  return { was: was!, is: is! } satisfies Record<string, ColumnFigures>;
}

/** The latest of what was recorded at these positions after the earlier time. */
export async function eventsAt({ view, from }: Compared, positions: readonly number[]): Promise<Recording[]> {
  const later = [...new Set(positions)].filter((position) => position > from).sort((a, b) => a - b);
  return view.recordedAt(later.slice(-EVENTS_MAX));
}

/** Years are opened once and for good, so the first position at which each was open is found by halving. */
export async function openedYears(view: View, from: number): Promise<Map<number, number>> {
  const earlier = await bookedYears(view.knownAt(from));
  const opened = new Map<number, number>();
  for (const year of await bookedYears(view)) {
    if (earlier.has(year)) continue;
    let [closed, open] = [from, view.at];
    while (open - closed > 1) {
      const middle = Math.floor((closed + open) / 2);
      if ((await bookedYears(view.knownAt(middle))).has(year)) open = middle;
      else closed = middle;
    }
    opened.set(year, open);
  }
  return opened;
}
