// The real store, watched: how often it is called, and a place to step in before and after an append.
import type { Recorded } from '@finsam/kernel';
import type { Appended, EventStore, EventToAppend, LogRef } from '../event-store/event-store';

type Step = (events: readonly EventToAppend[]) => Promise<void> | void;

export class WatchedStore implements EventStore {
  appends = 0;
  reads = 0;
  /** Called with what is about to be appended; what it throws is what the caller gets. */
  before: Step = () => undefined;
  /** Called when the append has been committed; what it throws hides that from the caller. */
  after: Step = () => undefined;

  constructor(private readonly real: EventStore) {}

  async append(
    log: LogRef,
    stream: string,
    expectedRevision: number,
    events: readonly EventToAppend[],
  ): Promise<Appended> {
    this.appends++;
    await this.before(events);
    const appended = await this.real.append(log, stream, expectedRevision, events);
    await this.after(events);
    return appended;
  }

  readStream(log: LogRef, stream: string, fromRevision?: number): Promise<Recorded[]> {
    this.reads++;
    return this.real.readStream(log, stream, fromRevision);
  }

  readCommand(log: LogRef, commandId: string): Promise<Recorded[]> {
    return this.real.readCommand(log, commandId);
  }

  readLog(log: LogRef, after: number, limit: number): Promise<Recorded[]> {
    return this.real.readLog(log, after, limit);
  }

  head(log: LogRef): Promise<number> {
    return this.real.head(log);
  }

  positionBefore(log: LogRef, instant: Date): Promise<number> {
    return this.real.positionBefore(log, instant);
  }

  watch(onAppended: (owner: number) => void): () => void {
    return this.real.watch(onAppended);
  }
}
