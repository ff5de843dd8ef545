// Bird-watching: read tables of two groups over one kind of event, for the specs of migrations and roles.
import {
  type AssociationId,
  defineEvent,
  type EventsOf,
  type ProjectionGroup,
  type StateProjection,
} from '@finsam/kernel';
import { z } from 'zod';
import { eventId } from '../commands/command-ids';
import { NO_STREAM, recordOf } from '../event-store/event-store';
import { GroupRunner } from '../projections/group-runner';
import type { TestDatabase } from '../testing/test-database';

const Seen = defineEvent('Seen', 1, z.strictObject({ bird: z.string() }));

type BirdProjection = StateProjection<EventsOf<readonly [typeof Seen]>, { bird: string; times: number }>;

export function sightings(name: string, more: Partial<BirdProjection['table']> = {}): BirdProjection {
  return {
    kind: 'state',
    table: { name, ...more, columns: { bird: 'text', times: 'integer', ...more.columns } },
    events: [Seen],
    key: ({ data }) => data.bird,
    evolve: (row, { data }) => ({ bird: data.bird, times: (row?.times ?? 0) + 1 }),
  };
}

export const [sky, lake, forest] = [sightings('sky_v1'), sightings('lake_v1'), sightings('forest_v1')];
export const water: ProjectionGroup = { name: 'water', projections: [sky, lake] };
export const land: ProjectionGroup = { name: 'land', projections: [forest] };

/** Records that a bird was seen; each time in a stream of its own. */
export async function see(db: TestDatabase, association: AssociationId, bird: string, times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    const commandId = `${bird}-${n}`;
    const meta = { commandId, commandHash: 'h', ordinal: 0, actor: 'a', correlationId: 'c' };
    const id = eventId(association, 'record', commandId, 0);
    const event = { id, type: 'Seen', schemaVersion: 1, data: JSON.stringify({ bird }), meta };
    await db.store.append(recordOf(association), commandId, NO_STREAM, [event]);
  }
}

export async function foldInto(db: TestDatabase, association: AssociationId, ...groups: ProjectionGroup[]) {
  const runner = new GroupRunner(db.databases, [Seen]);
  for (const group of groups) await runner.catchUp(association, group);
}
