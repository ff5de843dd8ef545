// The port to the log. Every adapter keeps the promises of event-store.contract.ts.
import type { AssociationId, EventMeta, Recorded } from '@finsam/kernel';

/** A log has an owner and a kind. Owner 0 is the installation or the nation, not an association. */
export type LogRef =
  | { readonly owner: AssociationId; readonly kind: 'record' | 'audit' }
  | { readonly owner: 0; readonly kind: 'installation' | 'national' };

export function recordOf(owner: AssociationId): LogRef {
  return { owner, kind: 'record' };
}

/** What is appended: text that is already exact, so that the bytes sealed are the bytes that were decided. */
export interface EventToAppend {
  /** UUID derived from (log, command id, ordinal): the same command gives the same ids on any machine. */
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: string;
  readonly meta: EventMeta;
}

/** Revision that a stream which does not exist yet is at. */
export const NO_STREAM = -1;

export interface Appended {
  /** Revision of the last event written. */
  readonly revision: number;
  readonly position: number;
  readonly recordedAt: string;
}

export interface EventStore {
  /**
   * Writes all events or none, if the stream is exactly at `expectedRevision` (`NO_STREAM` for a new one).
   * The events may be of several commands. Sent again (same command ids with the same hashes, same stream), they give
   * the answer of the first time, also when the stream has moved on since.
   * Throws `WrongExpectedRevision`, `CommandAlreadyRecorded`, `NoSuchLog` or `UnstorableEvent`.
   */
  append(log: LogRef, stream: string, expectedRevision: number, events: readonly EventToAppend[]): Promise<Appended>;
  /** A stream's events from a revision on, oldest first; none if there is no such stream. */
  readStream(log: LogRef, stream: string, fromRevision?: number): Promise<Recorded[]>;
  /** What one command recorded in this log, in whatever stream, by ordinal; none if it recorded nothing. */
  readCommand(log: LogRef, commandId: string): Promise<Recorded[]>;
  /** At most `limit` events after a position, in commit order and without gaps. */
  readLog(log: LogRef, after: number, limit: number): Promise<Recorded[]>;
  /** Position of the last event; 0 for an empty log. */
  head(log: LogRef): Promise<number>;
  /**
   * The last position recorded before an instant: the one before the first event recorded then or later. 0 before the
   * first, the head after the last. Times of recording never go back within a log, so there is one such place.
   */
  positionBefore(log: LogRef, instant: Date): Promise<number>;
  /** Calls back after appends by any process. A hint: it may come late, twice or for nothing, so poll as well. */
  watch(onAppended: (owner: number) => void): () => void;
}

/** The stream has moved on (or is not there): decide again on what it holds now. */
export class WrongExpectedRevision extends Error {
  override readonly name = 'WrongExpectedRevision';
  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly current: number,
  ) {
    super(`stream ${stream} is at revision ${current}, not ${expected}`);
  }
}

/** A command's id stands in this log already, for something else: another content, stream or set of events. */
export class CommandAlreadyRecorded extends Error {
  override readonly name = 'CommandAlreadyRecorded';
}

export class NoSuchLog extends Error {
  override readonly name = 'NoSuchLog';
}

/** The event cannot be stored byte for byte: NUL, a lone surrogate, or larger than `EVENT_BYTES_MAX`. */
export class UnstorableEvent extends Error {
  override readonly name = 'UnstorableEvent';
}

/** 256 KB of data in one event. */
export const EVENT_BYTES_MAX = 262_144;
