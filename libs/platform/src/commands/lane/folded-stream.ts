// A stream as it has been folded so far: its state, where it stands, and whose commands made it.
import {
  type AnyDecider,
  type AssociationId,
  type DomainEvent,
  type EventDefinition,
  reader,
  type Recorded,
} from '@finsam/kernel';
import { type Appended, type EventStore, type EventToAppend, NO_STREAM, recordOf } from '../../event-store/event-store';
import { storedForm } from './encode';

export interface StreamRef {
  readonly decider: AnyDecider;
  readonly association: AssociationId;
  readonly stream: string;
}

export interface Folds<State> {
  readonly events: readonly EventDefinition[];
  initialState(): State;
  evolve(state: State, event: never): State;
}

const readers = new WeakMap<readonly EventDefinition[], (event: Recorded) => Recorded>();

/** Recorded events in their newest form. Throws for a type or version that the program does not know. */
export function inNewestForm(definitions: readonly EventDefinition[], recorded: readonly Recorded[]): Recorded[] {
  const read = readers.get(definitions) ?? reader(definitions);
  readers.set(definitions, read);
  return recorded.map(read);
}

/** Every recorded event that a decision stands on goes through here. */
export function foldRecorded<State>(decider: Folds<State>, state: State, recorded: readonly Recorded[]): State {
  let folded = state;
  for (const event of inNewestForm(decider.events, recorded)) folded = decider.evolve(folded, event as never);
  return folded;
}

const ORDINARY_CHARACTERS = 500;

/** One, but an event that holds hundreds of things counts as so many. */
function weightOf(data: string): number {
  return Math.max(1, Math.round(data.length / ORDINARY_CHARACTERS));
}

export class FoldedStream {
  /** Where the stream stood when it was last read or appended to. */
  revision = NO_STREAM;
  position = 0;
  /** How much this remembers, in ordinary events: what a state weighs follows from what has been folded into it. */
  size = 0;
  private readonly commands = new Set<string>();
  private state: unknown;
  /** So many events are folded that are not known to be in the log. `evolve` may have changed what was there. */
  private ahead = 0;
  private broken = false;

  constructor(readonly ref: StreamRef) {
    this.state = ref.decider.initialState();
  }

  /** Only what has been recorded is folded; else this is of use only if the append succeeds. */
  get untouched(): boolean {
    return this.ahead === 0 && !this.broken;
  }

  holds(commandId: string): boolean {
    return this.commands.has(commandId);
  }

  /** Folds what has come since; false if nothing had. */
  async readOn(store: EventStore): Promise<boolean> {
    const { association, stream, decider } = this.ref;
    const news = await store.readStream(recordOf(association), stream, this.revision + 1);
    const last = news.at(-1);
    if (!last) return false;
    this.state = foldRecorded(decider, this.state, news);
    for (const { meta, data } of news) {
      this.commands.add(meta.commandId);
      this.size += weightOf(JSON.stringify(data));
    }
    this.revision = last.revision;
    this.position = last.position;
    return true;
  }

  decide(command: unknown): readonly DomainEvent[] {
    return this.ref.decider.decide(command, this.state) as readonly DomainEvent[];
  }

  /** Folds these events up to the n:th, so that the next command is decided on them. False if the fold cannot. */
  foldAhead(events: readonly EventToAppend[], count = events.length): boolean {
    try {
      for (; this.ahead < count; this.ahead++) {
        // In the form a reader will find them in, and sharing nothing with what decide or a sender holds.
        const event = events[this.ahead]!;
        this.state = this.ref.decider.evolve(this.state, { ...storedForm(event), meta: event.meta });
      }
    } catch {
      this.broken = true;
    }
    return !this.broken;
  }

  /** These events are in the log now. False if this can no longer be used. */
  confirm(events: readonly EventToAppend[], { revision, position }: Appended): boolean {
    if (!this.foldAhead(events)) return false;
    this.ahead = 0;
    for (const { meta, data } of events) {
      this.commands.add(meta.commandId);
      this.size += weightOf(data);
    }
    this.revision = revision;
    this.position = position;
    return true;
  }
}
