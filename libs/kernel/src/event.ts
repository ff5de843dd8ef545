// What an event is: a type name that is stored for ever, a schema version, and data that its schema describes.
import type { z } from 'zod';
import { invariant } from './domain-error';

/** A fact as a decider makes it and as a projection folds it. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/** Stored data of one version as the next version would have said it. Pure; what it does not know it carries on. */
export type Upcast = (data: never) => unknown;

/** By the version that each starts from: `{ 1: … , 2: … }` for an event of version 3. */
export type Upcasts = Readonly<Record<number, Upcast>>;

/** Declares one event type; calling it makes an event. The schema is strict when events are written. */
export interface EventDefinition<Type extends string = string, Schema extends z.ZodType = z.ZodType> {
  (data: z.output<Schema>): DomainEvent<Type, z.output<Schema>>;
  readonly type: Type;
  readonly version: number;
  readonly schema: Schema;
  readonly upcasts: Upcasts;
}

export type EventOf<D> = D extends EventDefinition<infer T, infer S> ? DomainEvent<T, z.output<S>> : never;

/** The union of all events in a list of definitions. */
export type EventsOf<L extends readonly EventDefinition[]> = EventOf<L[number]>;

/**
 * The schema is the newest version's, and its description is what the event means, for the catalogue. A change that
 * old data does not meet is a new version. Throws without an upcast from each older one: old events never go away.
 */
export function defineEvent<const Type extends string, Schema extends z.ZodType>(
  type: Type,
  version: number,
  schema: Schema,
  upcasts: Upcasts = {},
): EventDefinition<Type, Schema> {
  const older = Array.from({ length: version - 1 }, (_, index) => String(index + 1));
  invariant(version >= 1, `${type} is of version 1 or more`);
  invariant(
    Object.keys(upcasts).join() === older.join(),
    `${type} of version ${version} has one upcast from each older version`,
  );
  const make = (data: z.output<Schema>) => ({ type, data });
  return Object.assign(make, { type, version, schema, upcasts });
}

/** An event as read back from a log, with its place in it. */
export type Recorded<E extends DomainEvent = DomainEvent> = E & {
  readonly schemaVersion: number;
  readonly stream: string;
  /** Place in its stream, 0 for the first. */
  readonly revision: number;
  /** Place in its log, 1 for the first, without gaps. */
  readonly position: number;
  /** Instant of recording, ISO 8601 in UTC; never decreases within a log. */
  readonly recordedAt: string;
  readonly meta: EventMeta;
};

/** Who and why, kept beside the data. Ids only: identities live in an erasable table. */
export interface EventMeta {
  readonly commandId: string;
  /** SHA-256 over the command, to tell a repeat from another command under the same id. */
  readonly commandHash: string;
  /** 0 for the first event of the command. */
  readonly ordinal: number;
  readonly actor: string;
  readonly correlationId: string;
  readonly causationId?: string;
}

/** Who made an event that is recorded, or is about to be; undefined for one that was only decided. */
export function actorOf(event: DomainEvent): string | undefined {
  return (event as Partial<Recorded>).meta?.actor;
}
