// BullMQ's queues and workers, on Redis when REDIS_URL is set, else in our own database.
import { createPostgresBackend, Queue, withBackend, Worker } from 'bullmq';
import { type Config, deriveKey } from '../config/config';
import type { Databases } from '../databases/databases';
import type { Wakeup } from './queue';

export const JOBS_SCHEMA = 'jobs';

export type QueueConfig = Pick<Config, 'redisUrl' | 'installation' | 'secret'>;

const OnPostgres = withBackend(createPostgresBackend);
const RECONNECT_MS_MAX = 2_000;

/** Lasts as long as what uses the queue: whatever still tries to connect gives up when it has ended. */
export interface Use {
  ended: boolean;
}

export function makeQueue(name: string, config: QueueConfig, databases: Databases, use: Use) {
  if (!config.redisUrl) return new OnPostgres.Queue<Wakeup>(name, { connection: postgres(databases) });
  const connection = { ...redis(config.redisUrl, use), maxRetriesPerRequest: 1, enableOfflineQueue: false };
  return new Queue<Wakeup>(name, { connection, prefix: prefix(config) });
}

export function makeWorker(
  name: string,
  config: QueueConfig,
  databases: Databases,
  process: (job: { data: Wakeup }) => Promise<void>,
  concurrency: number,
  use: Use,
) {
  const options = { concurrency, lockDuration: 60_000, autorun: false };
  if (!config.redisUrl) {
    return new OnPostgres.Worker<Wakeup>(name, process, { ...options, connection: postgres(databases) });
  }
  const connection = { ...redis(config.redisUrl, use), maxRetriesPerRequest: null };
  return new Worker<Wakeup>(name, process, { ...options, connection, prefix: prefix(config) });
}

function postgres(databases: Databases) {
  return { connectionString: databases.jobsUrl(), schema: JOBS_SCHEMA, max: 3, application_name: 'finsam jobs' };
}

function redis(url: string, use: Use) {
  const retryStrategy = (times: number) => (use.ended ? null : Math.min(100 * times, RECONNECT_MS_MAX));
  return { url, retryStrategy };
}

/** Two installations may share a Redis; the derived part keeps a guessed name from colliding. */
function prefix({ installation, secret }: QueueConfig): string {
  return `${installation}-${deriveKey(secret, 'queue').slice(0, 8)}`;
}
