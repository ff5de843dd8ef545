// A projection answers a question: it turns the events of one log into rows, purely.
// Rows keep the position since when (and until when) they hold, so that every query can be asked `at` any position.
import type { DomainEvent, EventDefinition, Recorded } from './event';

export type ColumnType = 'text' | 'integer' | 'bigint' | 'date' | 'boolean' | 'json';

/** A read table as declared; `migrate` creates it with `association_id` and `generation` first in its key. */
export interface ReadTable {
  /** Snake case, ends in a version: a changed meaning is a new table, built beside the old one. */
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Columns that may be null; every other column may not. */
  readonly nullable?: readonly string[];
  /** Each index starts with association_id and generation by itself. */
  readonly indexes?: readonly (readonly string[])[];
}

export type Row = Readonly<Record<string, unknown>>;

/** Additive facts: an event adds rows that never change. A sum up to a position is the sum as known there. */
export interface FactProjection<E extends DomainEvent = DomainEvent, R extends Row = Row> {
  readonly kind: 'facts';
  readonly table: ReadTable;
  readonly events: readonly EventDefinition[];
  facts(event: Recorded<E>): readonly R[];
  /** Sums that are kept beside the facts. */
  readonly totals?: Totals;
}

/**
 * Sums of facts, kept up to date with them, so that what is asked for most often costs the same however many facts
 * there are. Column names are those of the facts.
 */
export interface Totals {
  /** Of their table; as a read table's. */
  readonly name: string;
  /** An integer: totals are read of one value at a time, such as a fiscal year. */
  readonly part: string;
  /** What the facts of one total have in common, beside the part. May be null; no longer than an index can hold. */
  readonly by: readonly string[];
  /** An integer from 0 to `slots` - 1, such as a month: each row of totals has a sum for every slot. */
  readonly slot: string;
  readonly slots: number;
  /** What is summed. */
  readonly amount: string;
  /**
   * So many positions of the log are one block. Each block in which a part was touched keeps the part's sums as they
   * stood at its end: those at any position are of the last block that had ended by then, and of facts since. Fewer
   * make the past cheaper to ask for, and the table longer.
   */
  readonly blockEvents: number;
}

/** One row of totals. `sums`: by slot; null where there is no fact, which is another thing than a sum of zero. */
export interface Total<R extends Row = Row> {
  readonly by: R;
  readonly sums: readonly (number | null)[];
}

/** A row per key that events change. Each change closes the row's version and begins the next. */
export interface StateProjection<E extends DomainEvent = DomainEvent, R extends Row = Row> {
  readonly kind: 'state';
  readonly table: ReadTable;
  readonly events: readonly EventDefinition[];
  /** The row that the event is about. */
  key(event: Recorded<E>): string;
  /** The row after the event; null removes it. */
  evolve(row: R | null, event: Recorded<E>): R | null;
}

// Projections of different slices stand in one list in the runner, where their own types no longer matter.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyProjection = FactProjection<any, any> | StateProjection<any, any>;

/** What an event hands over to another association or to the nation. A later event replaces what has the same key. */
export interface OutboxMessage {
  /** The nation, or another association by its public name: numbers are an installation's own. */
  readonly receiver: 'national' | { readonly slug: string };
  readonly kind: string;
  readonly key: string;
  readonly body: unknown;
}

export interface OutboxProjection<E extends DomainEvent = DomainEvent> {
  readonly events: readonly EventDefinition[];
  messages(event: Recorded<E>): readonly OutboxMessage[];
}

/** Projections that move together: one checkpoint, one generation, one rebuild. */
export interface ProjectionGroup {
  readonly name: string;
  readonly projections: readonly AnyProjection[];
  /** Written to the exchange in the same transaction; a rebuild writes the same again. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly outbox?: readonly OutboxProjection<any>[];
}

/** All read tables of a group, those of totals too. */
export function readTableNames({ projections }: Pick<ProjectionGroup, 'projections'>): string[] {
  return projections.flatMap((projection) => [
    projection.table.name,
    ...(projection.kind === 'facts' && projection.totals ? [projection.totals.name] : []),
  ]);
}
