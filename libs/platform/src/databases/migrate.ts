// All DDL of the installation, in order, in one transaction: login roles, numbered migrations, read tables.
import type { ProjectionGroup } from '@finsam/kernel';
import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import type { Config } from '../config/config';
import { JOBS_SCHEMA } from '../queue/queue';
import { fingerprint, storedFingerprint, storeFingerprint } from './fingerprint';
import { migrationFiles } from './migration-files';
import { associationRolePrefix, GROUPS, PURPOSES, roleName } from './purposes';
import { migrateReadTables } from './read-tables';
import { type InstallationToMigrate, makeRoles } from './roles';

export interface MigrationReport {
  readonly applied: readonly string[];
  readonly readTables: readonly string[];
}

// One migrating process at a time in a database; the number is ours and means nothing.
const MIGRATION_LOCK = 7_305_112;

/**
 * Brings the database to this version's shape. Repeating it changes nothing but resets the derived passwords.
 * `databaseUrl` must name a role that may create roles and schemas. Throws when an applied file has changed since.
 */
export async function migrate(
  config: InstallationToMigrate,
  databaseUrl: string,
  groups: readonly ProjectionGroup[],
): Promise<MigrationReport> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'finsam migrate' });
  await client.connect();
  try {
    // Whoever else may hold it: an operator is told after a while, and not left waiting.
    await client.query("set lock_timeout = '60s'");
    // Of the session, until its end: BullMQ's tables and their grants come after the commit.
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query('begin');
    await makeRoles(client, config);
    const owner = roleName(config, 'owner');
    await handOver(client, owner);
    await client.query(`set local role "${owner}"`);
    const applied = await applyFiles(client, config);
    const readTables = await migrateReadTables(client, groups);
    await client.query('commit');
    await client.query(`set role "${owner}"`);
    await migrateJobs(client, roleName(config, 'jobs'));
    // Last of all: before this, nothing says that it is done.
    await storeFingerprint(client, fingerprint(config, groups));
    return { applied, readTables };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

/** As `migrate`, unless this very program with these very settings has migrated it last. Null: nothing to do. */
export async function migrateIfNeeded(
  config: InstallationToMigrate,
  databaseUrl: string,
  groups: readonly ProjectionGroup[],
): Promise<MigrationReport | null> {
  const last = await storedFingerprint(config, databaseUrl);
  return last === fingerprint(config, groups) ? null : migrate(config, databaseUrl, groups);
}

const SCHEMAS = ['log', 'registry', 'ops', 'read', 'report', 'exchange', 'migration', JOBS_SCHEMA];

/** What earlier versions made belonged to whoever ran them; from now on everything belongs to the owner. */
async function handOver(client: Client, owner: string): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `with ours as (select oid, nspname, nspowner from pg_namespace where nspname = any($1)),
      owned as (
        select nspowner as owner, format('schema %I', nspname) as what from ours
        union all select relowner, format('table %s', c.oid::regclass)
          from pg_class c join ours on ours.oid = relnamespace where relkind in ('r', 'p', 'v')
        -- A sequence of a column goes with its table.
        union all select relowner, format('sequence %s', c.oid::regclass)
          from pg_class c join ours on ours.oid = relnamespace where relkind = 'S'
            and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i'))
        union all select proowner, format('routine %s', p.oid::regprocedure)
          from pg_proc p join ours on ours.oid = pronamespace
        union all select typowner, format('type %s', t.oid::regtype)
          from pg_type t join ours on ours.oid = typnamespace where typtype in ('e', 'd'))
      select format('alter %s owner to %I', what, $2::text) as statement
        from owned where owner <> to_regrole($2::text)`,
    [SCHEMAS, owner],
  );
  for (const { statement } of rows) await client.query(statement);
}

/** BullMQ brings its own tables; its role may use them and sees nothing else of the database. */
async function migrateJobs(client: Client, role: string): Promise<void> {
  await runMigrations(client, JOBS_SCHEMA);
  await client.query(`grant usage on schema ${JOBS_SCHEMA} to "${role}"`);
  await client.query(`grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to "${role}"`);
  await client.query(`grant usage on all sequences in schema ${JOBS_SCHEMA} to "${role}"`);
}

async function applyFiles(client: Client, config: Pick<Config, 'installation'>): Promise<string[]> {
  await client.query('create schema if not exists migration');
  await client.query('create table if not exists migration.applied (file text primary key, sha256 text not null)');
  const { rows } = await client.query<{ file: string; sha256: string }>('select file, sha256 from migration.applied');
  const applied: string[] = [];
  for (const { file, text, sha256 } of migrationFiles()) {
    const before = rows.find((row) => row.file === file);
    if (before && before.sha256 !== sha256)
      throw new Error(`migration ${file} has changed since it was applied; add a new file instead`);
    if (before) continue;
    await client.query(forInstallation(text, config));
    await client.query('insert into migration.applied (file, sha256) values ($1, $2)', [file, sha256]);
    applied.push(file);
  }
  return applied;
}

/**
 * In a migration, `{{dispatcher}}` is the installation's role of that purpose or group, `{{dispatcher:name}}` its name
 * inside a text, and `{{association-role}}` what the associations' roles begin with.
 */
function forInstallation(text: string, config: Pick<Config, 'installation'>): string {
  return text.replace(/\{\{([\w-]+)(:name)?\}\}/g, (_, name: string, bare?: string) => {
    if (name === 'association-role') return associationRolePrefix(config);
    const known = [...PURPOSES, ...GROUPS].find((candidate) => candidate === name);
    if (!known) throw new Error(`a migration names the unknown role ${name}`);
    return bare ? roleName(config, known) : `"${roleName(config, known)}"`;
  });
}
