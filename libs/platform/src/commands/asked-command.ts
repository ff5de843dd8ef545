// What a sender says with a command, and what it is told.
import type { AssociationId, Command, DomainEvent } from '@finsam/kernel';

export interface CommandContext {
  readonly association: AssociationId;
  /** Chosen by the sender (`Idempotency-Key`): the same id with the same content has its effect once. */
  readonly commandId: string;
  /** Opaque id of who acts. */
  readonly actor: string;
  readonly correlationId: string;
  readonly causationId?: string;
  /** Refuse unless the stream is at exactly this revision (`If-Match`). */
  readonly expectedRevision?: number;
}

export interface CommandAnswer {
  readonly stream: string;
  /** Of the stream after the command's own events. */
  readonly revision: number;
  /** A query asked `atLeast` this position sees the command's effect. */
  readonly position: number;
  /** As they are stored. */
  readonly events: readonly DomainEvent[];
}

/** A command of the right form, with what tells it from another under the same id. */
export interface AskedCommand {
  readonly command: Command;
  readonly hash: string;
  readonly context: CommandContext;
}
