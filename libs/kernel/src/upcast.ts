// Reading old events: whatever version a log holds, deciders and projections see the newest form only.
import type { EventDefinition, Recorded } from './event';
import { invariant } from './domain-error';

/**
 * The event in the form of its newest version; one that has it already is returned as it is. Nothing is parsed:
 * strict was the writing, and what old data holds besides does no harm. Throws for a version that is not known.
 */
export function upcast({ type, version, upcasts }: EventDefinition, event: Recorded): Recorded {
  if (event.schemaVersion === version) return event;
  if (!Object.hasOwn(upcasts, event.schemaVersion)) {
    throw new Error(`this program does not know version ${event.schemaVersion} of ${type}`);
  }
  let data: unknown = event.data;
  for (let from = event.schemaVersion; from < version; from++) data = upcasts[from]!(data as never);
  return { ...event, data, schemaVersion: version };
}

/** Reads events of these types, see `upcast`. Throws for any other type: a newer program may have recorded it. */
export function reader(definitions: readonly EventDefinition[]): (event: Recorded) => Recorded {
  const known = new Map<string, EventDefinition>();
  for (const definition of definitions) {
    const same = known.get(definition.type) ?? definition;
    invariant(same === definition, `${definition.type} is declared once`);
    known.set(definition.type, definition);
  }
  return (event) => {
    const definition = known.get(event.type);
    if (!definition) throw new Error(`this program does not know the event ${event.type}`);
    return upcast(definition, event);
  };
}
