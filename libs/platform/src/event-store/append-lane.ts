// Micro-batching: of one log one call is in flight; whatever comes meanwhile goes together in the next.
import { setTimeout as delay } from 'node:timers/promises';
import { failpoint } from '../config/failpoint';
import type { Database } from '../databases/databases';
import {
  type AppendOutcome,
  type AppendRequest,
  callAppend,
  isCommandRecorded,
  isUnknownOutcome,
  translated,
} from './append-call';
import { type Appended, type LogRef, WrongExpectedRevision } from './event-store';
import { type Refusal, settleRefused } from './settle-refused';

interface Waiting extends AppendRequest {
  resolve(appended: Appended): void;
  reject(error: unknown): void;
}

const REQUESTS_MAX = 512;
const BYTES_MAX = 1_048_576;
/** A server that restarts is back within seconds; longer than that the caller is told, and may ask again. */
const RESEND_MS = [20, 100, 300, 1_000, 2_000, 3_000];

export class AppendLane {
  private readonly waiting: Waiting[] = [];
  private flying = false;

  constructor(
    private readonly db: Database,
    private readonly log: LogRef,
    private readonly onAppended: () => void,
    private readonly resendMs: readonly number[] = RESEND_MS,
  ) {}

  append(request: AppendRequest): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ ...request, resolve, reject });
      if (!this.flying) void this.fly();
    });
  }

  private async fly(): Promise<void> {
    this.flying = true;
    while (this.waiting.length > 0) await this.send(this.takeBatch());
    this.flying = false;
  }

  /** The first that wait, but of each stream only one, and not more than a call should hold. */
  private takeBatch(): Waiting[] {
    if (this.waiting.length === 1) return this.waiting.splice(0);
    const streams = new Set<string>();
    const batch: Waiting[] = [];
    const rest: Waiting[] = [];
    let bytes = 0;
    for (const request of this.waiting.splice(0)) {
      const size = request.events.reduce((sum, { data }) => sum + data.length + 500, 0);
      const fits = batch.length < REQUESTS_MAX && (batch.length === 0 || bytes + size <= BYTES_MAX);
      const goes = fits && !streams.has(request.stream);
      // Also a stream whose request is held back is taken, so that its later ones do not overtake it.
      streams.add(request.stream);
      if (goes) bytes += size;
      (goes ? batch : rest).push(request);
    }
    this.waiting.push(...rest);
    return batch;
  }

  private async send(batch: readonly Waiting[]): Promise<void> {
    let outcomes: AppendOutcome[];
    try {
      failpoint('append-unsent');
      outcomes = await this.callUntilAnswered(batch);
      failpoint('append-unanswered');
    } catch (error) {
      return this.sortOut(batch, error);
    }
    if (outcomes.some((outcome) => outcome !== 'stale')) this.onAppended();
    for (const [i, request] of batch.entries()) {
      const outcome = outcomes[i]!;
      if (outcome !== 'stale') request.resolve(outcome);
      else await this.settle(request, 'stale');
    }
  }

  /** Nothing was written, and one of them is to blame: each alone shows which. */
  private async sortOut(batch: readonly Waiting[], error: unknown): Promise<void> {
    if (batch.length > 1 && !isUnknownOutcome(error)) {
      for (const request of batch) await this.send([request]);
      return;
    }
    for (const request of batch) {
      if (isCommandRecorded(error)) await this.settle(request, 'recorded');
      else request.reject(error);
    }
  }

  /** After a lost connection the same ids are sent again: what had been committed then shows as recorded. */
  private async callUntilAnswered(batch: readonly Waiting[]): Promise<AppendOutcome[]> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await callAppend(this.db, this.log, batch);
      } catch (error) {
        if (!isUnknownOutcome(error) || attempt >= this.resendMs.length) throw translated(error, this.log);
        await delay(this.resendMs[attempt]);
      }
    }
  }

  private async settle(request: Waiting, refusal: Refusal): Promise<void> {
    try {
      const appended = await settleRefused(this.db, this.log, request, refusal);
      // What stands there may be what a lost answer had written, and then nobody has been told of it.
      this.onAppended();
      request.resolve(appended);
    } catch (error) {
      // It stood there after all: the event before came while the door was already being asked.
      if (error instanceof WrongExpectedRevision && error.current === error.expected) return this.send([request]);
      request.reject(error);
    }
  }
}
