// Database handles by purpose. Nobody outside this folder holds a bare pool, or a connection as somebody else.
import type { AssociationId } from '@finsam/kernel';
import { Kysely, PostgresDialect } from 'kysely';
import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import { type ConnectionLimits, Connections } from './connections';
import { type InstallationSecret, type Login, urlFor } from './purposes';

/** Whatever a statement can be sent through: a database handle, or a connection in a transaction. */
export interface Queries {
  query<R extends QueryResultRow>(query: string | QueryConfig, values?: unknown[]): Promise<QueryResult<R>>;
}

/** Runs single statements as one login role. */
export interface Database extends Queries {
  /** Runs `work` in a transaction on one connection; rolled back when it throws. */
  transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T>;
}

/** One tenant's door to the database: it logs in as that tenant and can reach nothing of another's. */
export interface AssociationDatabase extends Database {
  readonly association: AssociationId;
  /** The same connections, typed by the tables that the caller knows. */
  kysely<Tables>(): Kysely<Tables>;
  /**
   * As `transaction`, for what can be made again from the log: it is whole or absent after a crash, but the last ones
   * may be absent, so the commit need not wait for the disk.
   */
  derivedTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T>;
}

/**
 * Of the associations together; purposes are few, and must not wait for them. A total below the number of associations
 * that are busy at once costs them a login for nearly every statement.
 */
const LIMITS: ConnectionLimits = { perLogin: 2, total: 100 };
const PER_PURPOSE = 2;

export class Databases {
  private readonly associations: Connections<Login>;
  private readonly purposes: Connections<Login>;
  private readonly kyselys = new Map<Login, Kysely<unknown>>();

  constructor(
    private readonly installation: InstallationSecret,
    private readonly databaseUrl: string,
    limits: Partial<ConnectionLimits> = {},
    onError: (error: Error) => void = () => undefined,
  ) {
    const urlOf = (who: Login) => urlFor(installation, databaseUrl, who);
    this.associations = new Connections(urlOf, { ...LIMITS, ...limits }, onError);
    this.purposes = new Connections(urlOf, { perLogin: PER_PURPOSE, total: Infinity }, onError);
  }

  association(association: AssociationId): AssociationDatabase {
    return {
      association,
      ...this.as(association),
      kysely: <Tables>() => this.kyselyAs(association) as Kysely<Tables>,
      derivedTransaction: (work) => this.inTransaction(association, 'begin; set local synchronous_commit = off', work),
    };
  }

  /** Numbers only: heads, checkpoints, run ids, leases. */
  dispatcher(): Database {
    return this.as('dispatcher');
  }

  /** Which associations there are, and the installation's own log. */
  registry(): Database {
    return this.as('registry');
  }

  /** What associations have handed to the nation, and nothing else. */
  national(): Database {
    return this.as('national');
  }

  /** Every log, to be read and verified; for commands, never for a process that serves. */
  auditor(): Database {
    return this.as('auditor');
  }

  /** BullMQ opens its own connections; it gets the address of its own role. */
  jobsUrl(): string {
    return urlFor(this.installation, this.databaseUrl, 'jobs');
  }

  async close(): Promise<void> {
    this.kyselys.clear();
    await Promise.all([this.associations.close(), this.purposes.close()]);
  }

  private connect(who: Login): Promise<PoolClient> {
    return (typeof who === 'number' ? this.associations : this.purposes).connect(who);
  }

  private as(who: Login): Database {
    return {
      query: (query, values) => this.query(who, query, values),
      transaction: (work) => this.inTransaction(who, 'begin', work),
    };
  }

  private async query<R extends QueryResultRow>(
    who: Login,
    query: string | QueryConfig,
    values?: unknown[],
  ): Promise<QueryResult<R>> {
    const client = await this.connect(who);
    let broken: Error | undefined;
    try {
      return await client.query<R>(query as QueryConfig, values);
    } catch (error) {
      broken = lost(error);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  private async inTransaction<T>(who: Login, begin: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.connect(who);
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

  private kyselyAs(who: Login): Kysely<unknown> {
    let kysely = this.kyselys.get(who);
    if (!kysely) {
      // Kysely ends the pool that it is given when it is destroyed; ours are ended with the databases.
      const pool = { connect: () => this.connect(who), end: async () => undefined };
      kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
      this.kyselys.set(who, kysely);
    }
    return kysely;
  }
}

/** The door to a log: the owner's own, the clerk's for the installation's and the nation's. */
export function databaseOf(databases: Databases, { owner }: { readonly owner: AssociationId | 0 }): Database {
  return owner === 0 ? databases.registry() : databases.association(owner);
}

/** An error of the server leaves the connection whole; any other may have broken it, and it is not used again. */
function lost(error: unknown): Error | undefined {
  return (error as { severity?: string }).severity === 'ERROR' ? undefined : (error as Error);
}
