// How the kommuner share their quarter, from year to year.
import type { StateProjection } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { type Split, type SplitEvent, splitEvents } from './split.events';

export type SplitRow = {
  from_year: number;
  method: Split['method'];
  parts: readonly SplitPart[];
  rounding_ore: number;
};

export interface SplitPart {
  readonly memberId: string;
  /** Inhabitants or basis points: what the quarter is shared in proportion to. */
  readonly weight: number;
}

export const splits: StateProjection<SplitEvent, SplitRow> = {
  kind: 'state',
  table: {
    name: 'contribution_split_v1',
    columns: { from_year: 'integer', method: 'text', parts: 'json', rounding_ore: 'bigint' },
  },
  events: splitEvents,
  key: ({ data }) => String(data.from),
  evolve: (_, { data: { from, method, parts, roundingOre } }) => ({
    from_year: from,
    method,
    parts: parts.map(({ memberId, inhabitants, shareBasisPoints }) => ({
      memberId,
      weight: inhabitants ?? shareBasisPoints ?? 0,
    })),
    rounding_ore: roundingOre,
  }),
};

export interface AgreedSplit {
  readonly from: number;
  readonly method: Split['method'];
  readonly parts: readonly SplitPart[];
  readonly roundingOre: number;
}

/** The split that holds for a year: the one from the latest year that is not after it. */
export async function splitFor(view: View, year: number): Promise<AgreedSplit | null> {
  const row = await view
    .from(splits)
    .selectAll()
    .where('from_year', '<=', year)
    .orderBy('from_year', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return { from: row.from_year, method: row.method, parts: row.parts, roundingOre: row.rounding_ore };
}
