// The list of avslutsorsaker in force, and those that were in force before.
import type { EventsOf, StateProjection } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { type ExitReason, exitReasonsEvents } from './exit-reasons.events';

export type ExitReasonsRow = {
  readonly reasons: readonly ExitReason[];
  /** No longer in the list, as last worded: exits from before still carry them. */
  readonly former: readonly ExitReason[];
};

/** One row per association: a new list replaces the whole of the old one. */
export const exitReasons: StateProjection<EventsOf<typeof exitReasonsEvents>, ExitReasonsRow> = {
  kind: 'state',
  table: { name: 'exit_reason_v1', columns: { reasons: 'json', former: 'json' } },
  events: exitReasonsEvents,
  key: () => 'exit-reasons',
  evolve(row, { data: { reasons } }) {
    const listed = new Set(reasons.map(({ code }) => code));
    const before = row ? [...row.former, ...row.reasons] : [];
    return { reasons, former: before.filter(({ code }) => !listed.has(code)) };
  },
};

/** Empty lists until the association has adopted its first. */
export async function exitReasonsAt(view: View): Promise<ExitReasonsRow> {
  const row = await view.from(exitReasons).select(['t.reasons', 't.former']).executeTakeFirst();
  return row ?? { reasons: [], former: [] };
}
