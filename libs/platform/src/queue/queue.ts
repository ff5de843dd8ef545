// Wakes workers. BullMQ on Redis when REDIS_URL is set, else on its PostgreSQL backend in the same database.
// The queue may lose everything: what must be done stands in PostgreSQL, and a sweeper hands it out again.
import { setTimeout as delay } from 'node:timers/promises';
import { createPostgresBackend, Queue, withBackend, Worker } from 'bullmq';
import type { Config } from '../config/config';
import type { Databases } from '../databases/databases';
import { deriveKey } from '../config/config';

export const JOBS_SCHEMA = 'jobs';

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

type QueueConfig = Pick<Config, 'redisUrl' | 'installation' | 'secret'>;
type OnError = (error: Error) => void;

const OnPostgres = withBackend(createPostgresBackend);
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
  let queue: Queue<Wakeup> | undefined;
  const open = () => {
    const opened = makeQueue(name, config, databases);
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
      void closeInTime(current, onError);
      throw error;
    }
    await current.add(name, wakeup, { ...JOB_OPTIONS, jobId: `${wakeup.association}-${wakeup.id}` });
  };
  return {
    wake: (wakeup) => within(WAKE_MS, add(wakeup)),
    close: async () => {
      if (queue) await closeInTime(queue, onError);
    },
  };
}

/** Closing it ends after the work in hand, whether the queue answers or not. */
export function openWorker(
  name: string,
  config: QueueConfig,
  databases: Databases,
  work: (wakeup: Wakeup) => Promise<void>,
  onError: OnError,
  concurrency = 2,
): WakeupWorker {
  const inHand = new Set<Promise<void>>();
  const process = ({ data }: { data: Wakeup }) => {
    const working = work(data).finally(() => inHand.delete(working));
    inHand.add(working);
    return working;
  };
  let closing = false;
  let worker: Worker<Wakeup>;
  const start = async () => {
    while (!closing) {
      worker = makeWorker(name, config, databases, process, concurrency);
      worker.on('error', onError);
      worker.on('failed', (_, error) => onError(error));
      try {
        await worker.waitUntilReady();
        return await worker.run();
      } catch (error) {
        // A worker whose first connection failed never heals, and would ask again without a pause.
        if (closing) return;
        onError(error as Error);
        await closeInTime(worker, onError);
        await delay(REOPEN_MS);
      }
    }
  };
  void start();
  return {
    close: async () => {
      closing = true;
      const closed = closeInTime(worker, onError, () => Promise.allSettled(inHand));
      await closed;
    },
  };
}

function makeQueue(name: string, config: QueueConfig, databases: Databases): Queue<Wakeup> {
  if (!config.redisUrl) return new OnPostgres.Queue<Wakeup>(name, { connection: postgres(databases) });
  const connection = { url: config.redisUrl, maxRetriesPerRequest: 1, enableOfflineQueue: false };
  return new Queue<Wakeup>(name, { connection, prefix: prefix(config) });
}

function makeWorker(
  name: string,
  config: QueueConfig,
  databases: Databases,
  process: (job: { data: Wakeup }) => Promise<void>,
  concurrency: number,
): Worker<Wakeup> {
  const options = { concurrency, lockDuration: 60_000, autorun: false };
  if (!config.redisUrl) {
    return new OnPostgres.Worker<Wakeup>(name, process, { ...options, connection: postgres(databases) });
  }
  const connection = { url: config.redisUrl, maxRetriesPerRequest: null };
  return new Worker<Wakeup>(name, process, { ...options, connection, prefix: prefix(config) });
}

/** Closes it after `first`; a queue that does not answer is left without a word. */
async function closeInTime(
  closable: Pick<Queue | Worker, 'close' | 'disconnect'>,
  onError: OnError,
  first: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  const closed = closable.close();
  closed.catch(() => undefined);
  await first();
  await within(CLOSE_MS, closed).catch(async (error: Error) => {
    onError(error);
    await within(CLOSE_MS, closable.disconnect()).catch(onError);
  });
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the queue did not answer within ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function postgres(databases: Databases) {
  return { connectionString: databases.jobsUrl(), schema: JOBS_SCHEMA, max: 3, application_name: 'finsam jobs' };
}

/** Two installations may share a Redis; the derived part keeps a guessed name from colliding. */
function prefix({ installation, secret }: QueueConfig): string {
  return `${installation}-${deriveKey(secret, 'queue').slice(0, 8)}`;
}
