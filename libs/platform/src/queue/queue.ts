// Wakes workers. BullMQ on Redis when REDIS_URL is set, else on its PostgreSQL backend in the same database.
// The queue may lose everything: what must be done stands in PostgreSQL, and a sweeper hands it out again.
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

const OnPostgres = withBackend(createPostgresBackend);
// The run's own row says whether it is done, so a finished wake-up leaves nothing behind.
const JOB_OPTIONS = { removeOnComplete: true, removeOnFail: true, attempts: 1 };

export function openQueue(name: string, config: QueueConfig, databases: Databases, onError: (error: Error) => void): WakeupQueue {
  const queue = config.redisUrl
    ? new Queue<Wakeup>(name, { connection: { url: config.redisUrl, maxRetriesPerRequest: 1, enableOfflineQueue: false }, prefix: prefix(config) })
    : new OnPostgres.Queue<Wakeup>(name, { connection: postgres(databases) });
  queue.on('error', onError);
  return {
    wake: async (wakeup) => {
      await queue.add(name, wakeup, { ...JOB_OPTIONS, jobId: `${wakeup.association}-${wakeup.id}` });
    },
    close: () => queue.close(),
  };
}

export function openWorker(
  name: string,
  config: QueueConfig,
  databases: Databases,
  work: (wakeup: Wakeup) => Promise<void>,
  onError: (error: Error) => void,
  concurrency = 2,
): WakeupWorker {
  const options = { concurrency, lockDuration: 60_000 };
  const worker = config.redisUrl
    ? new Worker<Wakeup>(name, (job) => work(job.data), {
        ...options,
        connection: { url: config.redisUrl, maxRetriesPerRequest: null },
        prefix: prefix(config),
      })
    : new OnPostgres.Worker<Wakeup>(name, (job) => work(job.data), { ...options, connection: postgres(databases) });
  worker.on('error', onError);
  worker.on('failed', (_, error) => onError(error));
  return { close: () => worker.close() };
}

function postgres(databases: Databases) {
  return { connectionString: databases.jobsUrl(), schema: JOBS_SCHEMA, max: 3, application_name: 'finsam jobs' };
}

/** Two installations may share a Redis; the derived part keeps a guessed name from colliding. */
function prefix({ installation, secret }: QueueConfig): string {
  return `${installation}-${deriveKey(secret, 'queue').slice(0, 8)}`;
}
