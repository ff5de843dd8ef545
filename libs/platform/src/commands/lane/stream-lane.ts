// Commands on one stream wait here. All that wait are decided in order and appended together, in one round trip if the
// remembered state is still the stream's. It need not be: an append at another revision is refused by the store, and
// what no append has vouched for is not said before the stream's tail was read. So a stale state costs time only.
import { setTimeout as delay } from 'node:timers/promises';
import { invariant } from '@finsam/kernel';
import {
  CommandAlreadyRecorded,
  type EventStore,
  recordOf,
  UnstorableEvent,
  WrongExpectedRevision,
} from '../../event-store/event-store';
import type { AskedCommand, CommandAnswer } from '../asked-command';
import { refuse } from '../refusals';
import { type Decided, decideInOrder } from './decide-in-order';
import { storedForm } from './encode';
import { FoldedStream, type StreamRef } from './folded-stream';
import { answerOfRepeat } from './repeats';
import type { CachePlace } from './stream-cache';

interface Waiting extends AskedCommand {
  resolve(answer: CommandAnswer): void;
  reject(error: unknown): void;
  /** How often it was first in an append that came too late. */
  conflicts: number;
  /** Must not share an append: a shared one failed, and which command was to blame is not known. */
  alone: boolean;
}

interface Turn extends Decided<Waiting> {
  readonly stream: FoldedStream;
}

const BATCH_MAX = 100;
const CONFLICTS_MAX = 8;
const PAUSE_MS = 4;

export class StreamLane {
  private readonly waiting: Waiting[] = [];
  private running = false;

  constructor(
    private readonly store: EventStore,
    private readonly ref: StreamRef,
    private readonly kept: CachePlace,
    private readonly onIdle: () => void,
  ) {}

  ask(asked: AskedCommand): Promise<CommandAnswer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ ...asked, resolve, reject, conflicts: 0, alone: false });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    // What is asked in one breath goes together.
    await Promise.resolve();
    while (this.waiting.length > 0) await this.turn(this.take());
    this.onIdle();
  }

  private take(): Waiting[] {
    const alone = this.waiting.findIndex((one) => one.alone);
    const count = alone === 0 ? 1 : alone < 0 ? BATCH_MAX : Math.min(alone, BATCH_MAX);
    return this.waiting.splice(0, count);
  }

  private async turn(taken: readonly Waiting[]): Promise<void> {
    let turn: Turn;
    try {
      turn = await this.decide(taken);
    } catch (error) {
      for (const one of taken) one.reject(error);
      return;
    }
    const { stream, events } = turn;
    this.waiting.unshift(...turn.rest);
    if (events.length === 0) {
      this.settle(turn, stream.position);
      this.kept.put(stream);
      return;
    }
    try {
      const log = recordOf(this.ref.association);
      const appended = await this.store.append(log, this.ref.stream, stream.revision, events);
      // The answer of an earlier time: the events stand further on, after others that this state has not seen.
      if (appended.revision !== stream.revision + events.length) {
        throw new WrongExpectedRevision(this.ref.stream, stream.revision, appended.revision);
      }
      this.settle(turn, appended.position - events.length);
      if (stream.confirm(events, appended)) this.kept.put(stream);
    } catch (error) {
      await this.recover(turn, error);
    }
  }

  /** Decides on a state that was read after these commands were asked, or that their own append will prove right. */
  private async decide(taken: readonly Waiting[]): Promise<Turn> {
    let stream = this.kept.take();
    let read = !stream || taken[0]!.conflicts > 0;
    stream ??= new FoldedStream(this.ref);
    if (read) await stream.readOn(this.store);
    for (let open = taken; ; read = true) {
      open = await this.withoutRepeats(open, stream);
      const decided = decideInOrder(stream, open);
      if (read || open.length === 0 || decided.events.length > 0) return { stream, ...decided };
      if (!(await stream.readOn(this.store))) return { stream, ...decided };
    }
  }

  private async withoutRepeats(open: readonly Waiting[], stream: FoldedStream): Promise<readonly Waiting[]> {
    const known = ({ context }: Waiting) => stream.holds(context.commandId);
    await Promise.all(open.filter(known).map((one) => this.answerRecorded(one)));
    return open.filter((one) => !known(one));
  }

  private async answerRecorded(one: Waiting): Promise<void> {
    try {
      const answer = await answerOfRepeat(this.store, this.ref.decider, one);
      invariant(answer, 'what a command has recorded can be read by its id');
      one.resolve(answer);
    } catch (error) {
      one.reject(error);
    }
  }

  /** The stream stands where it was decided on: at its own revision, the last event before the turn's at `base`. */
  private settle({ stream, decisions }: Turn, base: number): void {
    for (const decision of decisions) {
      if (decision.kind === 'refuse') {
        decision.asked.reject(decision.error);
        continue;
      }
      const { asked, events, upTo } = decision;
      asked.resolve({
        stream: this.ref.stream,
        revision: stream.revision + upTo,
        position: upTo === 0 ? stream.position : base + upTo,
        events: events.map(storedForm),
      });
    }
  }

  /** The append failed. Who is to blame is told; all others are decided again, for nothing they stood on came to be. */
  private async recover({ stream, decisions }: Turn, error: unknown): Promise<void> {
    const late = error instanceof WrongExpectedRevision;
    const recorded = error instanceof CommandAlreadyRecorded;
    const ofOne = recorded || error instanceof UnstorableEvent;
    // After any other error the log may hold the events or not: what is remembered must be read again.
    if ((late || ofOne) && stream.untouched) this.kept.put(stream);
    const appending = decisions.filter(({ kind }) => kind === 'append').map(({ asked }) => asked);
    const again = new Set(decisions.map(({ asked }) => asked));
    if (late) {
      const first = decisions[0]!.asked;
      // Alone it leaves the state untouched, so that each further conflict costs no more than reading the tail.
      first.alone = true;
      first.conflicts++;
      if (first.conflicts < CONFLICTS_MAX) {
        await delay(Math.random() * PAUSE_MS * 2 ** first.conflicts);
      } else {
        first.reject(refuse('command/contended'));
        again.delete(first);
      }
    } else if (ofOne && appending.length > 1) {
      for (const one of appending) one.alone = true;
    } else {
      for (const one of appending) {
        again.delete(one);
        if (recorded) await this.answerRecorded(one);
        else one.reject(error);
      }
    }
    this.waiting.unshift(...again);
  }
}
