// Three associations in one database: one that attacks, two whose every row in every table bears a canary.
import { createHash } from 'node:crypto';
import { groups } from '@finsam/assembly';
import type { AssociationId } from '@finsam/kernel';
import { recordOf } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { Client } from 'pg';

/** In every text of the others, and nowhere else. */
export const CANARY = 'kanarie';
/** In every number of theirs that is content. */
export const CANARY_NUMBER = 1_777_001;
const CANARIES = new RegExp(`${CANARY}|${CANARY_NUMBER}`, 'i');

export interface Column {
  readonly name: string;
  readonly type: string;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** False for what belongs to the installation. */
  readonly owned: boolean;
}

export interface World {
  readonly db: TestDatabase;
  readonly admin: Client;
  readonly tables: readonly Table[];
  readonly attacker: AssociationId;
  /** What must not have changed: all rows that are not the attacker's, and the catalogue itself. */
  fingerprint(): Promise<string>;
  close(): Promise<void>;
}

const STAMPS = new Set(['association_id', 'generation', 'kind', 'position', 'since', 'until', 'ordinal', 'receiver']);
const KNOWN: Readonly<Record<string, string>> = { status: 'done', format: 'html', receiver: 'national', stream: 's' };

export function isCanary(text: string): boolean {
  return CANARIES.test(text);
}

/** What a column of an association's row holds; the same in every table, so that references hold. */
export function valueOf({ name, type }: Column, association: number): unknown {
  const canary = `${association === 1 ? 'eget' : CANARY}-${association}-${name}`;
  if (name === 'association_id') return association;
  if (KNOWN[name] !== undefined) return KNOWN[name];
  if (type === 'bytea') return Buffer.alloc(32, association);
  if (type === 'uuid') return `00000000-0000-4000-8000-00000000000${association}`;
  if (type === 'json') return JSON.stringify({ of: canary });
  if (type === 'boolean') return true;
  if (type === 'date' || type.startsWith('timestamp')) return association === 1 ? '2023-03-01' : '2024-03-01';
  if (type !== 'text') return STAMPS.has(name) ? association : association === 1 ? 7 : CANARY_NUMBER;
  // Long enough to be stored apart, which shows in the buffers of a plan.
  const long = Array.from({ length: 200 }, (_, n) => createHash('sha256').update(`${canary}${n}`).digest('hex'));
  return name === 'body' ? `${canary}${long.join('')}` : canary;
}

export async function makeWorld(mutation = ''): Promise<World> {
  const db = await testDatabase(groups, { associations: 4 });
  const admin = new Client({ connectionString: db.url });
  await admin.connect();
  if (mutation !== '')
    await admin.query(mutation.replaceAll('{{', `"${db.config.installation}_`).replaceAll('}}', '"'));
  const associations: AssociationId[] = [];
  for (const slug of ['eget', `${CANARY}-tva`, `${CANARY}-tre`]) associations.push(await db.register(slug));
  const tables = await tablesOf(admin);
  for (const association of associations) {
    await appendOne(db, association);
    for (const table of tables) await fill(admin, table, association);
  }
  await admin.query('analyze');
  return {
    db,
    admin,
    tables,
    attacker: associations[0]!,
    fingerprint: () => fingerprint(admin, tables),
    close: async () => {
      await admin.end();
      await db.close();
    },
  };
}

async function appendOne(db: TestDatabase, association: AssociationId): Promise<void> {
  const told = `${association === 1 ? 'eget' : CANARY}-${association}`;
  const meta = { commandId: told, commandHash: told, ordinal: 0, actor: told, correlationId: told };
  const id = `00000000-0000-4000-8000-00000000000${association}`;
  const event = { id, type: told, schemaVersion: 1, data: JSON.stringify({ told }), meta };
  await db.store.append(recordOf(association), told, -1, [event]);
}

/** Found in the catalogue: a table is attacked from the day it is made. References come after what they name. */
async function tablesOf(admin: Client): Promise<Table[]> {
  const { rows } = await admin.query<Table>(
    `select c.oid::regclass::text as name, bool_or(attname = 'association_id') and relname <> 'association' as owned,
        json_agg(json_build_object('name', attname, 'type', format_type(atttypid, null)) order by attnum) as columns
      from pg_class c join pg_namespace n on n.oid = relnamespace join pg_attribute a on a.attrelid = c.oid
      where relkind in ('r', 'p', 'v', 'm', 'f') and nspname !~ '^pg_|^information_schema$' and attnum > 0
        and not attisdropped
      group by c.oid order by exists (select from pg_constraint k where k.conrelid = c.oid and contype = 'f'), 1`,
  );
  return rows;
}

async function fill(admin: Client, { name, columns, owned }: Table, association: number): Promise<void> {
  // The logs are written through their own door.
  if (!owned || ['log.event', 'log.head'].includes(name)) return;
  const { rows } = await admin.query<{ kind: string }>(
    'select relkind as kind from pg_class where oid = $1::regclass',
    [name],
  );
  if (rows[0]!.kind !== 'r') return;
  const places = columns.map((_, index) => `$${index + 1}`).join(', ');
  const values = columns.map((column) => valueOf(column, association));
  await admin.query(`insert into ${name} values (${places}) on conflict do nothing`, values);
}

const SHAPE = [
  `select oid::regclass::text, relacl::text, relrowsecurity, relforcerowsecurity, relkind from pg_class
    where oid > 16383`,
  'select polrelid::regclass::text, polname, polroles::text, polqual::text, polwithcheck::text from pg_policy',
  'select proname, proacl::text, prosrc from pg_proc where oid > 16383',
  'select nspname, nspacl::text from pg_namespace',
  'select rolname, rolsuper, rolcanlogin, rolconnlimit from pg_roles where rolname ~ current_database()',
  `select roleid::regrole::text, member::regrole::text from pg_auth_members
    where concat(roleid::regrole, member::regrole) ~ current_database()`,
];

async function fingerprint(admin: Client, tables: readonly Table[]): Promise<string> {
  const hash = createHash('sha256');
  const rowsOf = ({ name, owned }: Table) =>
    `select t::text as row from ${name} t ${owned ? 'where association_id <> 1' : ''}`;
  for (const statement of [...tables.map(rowsOf), ...SHAPE.map((shape) => `select r::text as row from (${shape}) r`)]) {
    const { rows } = await admin.query<{ row: string }>(`${statement} order by 1`);
    hash.update(JSON.stringify(rows));
  }
  return hash.digest('hex');
}
