// A queue as a test sees it: where it is, and the ways to harm it.
import { openPlant, type ReportPlant } from './report-plant';
import type { RedisServer } from './redis-server';

export interface QueueUnderTest {
  /** Undefined: in the same database. */
  redisUrl(): string | undefined;
  /** Takes away all that waits, as if it had never been asked for. */
  empty(plant: ReportPlant): Promise<void>;
  /** From now on nothing answers. */
  takeAway(plant: ReportPlant): Promise<void>;
  bringBack(plant: ReportPlant): Promise<void>;
}

export type OpenPlant = (options?: Parameters<typeof openPlant>[1]) => Promise<ReportPlant>;

export const THE_ORDER = { type: 'delarsrapport', period: '2025-H1' };
export const DONE_ONCE = { status: 'done', attempt: 1, failure: null, documents: 'html json' };
export const keys = (count: number) => Array.from({ length: count }, (_, index) => `an-order-${index}`);

/** BullMQ's tables, without the one that says which migrations they have had. */
const TABLES = `select format('%I.%I', schemaname, tablename) as name from pg_tables
  where schemaname = 'jobs' and tablename !~ 'migration'`;

export const queueInPostgres: QueueUnderTest = {
  redisUrl: () => undefined,
  empty: (plant) =>
    plant.administer(async (client) => {
      const { rows } = await client.query<{ name: string }>(TABLES);
      await client.query(`truncate ${rows.map(({ name }) => name).join(', ')} cascade`);
    }),
  takeAway: (plant) => plant.administer((client) => client.query('alter schema jobs rename to jobs_away')),
  bringBack: (plant) => plant.administer((client) => client.query('alter schema jobs_away rename to jobs')),
};

export function queueInRedis(server: () => RedisServer): QueueUnderTest {
  return {
    redisUrl: () => server().url,
    empty: () => server().empty(),
    takeAway: () => server().kill(),
    bringBack: () => server().startAgain(),
  };
}
