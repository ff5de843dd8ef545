// Wakes workers. BullMQ on Redis when REDIS_URL is set, else on its PostgreSQL backend in the same database.
// The queue may lose everything: what must be done stands in PostgreSQL, and a sweeper hands it out again.
import { setTimeout as delay } from 'node:timers/promises';
import type { Databases } from '../databases/databases';
import { makeQueue, makeWorker, type QueueConfig, type Use } from './bullmq';

export { JOBS_SCHEMA } from './bullmq';

/** Ids only: nothing about anybody lies in a queue. */
export interface Wakeup {
  readonly association: number;
  readonly id: string;
}

export interface WakeupQueue {
  /** Asks for the work once; a second call with the same id while the first is waiting adds nothing. */
  wake(wakeup: Wakeup): Promise<void>;
  close(): Promise<void>;
}

export interface WakeupWorker {
  close(): Promise<void>;
}

type OnError = (error: Error) => void;

// The run's own row says whether it is done, so a finished wake-up leaves nothing behind.
const JOB_OPTIONS = { removeOnComplete: true, removeOnFail: true, attempts: 1 };
/** How long an order waits for a queue that does not answer. */
const WAKE_MS = 1_000;
/** How long closing waits for it. */
const CLOSE_MS = 2_000;
/** How long a worker waits before it tries the queue again. */
const REOPEN_MS = 1_000;

/** `wake` throws when the queue does not take it; the next call tries anew. */
export function openQueue(name: string, config: QueueConfig, databases: Databases, onError: OnError): WakeupQueue {
  const use: Use = { ended: false };
  let queue: ReturnType<typeof makeQueue> | undefined;
  const open = () => {
    const opened = makeQueue(name, config, databases, use);
    opened.on('error', onError);
    return opened;
  };
  const add = async (wakeup: Wakeup) => {
    const current = (queue ??= open());
    try {
      await current.waitUntilReady();
    } catch (error) {
      // BullMQ remembers a first connection that failed, and would refuse for ever.
      if (queue === current) queue = undefined;
      void inTime(current.close(), onError);
      throw error;
    }
    await current.add(name, wakeup, { ...JOB_OPTIONS, jobId: `${wakeup.association}-${wakeup.id}` });
  };
  return {
    wake: (wakeup) => within(WAKE_MS, add(wakeup)),
    close: async () => {
      use.ended = true;
      if (queue) await inTime(queue.close(), onError);
    },
  };
}

/** Closing it ends soon after the work in hand, whether the queue answers or not. */
export function openWorker(
  name: string,
  config: QueueConfig,
  databases: Databases,
  work: (wakeup: Wakeup) => Promise<void>,
  onError: OnError,
  concurrency = 2,
): WakeupWorker {
  const use: Use = { ended: false };
  const inHand = new Set<Promise<void>>();
  const process = async ({ data }: { data: Wakeup }) => {
    if (use.ended) return;
    const working = work(data).finally(() => inHand.delete(working));
    inHand.add(working);
    await working;
  };
  // By force: BullMQ's own way waits for ever for a Redis that is gone. What it could not tell the queue any more is
  // told again to somebody else, who finds the work done.
  const end = () => inTime(worker.close(true), onError);
  let worker: ReturnType<typeof makeWorker>;
  const start = async () => {
    while (!use.ended) {
      worker = makeWorker(name, config, databases, process, concurrency, use);
      worker.on('error', onError);
      worker.on('failed', (_, error) => onError(error));
      try {
        await worker.waitUntilReady();
        return await worker.run();
      } catch (error) {
        // A worker whose first connection failed never heals, and would ask again without a pause.
        if (use.ended) return;
        onError(error as Error);
        await end();
        await delay(REOPEN_MS);
      }
    }
  };
  void start();
  return {
    close: async () => {
      use.ended = true;
      await Promise.allSettled(inHand);
      await end();
    },
  };
}

/** A queue that does not answer is left, and ends when it next tries to connect. */
function inTime(closed: Promise<void>, onError: OnError): Promise<void> {
  return within(CLOSE_MS, closed).catch(onError);
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the queue did not answer within ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
