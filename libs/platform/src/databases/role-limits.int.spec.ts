// The limits of the login roles that the catalogue of rights alone does not show.
import { type AssociationId, associationId } from '@finsam/kernel';
import { Client } from 'pg';
import { recordOf } from '../event-store/event-store';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import type { Database } from './databases';
import { GROUPS, type Login, PURPOSES, roleName, urlFor } from './purposes';
import { see } from './testing';

jest.setTimeout(60_000);

let db: TestDatabase;
let admin: Client;
let first: AssociationId;
const LOGINS: readonly Login[] = [...PURPOSES, associationId(1), associationId(2)];
const clients = new Map<Login, Client>();

beforeAll(async () => {
  db = await testDatabase();
  admin = new Client({ connectionString: db.url });
  await admin.connect();
  for (const login of LOGINS) {
    const client = new Client({ connectionString: urlFor(db.config, db.url, login) });
    await client.connect();
    clients.set(login, client);
  }
  first = await db.register('faglar');
  await see(db, first, 'lom', 2);
});
afterAll(async () => {
  await Promise.all([admin.end(), ...[...clients.values()].map((client) => client.end())]);
  await db.close();
});

const as = (login: Login) => clients.get(login)!;
const role = (login: Login) => roleName(db.config, login);

it('gives no role a way round: no rights of others, nothing of its own, no place to make anything', async () => {
  for (const login of LOGINS) {
    const name = role(login);
    const { rows } = await admin.query(
      `select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as powerful,
          array(select roleid::regrole::text from pg_auth_members where member = r.oid) as groups,
          exists (select from pg_shdepend where refobjid = r.oid and deptype = 'o') as owner,
          exists (select from pg_namespace n
            where nspname !~ '^pg_' and has_schema_privilege(r.oid, n.oid, 'create')) as maker,
          has_database_privilege(r.oid, current_database(), 'create') as founder
        from pg_roles r where rolname = $1`,
      [name],
    );
    const groups = typeof login === 'number' ? [`${db.config.installation}_association`] : [];
    const nothing = { powerful: false, groups, owner: false, maker: false, founder: false };
    expect([login, rows[0]]).toEqual([login, nothing]);
    for (const other of [...LOGINS, GROUPS[0]].filter((other) => other !== login)) {
      await expect(as(login).query(`set role "${roleName(db.config, other)}"`)).rejects.toThrow(/permission denied/);
      await expect(as(login).query(`set session authorization "${roleName(db.config, other)}"`)).rejects.toThrow();
    }
    await expect(as(login).query('create table public.mine (a int)')).rejects.toThrow(/permission denied/);
  }
});

it('lets nobody change what a log holds, not even the association that it belongs to', async () => {
  const statements = [
    'update log.event set type = type',
    'delete from log.event',
    'truncate log.event',
    `insert into log.event select * from log.event`,
    'update log.head set position = 0',
    'alter table log.event disable trigger all',
    'drop table log.event',
  ];
  for (const login of LOGINS) {
    for (const statement of statements) {
      await expect(as(login).query(statement)).rejects.toThrow(/permission denied|must be owner/);
    }
  }
  expect(await db.store.head(recordOf(first))).toBe(2);
});

describe('the nation', () => {
  const send = (pool: Database, receiver: string, key: string) =>
    pool.query(
      `insert into exchange.message (association_id, receiver, kind, key, position, body)
        values ($1, $2, 'published-figures', $3, 1, '{"sum":7}')`,
      [first, receiver, key],
    );

  it('reads what was handed to it, and nothing that was handed to another', async () => {
    const pool = db.databases.association(first);
    for (const receiver of ['national', '2', 'National', 'national ']) await send(pool, receiver, `to ${receiver}`);
    const { rows } = await as('national').query('select receiver, key from exchange.message');
    expect(rows).toEqual([{ receiver: 'national', key: 'to national' }]);
    const { rows: counted } = await as('national').query('select count(*)::int as count from exchange.message');
    expect(counted).toEqual([{ count: 1 }]);
    await expect(as('national').query('set row_security = off; select * from exchange.message')).rejects.toThrow(
      /row-level/,
    );
    await as('national').query('reset row_security');
  });

  it('writes nothing, not even over what it may read', async () => {
    for (const statement of [
      "update exchange.message set body = '{}'",
      'delete from exchange.message',
      "insert into exchange.message values (1, 'national', 'k', 'k', 1, '{}')",
    ]) {
      await expect(as('national').query(statement)).rejects.toThrow(/permission denied/);
    }
  });
});
