// Database handles by purpose. Nobody outside this folder holds a bare pool.
import type { AssociationId } from '@finsam/kernel';
import { invariant } from '@finsam/kernel';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool, type PoolClient, TypeOverrides } from 'pg';
import type { Config } from '../config/config';
import { type Purpose, urlFor } from './purposes';

/** One tenant's door to the database. Every statement through it carries the association's number. */
export interface AssociationDatabase {
  readonly association: AssociationId;
  readonly pool: Pool;
  /** The same connections, typed by the tables that the caller knows. */
  kysely<Tables>(): Kysely<Tables>;
  /** Runs `work` in a transaction on one connection; rolled back when it throws. */
  transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T>;
  /**
   * As `transaction`, for what can be made again from the log: it is whole or absent after a crash, but the last ones
   * may be absent, so the commit need not wait for the disk.
   */
  derivedTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T>;
}

export interface PoolSizes {
  readonly association?: number;
  readonly dispatcher?: number;
}

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

/** Whole numbers as numbers (never rounded), days and instants as text: nothing depends on the machine's zone. */
function columnTypes(): TypeOverrides {
  const types = new TypeOverrides();
  types.setTypeParser(INT8, (text) => {
    const number = Number(text);
    invariant(Number.isSafeInteger(number), 'a bigint from the database is a safe integer');
    return number;
  });
  types.setTypeParser(DATE, (text) => text);
  types.setTypeParser(TIMESTAMPTZ, (text) => (text.endsWith('infinity') ? text : new Date(text).toISOString()));
  return types;
}

export class Databases {
  private readonly pools = new Map<Purpose, Pool>();
  private closed = false;
  private readonly kyselys = new Map<Pool, Kysely<unknown>>();

  constructor(
    private readonly config: Pick<Config, 'installation' | 'secret'>,
    private readonly databaseUrl: string,
    private readonly sizes: PoolSizes = {},
    private readonly onError: (error: Error) => void = () => undefined,
  ) {}

  association(association: AssociationId): AssociationDatabase {
    const pool = this.pool('association', this.sizes.association ?? 8);
    return {
      association,
      pool,
      kysely: <Tables>() => this.kyselyOn(pool) as Kysely<Tables>,
      transaction: (work) => inTransaction(pool, work, 'begin'),
      derivedTransaction: (work) => inTransaction(pool, work, 'begin; set local synchronous_commit = off'),
    };
  }

  /** Numbers only: heads, checkpoints, run ids, leases. */
  dispatcher(): Pool {
    return this.pool('dispatcher', this.sizes.dispatcher ?? 2);
  }

  /** Which associations there are. */
  registry(): Pool {
    return this.pool('registry', 2);
  }

  /** What associations have handed to the nation, and nothing else. */
  national(): Pool {
    return this.pool('national', 2);
  }

  /** BullMQ opens its own connections; it gets the address of its own role. */
  jobsUrl(): string {
    return urlFor(this.config, this.databaseUrl, 'jobs');
  }

  async close(): Promise<void> {
    this.closed = true;
    const pools = [...this.pools.values()];
    this.pools.clear();
    this.kyselys.clear();
    await Promise.all(pools.map((pool) => pool.end()));
  }

  private pool(purpose: Purpose, max: number): Pool {
    let pool = this.pools.get(purpose);
    if (!pool) {
      if (this.closed) throw new Error('the databases are closed');
      pool = new Pool({
        connectionString: urlFor(this.config, this.databaseUrl, purpose),
        max,
        types: columnTypes(),
        application_name: `finsam ${purpose}`,
        connectionTimeoutMillis: 10_000,
        statement_timeout: 60_000,
      });
      // A connection that breaks must not end the process, whether it lies idle or is in use between two queries;
      // the next use opens another. Once closed, a server that ends the last connection tells no news.
      const tell = (error: Error) => {
        if (!this.closed) this.onError(error);
      };
      pool.on('error', tell);
      pool.on('connect', (client) => client.on('error', tell));
      this.pools.set(purpose, pool);
    }
    return pool;
  }

  private kyselyOn(pool: Pool): Kysely<unknown> {
    let kysely = this.kyselys.get(pool);
    if (!kysely) {
      kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
      this.kyselys.set(pool, kysely);
    }
    return kysely;
  }
}

async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>, begin: string): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.release(broken);
  }
}
