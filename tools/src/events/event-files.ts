// The event catalogue as files: a page for people, and a JSON Schema of each event for programs.
import { type AnyDecider, canonicalJson, type ProjectionGroup } from '@finsam/kernel';
import { cataloguePage } from './page';
import { schemaOf, schemaPath } from './schemas';

export const PAGE = 'docs/events.md';

/** What is generated, by path from the root of the repository. */
export function eventFiles(
  deciders: readonly AnyDecider[],
  groups: readonly ProjectionGroup[],
): ReadonlyMap<string, string> {
  const definitions = [...new Set(deciders.flatMap(({ events }) => events))];
  const schemas = definitions.map((definition): [string, string] => [
    schemaPath(definition.type, definition.version),
    `${JSON.stringify(JSON.parse(canonicalJson(schemaOf(definition))), null, 2)}\n`,
  ]);
  return new Map([[PAGE, cataloguePage(deciders, groups)], ...schemas]);
}

/** Schemas of older versions, written when they were the newest and kept since: the code has no trace of them. */
export function olderSchemas(deciders: readonly AnyDecider[]): string[] {
  return deciders
    .flatMap(({ events }) => [...events])
    .flatMap(({ type, upcasts }) => Object.keys(upcasts).map((version) => schemaPath(type, Number(version))));
}
