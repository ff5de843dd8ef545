// How does each statement of the association look? The latest version of every layout it has adopted.
import type { StateProjection } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import type { Layout } from './layout-shape';
import { type LayoutEvent, layoutEvents } from './layouts.events';

/** A type, not an interface, so that it counts as a row of named columns. */
export type LayoutRecord = {
  readonly layout_id: string;
  /** Position of its first adoption: statements stand in the order in which they came to the association. */
  readonly place: number;
  readonly version: number;
  readonly title: string;
  readonly body: Layout;
};

export const layoutsProjection: StateProjection<LayoutEvent, LayoutRecord> = {
  kind: 'state',
  table: {
    name: 'layout_v1',
    columns: { layout_id: 'text', place: 'bigint', version: 'integer', title: 'text', body: 'json' },
  },
  events: layoutEvents,
  key: ({ data }) => data.layout.id,
  evolve: (row, { position, data: { layout } }) => ({
    layout_id: layout.id,
    place: row?.place ?? position,
    version: layout.version,
    title: layout.title,
    body: layout,
  }),
};

/** The layouts that stood at the view's position, in the order of their first adoption. */
export async function layoutsAt(view: View): Promise<Layout[]> {
  const rows = await view.from(layoutsProjection).select('t.body').orderBy('t.place').execute();
  return rows.map(({ body }) => body);
}

/** Where in the log each layout that stands was adopted, by its id. */
export async function layoutPositions(view: View): Promise<ReadonlyMap<string, number>> {
  const rows = await view.from(layoutsProjection).select(['t.layout_id', 't.since']).execute();
  return new Map(rows.map(({ layout_id, since }) => [layout_id, since]));
}
