// How the codes of imported files are read, as the association has decided.
import type { StateProjection } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { type SieMapping, type SieMappingEvent, sieMappingEvents } from './sie-mapping.events';

export type SieMappingRow = {
  dimensions: SieMapping['dimensions'];
  accounts: SieMapping['accounts'];
};

export const sieMappings: StateProjection<SieMappingEvent, SieMappingRow> = {
  kind: 'state',
  table: { name: 'sie_mapping_v1', columns: { dimensions: 'json', accounts: 'json' } },
  events: sieMappingEvents,
  key: () => 'sie-mapping',
  evolve: (_, { data }) => ({ dimensions: data.dimensions, accounts: data.accounts }),
};

export async function sieMapping(view: View): Promise<SieMapping> {
  const [row] = await view.from(sieMappings).selectAll().execute();
  return row ? { dimensions: row.dimensions, accounts: row.accounts } : { dimensions: [], accounts: [] };
}
