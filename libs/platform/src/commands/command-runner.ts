// The one write path: a command is checked here and decided in its stream's lane.
import { type AnyDecider, type AssociationId, type Command, type DomainEvent, invariant } from '@finsam/kernel';
import { type EventStore, recordOf } from '../event-store/event-store';
import type { CommandAnswer, CommandContext } from './asked-command';
import { commandHash } from './command-ids';
import { type Folds, foldRecorded, type StreamRef } from './lane/folded-stream';
import { type CacheBounds, StreamCache } from './lane/stream-cache';
import { StreamLane } from './lane/stream-lane';
import { refuse } from './refusals';

export type { CommandAnswer, CommandContext } from './asked-command';

export class CommandRunner {
  private readonly byCommand = new Map<string, AnyDecider>();
  private readonly cache: StreamCache;
  /** Of streams that commands wait for right now. */
  private readonly lanes = new Map<string, StreamLane>();

  constructor(
    private readonly store: EventStore,
    deciders: readonly AnyDecider[],
    remembers?: CacheBounds,
  ) {
    this.cache = new StreamCache(remembers);
    for (const decider of deciders) {
      for (const { type } of decider.commands) {
        invariant(!this.byCommand.has(type), `the command ${type} has exactly one decider`);
        this.byCommand.set(type, decider);
      }
    }
  }

  /** The state of a stream as it stands: for edges that need a neighbour's facts in a command. */
  async stateOf<State>(decider: Folds<State>, association: AssociationId, stream: string): Promise<State> {
    // Read afresh: a remembered state may be behind, and whoever was handed it could change it.
    const past = await this.store.readStream(recordOf(association), stream);
    return foldRecorded(decider, decider.initialState(), past);
  }

  /** Checks the command against its schema (throws `ZodError`), decides and records. Throws `DomainError`. */
  async execute(raw: Command, context: CommandContext): Promise<CommandAnswer> {
    const { decider, command, stream } = this.checked(raw);
    const lane = this.laneOf({ decider, association: context.association, stream });
    return lane.ask({ command, hash: commandHash(command, stream), context });
  }

  /** What would happen now, of which nothing is recorded. Throws whatever `execute` would throw. */
  async preview(raw: Command, association: AssociationId): Promise<readonly DomainEvent[]> {
    const { decider, command, stream } = this.checked(raw);
    return decider.decide(command, await this.stateOf(decider, association, stream));
  }

  private checked(raw: Command): { decider: AnyDecider; command: Command; stream: string } {
    const decider = this.byCommand.get(raw.type);
    if (!decider) throw refuse('command/unknown', { type: raw.type });
    const schema = decider.commands.find(({ type }) => type === raw.type)!.schema;
    const command = { type: raw.type, data: schema.parse(raw.data) };
    return { decider, command, stream: decider.stream(command) };
  }

  private laneOf(ref: StreamRef): StreamLane {
    const key = `${ref.association} ${ref.decider.name} ${ref.stream}`;
    let lane = this.lanes.get(key);
    if (!lane) {
      lane = new StreamLane(this.store, ref, this.cache.place(key), () => this.lanes.delete(key));
      this.lanes.set(key, lane);
    }
    return lane;
  }
}
