// Connections by login role: a small pool for each login in use, and a limit for the process as a whole.
import { invariant } from '@finsam/kernel';
import { Pool, type PoolClient, type PoolConfig, TypeOverrides } from 'pg';

export interface ConnectionLimits {
  /** Of one login at the same time. */
  readonly perLogin: number;
  /** Of the whole process. */
  readonly total: number;
}

const CONNECT_MS_MAX = 10_000;
const TOO_MANY_CONNECTIONS = '53300';
const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

/** Whole numbers as numbers (never rounded), days and instants as text: nothing depends on the machine's zone. */
export function columnTypes(): TypeOverrides {
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

export class Connections<Who extends string | number> {
  /** In order of use, the longest unused first. */
  private readonly pools = new Map<Who, Pool>();
  private readonly clients = new WeakMap<Pool, Set<PoolClient>>();
  private readonly waiting: (() => void)[] = [];
  private ending = 0;
  private closed = false;

  constructor(
    private readonly urlOf: (who: Who) => string,
    private readonly limits: ConnectionLimits,
    private readonly onError: (error: Error) => void,
  ) {}

  /** A connection as `who`; give it back with `release`. Waits while the process has all it may have in use. */
  async connect(who: Who): Promise<PoolClient> {
    for (;;) {
      const pool = this.poolOf(who);
      const opens = pool.idleCount === 0 && pool.totalCount < this.limits.perLogin;
      if (!opens || this.open < this.limits.total) {
        const client = await pool.connect().catch((error: Error) => this.unlessFull(error));
        if (client) return client;
      } else if (this.ending === 0) {
        this.endLongestIdle();
      }
      await this.somethingReleased();
    }
  }

  /** Open now, with those that are being closed. */
  get open(): number {
    let open = this.ending;
    for (const pool of this.pools.values()) open += pool.totalCount;
    return open;
  }

  async close(): Promise<void> {
    this.closed = true;
    const pools = [...this.pools.values()];
    this.pools.clear();
    this.wakeAll();
    await Promise.all(pools.map((pool) => pool.end()));
  }

  private poolOf(who: Who): Pool {
    if (this.closed) throw new Error('the databases are closed');
    const pool = this.pools.get(who) ?? this.newPool(who);
    this.pools.delete(who);
    this.pools.set(who, pool);
    return pool;
  }

  private newPool(who: Who): Pool {
    const settings: PoolConfig = {
      connectionString: this.urlOf(who),
      max: this.limits.perLogin,
      types: columnTypes(),
      application_name: 'finsam',
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS_MAX,
      idleTimeoutMillis: 30_000,
      statement_timeout: 60_000,
      lock_timeout: 10_000,
      // Whoever holds a lock and has gone silent lets go of it.
      idle_in_transaction_session_timeout: 60_000,
    };
    const pool = new Pool(settings);
    // A connection that breaks must not end the process, whether it lies idle or is in use between two queries;
    // the next use opens another. Once closed, a server that ends the last connection tells no news.
    const tell = (error: Error) => {
      if (!this.closed) this.onError(error);
    };
    pool.on('error', tell);
    const clients = new Set<PoolClient>();
    this.clients.set(pool, clients);
    pool.on('connect', (client) => {
      clients.add(client.on('error', tell).once('end', () => clients.delete(client)));
    });
    for (const event of ['release', 'remove'] as const) pool.on(event, () => this.wakeAll());
    return pool;
  }

  /** Makes room: a login that does nothing just now loses its connections. Each counts until its socket is closed. */
  private endLongestIdle(): boolean {
    for (const [who, pool] of this.pools) {
      if (pool.totalCount === 0 || pool.idleCount < pool.totalCount || pool.waitingCount > 0) continue;
      this.pools.delete(who);
      for (const client of this.clients.get(pool) ?? []) {
        this.ending++;
        client.once('end', () => {
          this.ending--;
          this.wakeAll();
        });
      }
      void pool.end();
      return true;
    }
    return false;
  }

  /** The server has no connection left: one of ours that does nothing is ended, and it is tried again. */
  private unlessFull(error: Error & { code?: string }): undefined {
    if (error.code !== TOO_MANY_CONNECTIONS || !this.endLongestIdle()) throw error;
  }

  private somethingReleased(): Promise<void> {
    return new Promise((resolve, reject) => {
      const refuse = () => reject(new Error('no database connection became free in time'));
      const timer = setTimeout(refuse, CONNECT_MS_MAX);
      this.waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  private wakeAll(): void {
    for (const wake of this.waiting.splice(0)) wake();
  }
}
