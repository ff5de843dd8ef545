// A statement's layout is adopted version by version. What a version says never changes.
import {
  canonicalJson,
  type CommandsOf,
  type Decider,
  decisionRefSchema,
  defineCommand,
  refusals,
} from '@finsam/kernel';
import { z } from 'zod';
import { layoutSchema } from './layout';
import type { Layout } from './layout-shape';
import { LayoutAdopted, type LayoutEvent, layoutEvents } from './layouts.events';

const refuse = refusals({
  'layout/version-taken': {
    status: 409,
    text: 'Layouten {layout} har redan en annan version {version}. Ge ändringen nästa versionsnummer, {next}.',
  },
  'layout/version-gap': {
    status: 409,
    text: 'Layouten {layout} har {latest} som senaste version, så nästa är {next}, inte {version}.',
  },
});

export const AdoptLayout = defineCommand(
  'AdoptLayout',
  z.strictObject({ layout: layoutSchema, decision: decisionRefSchema }),
);

export const layoutCommands = [AdoptLayout] as const;

export type LayoutCommand = CommandsOf<typeof layoutCommands>;

/** What each version says, as one text, the first version first. */
export type AdoptedVersions = readonly string[];

export function layoutStream(id: string): string {
  return `layout-${id}`;
}

export const layoutsDecider: Decider<AdoptedVersions, LayoutCommand, LayoutEvent> = {
  name: 'associations/layouts',
  commands: layoutCommands,
  events: layoutEvents,
  stream: ({ data }) => layoutStream(data.layout.id),
  initialState: () => [],
  decide: ({ data }, versions) => {
    const { id, version } = data.layout;
    const standing = versions[version - 1];
    if (standing === contentOf(data.layout)) return [];
    const details = { layout: id, version, latest: versions.length, next: versions.length + 1 };
    if (standing !== undefined) throw refuse('layout/version-taken', { ...details, pointer: '/layout/version' });
    if (version !== details.next) throw refuse('layout/version-gap', { ...details, pointer: '/layout/version' });
    return [LayoutAdopted(data)];
  },
  evolve: (versions, { data }) => [...versions, contentOf(data.layout)],
};

function contentOf(layout: Layout): string {
  return canonicalJson(layout);
}
