// Whether the database is as this program would make it, told by one number, so that a restart need not look at all.
import { createHash } from 'node:crypto';
import { canonicalJson, type ProjectionGroup } from '@finsam/kernel';
import { version as queueVersion } from 'bullmq/package.json';
import { Client } from 'pg';
import { deriveKey } from '../config/config';
import { migrationFiles } from './migration-files';
import { storedTables } from './read-tables';
import { type InstallationToMigrate, roleNames } from './roles';

/** Over all that `migrate` works from. Of the secret only what follows from it, in a way that does not lead back. */
export function fingerprint(config: InstallationToMigrate, groups: readonly ProjectionGroup[]): string {
  const { installation, associations, secret } = config;
  const tables = groups.map(({ name, projections }) => ({
    name,
    tables: projections.flatMap(storedTables).map((table) => table.declaration),
  }));
  const key = deriveKey(secret, 'migration');
  const files = migrationFiles().map(({ file, sha256 }) => ({ file, sha256 }));
  return createHash('sha256')
    .update(canonicalJson({ installation, associations, key, files, tables, jobs: queueVersion }))
    .digest('hex');
}

/** Undefined too if a role is missing: a database that was restored on another server brings none. */
export async function storedFingerprint(
  config: InstallationToMigrate,
  databaseUrl: string,
): Promise<string | undefined> {
  const names = roleNames(config);
  const client = new Client({ connectionString: databaseUrl, application_name: 'finsam migrate' });
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean; roles: number }>(
      `select to_regclass('migration.state') is not null as there,
        (select count(*)::integer from pg_roles where rolname = any($1)) as roles`,
      [names],
    );
    if (!rows[0]!.there || rows[0]!.roles !== names.length) return undefined;
    const stored = await client.query<{ fingerprint: string }>('select fingerprint from migration.state');
    return stored.rows[0]?.fingerprint;
  } finally {
    await client.end();
  }
}

export async function storeFingerprint(client: Client, now: string): Promise<void> {
  await client.query(
    `insert into migration.state (only_row, fingerprint) values (true, $1)
      on conflict (only_row) do update set fingerprint = excluded.fingerprint`,
    [now],
  );
}
