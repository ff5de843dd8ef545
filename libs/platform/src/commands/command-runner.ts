// The one write path: load the stream, fold, decide, append; on a conflict decide again.
import {
  type AnyDecider,
  type AssociationId,
  type Command,
  type DomainEvent,
  fold,
  invariant,
  type Recorded,
  refusals,
} from '@finsam/kernel';
import {
  CommandAlreadyRecorded,
  type EventStore,
  type EventToAppend,
  recordOf,
  WrongExpectedRevision,
} from '../event-store/event-store';
import { commandHash, eventId } from './command-ids';

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
  readonly events: readonly DomainEvent[];
}

const refuse = refusals({
  'command/unknown': { status: 404, text: 'Det finns inget kommando som heter {type}.' },
  'command/id-reused': {
    status: 422,
    text: 'Samma Idempotency-Key har redan använts för något annat. Skicka om med en ny nyckel.',
  },
  'command/stale-revision': {
    status: 412,
    text: 'Uppgiften har ändrats sedan du läste den (version {current}, du hade {expected}). Läs om och försök igen.',
  },
  'command/contended': { status: 409, text: 'Många ändrar samma uppgift just nu. Försök igen om en stund.' },
});

const ATTEMPTS_MAX = 8;

export class CommandRunner {
  private readonly byCommand = new Map<string, AnyDecider>();

  constructor(
    private readonly store: EventStore,
    deciders: readonly AnyDecider[],
  ) {
    for (const decider of deciders) {
      for (const { type } of decider.commands) {
        invariant(!this.byCommand.has(type), `the command ${type} has exactly one decider`);
        this.byCommand.set(type, decider);
      }
    }
  }

  /** The state of a stream as it stands: for edges that need a neighbour's facts in a command. */
  async stateOf<State>(
    decider: { initialState(): State; evolve(state: State, event: never): State },
    association: AssociationId,
    stream: string,
  ): Promise<State> {
    return fold(decider, (await this.store.readStream(recordOf(association), stream)) as never[]);
  }

  /** Checks the command against its schema (throws `ZodError`), decides and records. Throws `DomainError`. */
  async execute(raw: Command, context: CommandContext): Promise<CommandAnswer> {
    const decider = this.byCommand.get(raw.type);
    if (!decider) throw refuse('command/unknown', { type: raw.type });
    const schema = decider.commands.find(({ type }) => type === raw.type)!.schema;
    const command = { type: raw.type, data: schema.parse(raw.data) };
    const stream = decider.stream(command);
    const hash = commandHash(command, stream);
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      const past = await this.store.readStream(recordOf(context.association), stream);
      const repeat = answerOfRepeat(past, stream, hash, context);
      if (repeat) return repeat;
      refuseStale(past.length - 1, context);
      const events: readonly DomainEvent[] = decider.decide(command, fold(decider, past));
      const last = past.at(-1);
      if (events.length === 0) return { stream, revision: past.length - 1, position: last?.position ?? 0, events: [] };
      try {
        const encoded = events.map((event, ordinal) => encode(decider, event, ordinal, hash, context));
        const appended = await this.store.append(recordOf(context.association), stream, past.length - 1, encoded);
        return { stream, revision: appended.revision, position: appended.position, events };
      } catch (error) {
        if (error instanceof WrongExpectedRevision) continue;
        if (!(error instanceof CommandAlreadyRecorded)) throw error;
        // Either we lost a race against our own repeat, which the next reading finds, or the id stands elsewhere.
        const now = await this.store.readStream(recordOf(context.association), stream);
        if (!now.some((event) => event.meta.commandId === context.commandId)) throw refuse('command/id-reused');
      }
    }
    throw refuse('command/contended');
  }
}

function answerOfRepeat(
  past: readonly Recorded[],
  stream: string,
  hash: string,
  context: CommandContext,
): CommandAnswer | null {
  const mine = past.filter((event) => event.meta.commandId === context.commandId);
  const last = mine.at(-1);
  if (!last) return null;
  if (last.meta.commandHash !== hash) throw refuse('command/id-reused');
  const events = mine.map(({ type, data }) => ({ type, data }));
  return { stream, revision: last.revision, position: last.position, events };
}

function refuseStale(current: number, { expectedRevision: expected }: CommandContext): void {
  if (expected !== undefined && expected !== current) throw refuse('command/stale-revision', { current, expected });
}

/** Strict when written: an event that its own schema refuses is our bug, and nothing is stored. */
function encode(
  decider: AnyDecider,
  event: DomainEvent,
  ordinal: number,
  hash: string,
  context: CommandContext,
): EventToAppend {
  const definition = decider.events.find(({ type }) => type === event.type);
  invariant(definition, `${decider.name} lists the event ${event.type}`);
  const checked = definition.schema.safeParse(event.data);
  invariant(checked.success, `${event.type} is as its schema says`);
  return {
    id: eventId(context.association, 'record', context.commandId, ordinal),
    type: event.type,
    schemaVersion: definition.version,
    data: JSON.stringify(checked.data),
    meta: {
      commandId: context.commandId,
      commandHash: hash,
      ordinal,
      actor: context.actor,
      correlationId: context.correlationId,
      ...(context.causationId && { causationId: context.causationId }),
    },
  };
}
