// All DDL of the installation, in order, in one transaction: login roles, numbered migrations, read tables.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectionGroup } from '@finsam/kernel';
import { runMigrations } from 'bullmq';
import { Client, escapeLiteral } from 'pg';
import type { Config } from '../config/config';
import { JOBS_SCHEMA } from '../queue/queue';
import { PURPOSES, roleName, rolePassword } from './purposes';
import { migrateReadTables } from './read-tables';

export interface MigrationReport {
  readonly applied: readonly string[];
  readonly readTables: readonly string[];
}

// src/databases and dist/databases lie equally deep below the package.
const FOLDER = join(__dirname, '..', '..', 'migrations');
// One migrating process at a time in a database; the number is ours and means nothing.
const MIGRATION_LOCK = 7_305_112;

/**
 * Brings the database to this version's shape. Repeating it changes nothing but resets the derived passwords.
 * `databaseUrl` must name a role that may create roles and schemas. Throws when an applied file has changed since.
 */
export async function migrate(
  config: Pick<Config, 'installation' | 'secret'>,
  databaseUrl: string,
  groups: readonly ProjectionGroup[],
): Promise<MigrationReport> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'finsam migrate' });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await makeRoles(client, config);
    const applied = await applyFiles(client, config);
    const readTables = await migrateReadTables(client, groups, roleName(config, 'association'));
    await client.query('commit');
    await migrateJobs(client, roleName(config, 'jobs'));
    return { applied, readTables };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function makeRoles(client: Client, config: Pick<Config, 'installation' | 'secret'>): Promise<void> {
  const database = client.database ?? 'postgres';
  for (const purpose of PURPOSES) {
    const role = roleName(config, purpose);
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount === 0) await client.query(`create role "${role}" login`);
    await client.query(`alter role "${role}" password ${escapeLiteral(rolePassword(config, purpose))}`);
    await client.query(`grant connect on database "${database}" to "${role}"`);
  }
  await client.query('revoke create on schema public from public');
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
  for (const file of readdirSync(FOLDER).sort()) {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    const sha256 = createHash('sha256').update(text).digest('hex');
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

/** `{{association}}` in a migration is the installation's login role of that purpose. */
function forInstallation(text: string, config: Pick<Config, 'installation'>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const purpose = PURPOSES.find((known) => known === name);
    if (!purpose) throw new Error(`a migration names the unknown purpose ${name}`);
    return `"${roleName(config, purpose)}"`;
  });
}
