// The association decides what the accounting office's objects are here. A file is read by what holds when it comes.
import { canonicalJson, type CommandsOf, type Decider, defineCommand, refusals } from '@finsam/kernel';
import { z } from 'zod';
import {
  accountMappingSchema,
  dimensionMappingSchema,
  type SieMapping,
  type SieMappingEvent,
  sieMappingEvents,
} from './sie-mapping.events';

export const refuse = refusals({
  'sie/dimension-twice': { status: 422, text: 'Dimension {dimension} står två gånger.' },
  'sie/object-twice': { status: 422, text: 'Ett objekt i dimension {dimension} står två gånger.' },
  'sie/ranges-overlap': { status: 422, text: 'Kontona {from}–{to} står i två intervall.' },
});

export const AdoptSieMapping = defineCommand(
  'AdoptSieMapping',
  z.strictObject({
    dimensions: z.array(dimensionMappingSchema).max(50),
    accounts: z.array(accountMappingSchema).max(500).default([]),
  }),
);

const commands = [AdoptSieMapping] as const;
type SieMappingCommand = CommandsOf<typeof commands>;

export const SIE_MAPPING_STREAM = 'sie-mapping';

export const noMapping = (): SieMapping => ({ dimensions: [], accounts: [] });

export const sieMappingDecider: Decider<SieMapping, SieMappingCommand, SieMappingEvent> = {
  name: 'ledger/sie-mapping',
  commands,
  events: sieMappingEvents,
  stream: () => SIE_MAPPING_STREAM,
  initialState: noMapping,
  evolve: (_, { data }) => data,
  decide: ({ data }, state) => {
    refuseTwice(data);
    return canonicalJson(data) === canonicalJson(state) ? [] : [{ type: 'SieMappingAdopted', data }];
  },
};

function refuseTwice({ dimensions, accounts }: SieMapping): void {
  dimensions.forEach(({ dimension, objects }, at) => {
    if (dimensions.findIndex((other) => other.dimension === dimension) < at) {
      throw refuse('sie/dimension-twice', { dimension, pointer: `/dimensions/${at}/dimension` });
    }
    const twice = objects.findIndex(({ object }, n) => objects.findIndex((other) => other.object === object) < n);
    if (twice < 0) return;
    throw refuse('sie/object-twice', { dimension, pointer: `/dimensions/${at}/objects/${twice}/object` });
  });
  accounts.forEach(({ from, to }, at) => {
    const overlaps = accounts.slice(0, at).some((other) => other.from <= to && from <= other.to);
    if (overlaps) throw refuse('sie/ranges-overlap', { from, to, pointer: `/accounts/${at}/from` });
  });
}
