// The nation's role in the database: it reads what was sent to it in the exchange, and has no other right at all.
import { groups } from '@finsam/assembly';
import { PURPOSES, roleName } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { Client } from 'pg';

const DENIED = '42501';

let database: TestDatabase;
let admin: Client;

beforeAll(async () => {
  database = await testDatabase(groups);
  admin = new Client({ connectionString: database.url });
  await admin.connect();
  const association = await database.register('exempel');
  const message = `insert into exchange.message (association_id, receiver, kind, key, position, body)
    values ($1, $2, 'published-figures', 'delarsrapport 2024', 1, '{}')`;
  for (const receiver of ['national', 'annat-forbund', 'National', '']) {
    await database.databases.association(association).query(message, [association, receiver]);
  }
}, 60_000);

afterAll(async () => {
  await admin.end();
  await database.close();
});

/** The refusal's code; null when the statement was carried out. */
async function refusalOf(statement: string): Promise<string | null> {
  const kept = new Error('carried out');
  const tried = database.databases.national().transaction(async (client) => {
    await client.query(statement);
    throw kept;
  });
  return tried.catch((error: { code: string }) => (error === (kept as unknown) ? null : error.code));
}

/** Everything in the database that can be read from and is not PostgreSQL's own. */
async function relations(): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await admin.query<{ name: string; columns: string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as name,
        array(select quote_ident(a.attname) from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
        and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
      order by 1`,
  );
  return rows;
}

it('reads no table but the exchange, and no column of any', async () => {
  const all = await relations();
  expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(['log.event', 'exchange.message', 'report.run']));
  for (const { name, columns } of all) {
    const statements = [`select 1 from ${name}`, ...columns.map((column) => `select ${column} from ${name}`)];
    const refusals = await Promise.all(statements.map(refusalOf));
    const expected = name === 'exchange.message' ? null : DENIED;
    expect([name, ...new Set(refusals)]).toEqual([name, expected]);
  }
});

it('writes nowhere, not in the exchange either', async () => {
  for (const { name, columns } of await relations()) {
    const refusals = await Promise.all(
      [
        `insert into ${name} default values`,
        `update ${name} set ${columns[0]} = ${columns[0]}`,
        `delete from ${name}`,
        `truncate ${name}`,
        `lock table ${name} in exclusive mode`,
        `drop table ${name}`,
      ].map(refusalOf),
    );
    // A sequence is no table to write to: PostgreSQL says so before it looks at rights.
    expect([name, refusals.filter((code) => code !== DENIED && code !== '42809')]).toEqual([name, []]);
  }
});

it('has been given one right, to read the exchange: what refuses it is not the rows alone', async () => {
  const { rows } = await admin.query(
    `select format('%I.%I', n.nspname, c.relname) as name, p as "right"
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace,
        unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as p
      where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
        and has_table_privilege($1, c.oid, p)`,
    [roleName(database.config, 'national')],
  );
  expect(rows).toEqual([{ name: 'exchange.message', right: 'select' }]);
});

it('calls nothing, and least of all the door to the log', async () => {
  const { rows } = await admin.query<{ name: string; reachable: boolean }>(
    `select format('%I.%I', n.nspname, p.proname) as name,
        has_schema_privilege($1, n.oid, 'usage') and has_function_privilege($1, p.oid, 'execute') as reachable
      from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
      where n.nspname not in ('pg_catalog', 'information_schema')`,
    [roleName(database.config, 'national')],
  );
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['log.append', 'registry.register']));
  expect(rows.filter(({ reachable }) => reachable)).toEqual([]);
  expect(await refusalOf(`select log.append(1, 1::smallint, 'stream', -1, '[]'::json)`)).toBe(DENIED);
  expect(await refusalOf(`select registry.register('ny')`)).toBe(DENIED);
});

it('sees what was sent to it, and nothing that was sent to another', async () => {
  const { rows } = await database.databases.national().query('select receiver from exchange.message');
  expect(rows).toEqual([{ receiver: 'national' }]);
  expect((await admin.query('select from exchange.message')).rowCount).toBe(4);
  expect(await refusalOf('select set_config($$row_security$$, $$off$$, true); select 1 from exchange.message')).toBe(
    DENIED,
  );
});

it('cannot become anybody else, make anything or read the machine', async () => {
  const { rows } = await admin.query(
    `select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication,
        (select count(*)::integer from pg_auth_members m where m.member = r.oid) as memberships
      from pg_roles r where rolname = $1`,
    [roleName(database.config, 'national')],
  );
  expect(Object.values(rows[0] as object).filter(Boolean)).toEqual([]);
  const others = PURPOSES.filter((purpose) => purpose !== 'national').map((purpose) =>
    roleName(database.config, purpose),
  );
  const statements = [
    ...others.map((role) => `set role "${role}"`),
    'create schema mine',
    'create table public.mine (x integer)',
    'create table exchange.mine (x integer)',
    'select * from pg_catalog.pg_authid',
    `select pg_read_file('/etc/passwd')`,
    `copy (select 1) to program 'true'`,
    `alter role "${roleName(database.config, 'association')}" password 'x'`,
  ];
  for (const statement of statements) expect([statement, await refusalOf(statement)]).toEqual([statement, DENIED]);
});
