// Makes the installation's roles: an owner, a login per purpose, a numbered login per association.
import { createHash, createHmac, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { associationId } from '@finsam/kernel';
import { type Client, escapeLiteral } from 'pg';
import { type Config, ConfigError } from '../config/config';
import { GROUPS, type InstallationSecret, type Login, PURPOSES, roleName, rolePassword } from './purposes';

export type InstallationToMigrate = InstallationSecret & Pick<Config, 'associations'>;

/**
 * Each process opens two. Room for two APIs, projectors and workers, an operator's command, and what a killed one has
 * left open for a moment; a session that gets out of hand ends at its own association's limit.
 */
const CONNECTIONS_MAX = 16;

/**
 * Makes what is missing and sets every derived password again. Needs no superuser: a role with CREATEROLE that owns
 * the database. Returns nothing half: it runs in the caller's transaction.
 */
export async function makeRoles(client: Client, installation: InstallationToMigrate): Promise<void> {
  const logins = loginsOf(installation);
  const names = logins.map((who) => roleName(installation, who));
  const groups = GROUPS.map((group) => roleName(installation, group));
  const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
    [...names, ...groups],
  ]);
  const there = new Set(rows.map(({ rolname }) => rolname));
  const [owner, tenants] = groups as [string, string];
  await refuseOwnName(client, [...names, ...groups]);
  const newcomers = names.filter((name, i) => typeof logins[i] === 'number' && !there.has(name));
  const verifiers = await Promise.all(logins.map((who) => scramVerifier(rolePassword(installation, who))));
  const statements = [
    ...groups.filter((name) => !there.has(name)).map((name) => `create role "${name}" nologin`),
    // Before there was a role for each, all associations logged in as the group.
    ...(there.has(tenants) ? [`alter role "${tenants}" nologin password null`] : []),
    `grant "${owner}" to current_user`,
    ...logins.flatMap((who, i) => {
      const own = typeof who === 'number';
      const limit = own ? ` connection limit ${CONNECTIONS_MAX}` : '';
      const password = `password ${escapeLiteral(verifiers[i]!)}`;
      return there.has(names[i]!)
        ? [`alter role "${names[i]}" ${password}`]
        : [`create role "${names[i]}" login${limit} ${password}`];
    }),
    // All in one: each membership by itself costs more the more there are.
    ...(newcomers.length > 0 ? [`grant "${tenants}" to ${newcomers.map((name) => `"${name}"`).join(', ')}`] : []),
  ];
  await client.query(statements.join(';\n'));
  await openDatabaseTo(client, owner, [tenants, ...PURPOSES.map((purpose) => roleName(installation, purpose))]);
}

/** Whoever migrates is none of the roles that migrate makes: the owner, for one, is nobody to log in as. */
async function refuseOwnName(client: Client, roles: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_user as name');
  const { name } = rows[0]!;
  if (!roles.includes(name)) return;
  throw new ConfigError(
    `DATABASE_URL loggar in som ${name}, som är en av installationens egna roller. ` +
      'Ange en annan administratör, eller byt FINSAM_INSTALLATION.',
  );
}

function loginsOf({ associations }: Pick<Config, 'associations'>): Login[] {
  return [...PURPOSES, ...Array.from({ length: associations }, (_, i) => associationId(i + 1))];
}

/** Of all roles that an installation has. */
export function roleNames(installation: InstallationToMigrate): string[] {
  return [...loginsOf(installation), ...GROUPS].map((who) => roleName(installation, who));
}

/** For installations that are thrown away: one statement, once their database is gone. */
export function dropRoles(installation: InstallationToMigrate): string {
  const names = roleNames(installation).map((name) => `"${name}"`);
  return `drop role ${names.join(', ')}`;
}

/** Nobody comes in, or makes anything, by being PUBLIC: not the roles of another installation on the same server. */
async function openDatabaseTo(client: Client, owner: string, roles: readonly string[]): Promise<void> {
  const database = `"${client.database ?? 'postgres'}"`;
  await client.query(`
    revoke connect, temporary on database ${database} from public;
    grant connect on database ${database} to ${roles.map((role) => `"${role}"`).join(', ')};
    grant create on database ${database} to "${owner}";
    revoke create on schema public from public`);
  const { rows } = await client.query<{ superuser: boolean }>(
    'select rolsuper as superuser from pg_roles where rolname = current_user',
  );
  if (!rows[0]!.superuser) return;
  // Large objects stand outside all row-level rules. Only a superuser may close that door; elsewhere the lint reports.
  const { rows: functions } = await client.query<{ name: string }>(
    `select oid::regprocedure::text as name from pg_proc
      where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^lo(_|read|write)'
        and has_function_privilege('public', oid, 'execute')`,
  );
  if (functions.length === 0) return;
  await client.query(`revoke execute on function ${functions.map(({ name }) => name).join(', ')} from public`);
}

const ITERATIONS = 4_096;
const derive = promisify(pbkdf2);

/** What PostgreSQL keeps of a password (RFC 5803), made here so that the password is in no statement and no log. */
async function scramVerifier(password: string): Promise<string> {
  const salt = randomBytes(16);
  const salted = await derive(password, salt, ITERATIONS, 32, 'sha256');
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}
