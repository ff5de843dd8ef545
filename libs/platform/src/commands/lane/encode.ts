// Events in the form they are stored in. Strict: an event that its own schema refuses is our bug, and is not stored.
import { type AnyDecider, type DomainEvent, invariant } from '@finsam/kernel';
import type { EventToAppend } from '../../event-store/event-store';
import type { AskedCommand } from '../asked-command';
import { eventId } from '../command-ids';

export function encode(decider: AnyDecider, event: DomainEvent, ordinal: number, asked: AskedCommand): EventToAppend {
  const definition = decider.events.find(({ type }) => type === event.type);
  invariant(definition, `${decider.name} lists the event ${event.type}`);
  const checked = definition.schema.safeParse(event.data);
  invariant(checked.success, `${event.type} is as its schema says`);
  const { association, commandId, actor, correlationId, causationId } = asked.context;
  return {
    id: eventId(association, 'record', commandId, ordinal),
    type: event.type,
    schemaVersion: definition.version,
    data: JSON.stringify(checked.data),
    meta: { commandId, commandHash: asked.hash, ordinal, actor, correlationId, ...(causationId && { causationId }) },
  };
}

/** The event that a reader will find. */
export function storedForm({ type, data }: EventToAppend): DomainEvent {
  return { type, data: JSON.parse(data) as unknown };
}
