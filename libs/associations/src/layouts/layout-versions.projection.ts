// Every version of every layout, with the decision that adopted it. None is ever forgotten: an old report cites one.
import { type DecisionRef, refusals, type StateProjection } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import type { Layout } from './layout-shape';
import { type LayoutEvent, layoutEvents } from './layouts.events';

const refuse = refusals({
  'layout/unknown': { status: 404, text: 'Förbundet har inte antagit någon uppställning med namnet {layout}.' },
});

export type LayoutVersionRow = {
  readonly layout_id: string;
  readonly version: number;
  readonly title: string;
  readonly decision: DecisionRef;
  /** Position of its adoption. */
  readonly adopted_at: number;
  readonly body: Layout;
};

export const layoutVersionsProjection: StateProjection<LayoutEvent, LayoutVersionRow> = {
  kind: 'state',
  table: {
    name: 'layout_version_v1',
    columns: {
      layout_id: 'text',
      version: 'integer',
      title: 'text',
      decision: 'json',
      adopted_at: 'bigint',
      body: 'json',
    },
  },
  events: layoutEvents,
  key: ({ data: { layout } }) => `${layout.id} ${layout.version}`,
  evolve: (_, { position, data: { layout, decision } }) => ({
    layout_id: layout.id,
    version: layout.version,
    title: layout.title,
    decision,
    adopted_at: position,
    body: layout,
  }),
};

export interface LayoutVersion {
  readonly version: number;
  readonly title: string;
  readonly decision: DecisionRef;
  readonly adoptedAt: number;
  readonly layout: Layout;
}

/** The first version first. Throws `DomainError` for a layout that was never adopted. */
export async function layoutVersions(view: View, layoutId: string): Promise<LayoutVersion[]> {
  const rows = await view
    .from(layoutVersionsProjection)
    .select(['t.version', 't.title', 't.decision', 't.adopted_at', 't.body'])
    .where('t.layout_id', '=', layoutId)
    .orderBy('t.version')
    .execute();
  if (rows.length === 0) throw refuse('layout/unknown', { layout: layoutId, pointer: '/layoutId' });
  return rows.map(({ version, title, decision, adopted_at: adoptedAt, body: layout }) => ({
    version,
    title,
    decision,
    adoptedAt,
    layout,
  }));
}
