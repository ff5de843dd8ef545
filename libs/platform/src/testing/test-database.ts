// A migrated database of its own for one spec file, on the run's real PostgreSQL.
import { randomBytes } from 'node:crypto';
import { type AssociationId, associationId, type EventDefinition, type ProjectionGroup } from '@finsam/kernel';
import { Client } from 'pg';
import { Databases } from '../databases/databases';
import { migrate } from '../databases/migrate';
import { dropRoles, type InstallationToMigrate } from '../databases/roles';
import { urlFor } from '../databases/purposes';
import { LogSignal } from '../event-store/log-signal';
import { PostgresEventStore } from '../event-store/postgres-event-store';
import { GroupRunner } from '../projections/group-runner';
import { registerAssociation } from '../databases/registry';

export interface TestDatabase {
  /** The administrator's address of this database. */
  readonly url: string;
  readonly config: InstallationToMigrate;
  readonly databases: Databases;
  readonly signal: LogSignal;
  readonly store: PostgresEventStore;
  register(slug: string): Promise<AssociationId>;
  /** Folds everything there is, so that queries see it. */
  project(association: AssociationId, catalogue: readonly EventDefinition[]): Promise<void>;
  close(): Promise<void>;
}

/** `associations`: how many there is room for; each costs a login role. */
export async function testDatabase(
  groups: readonly ProjectionGroup[] = [],
  { associations = 8 } = {},
): Promise<TestDatabase> {
  const server = process.env['FINSAM_TEST_DATABASE_URL'];
  if (!server) throw new Error('FINSAM_TEST_DATABASE_URL is not set: run Jest with the workspace preset');
  const name = `t${randomBytes(6).toString('hex')}`;
  await administer(server, `create database "${name}"`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  const url = address.toString();
  const config = { installation: name, secret: randomBytes(32).toString('hex'), associations };
  await migrate(config, url, groups);
  const databases = new Databases(config, url);
  const signal = new LogSignal(urlFor(config, url, 'dispatcher'));
  await signal.start();
  return {
    url,
    config,
    databases,
    signal,
    store: new PostgresEventStore(databases, signal),
    register: async (slug) => associationId(await registerAssociation(databases, slug)),
    project: async (association, catalogue) => {
      const runner = new GroupRunner(databases, catalogue);
      for (const group of groups) {
        const outcome = await runner.catchUp(association, group);
        if (outcome.kind === 'stalled') throw new Error(outcome.reason);
      }
    },
    close: async () => {
      await signal.stop();
      await databases.close();
      await administer(server, `drop database "${name}" with (force)`);
      await administer(server, dropRoles(config));
    },
  };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
