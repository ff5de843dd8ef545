// What each login role can reach, by what the catalogue says and by trying it. What is not listed is refused.
import { Client } from 'pg';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { associationId } from '@finsam/kernel';
import { type Login, PURPOSES, roleName, urlFor } from './purposes';
import { land, water } from './testing';

jest.setTimeout(60_000);

let db: TestDatabase;
let admin: Client;
const LOGINS: readonly Login[] = [...PURPOSES, associationId(1)];
const clients = new Map<Login, Client>();

beforeAll(async () => {
  db = await testDatabase([water, land]);
  admin = new Client({ connectionString: db.url });
  await admin.connect();
  for (const login of LOGINS) {
    const client = new Client({ connectionString: urlFor(db.config, db.url, login) });
    await client.connect();
    clients.set(login, client);
  }
});
afterAll(async () => {
  await Promise.all([admin.end(), ...[...clients.values()].map((client) => client.end())]);
  await db.close();
});

const as = (login: Login) => clients.get(login)!;
const role = (login: Login) => roleName(db.config, login);
const read = 'SELECT';
const add = 'SELECT INSERT';
const write = 'SELECT INSERT UPDATE DELETE';

/** Rights on tables, by role; a schema's name stands for every table in it. */
const RIGHTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [associationId(1)]: {
    'log.event': read,
    'log.head': read,
    'log.seal': read,
    // Whoever may update or delete in a table as a whole may lock it for everybody.
    read: add,
    'ops.checkpoint': add,
    'report.run': add,
    'report.document': add,
    'exchange.message': add,
  },
  dispatcher: { 'log.head': read, 'ops.checkpoint': read, 'registry.association': read },
  registry: { 'registry.association': read, 'log.event': read, 'log.head': read, 'log.seal': read },
  jobs: { jobs: write },
  national: { 'exchange.message': read },
  auditor: { 'log.event': read, 'log.head': read, 'log.seal': read, 'registry.association': read },
};
const PRIVILEGES = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'];
const RUN_COLUMNS = ['association_id', 'run_id', 'status', 'attempt', 'lease_until', 'ordered_at'];

/** Tables, views and the like outside PostgreSQL's own schemas, as `schema.table`. */
async function relations(): Promise<{ schema: string; name: string; kind: string }[]> {
  const { rows } = await admin.query<{ schema: string; name: string; kind: string }>(
    `select nspname as schema, relname as name, relkind as kind
      from pg_class c join pg_namespace n on n.oid = relnamespace
      where relkind in ('r', 'p', 'v', 'm', 'f') and nspname !~ '^pg_|^information_schema$' order by 1, 2`,
  );
  return rows;
}

it('lets each role do with each table what it is for, and nothing else', async () => {
  const tables = await relations();
  expect(new Set(tables.map(({ schema }) => schema))).toEqual(
    new Set(['exchange', 'jobs', 'log', 'migration', 'ops', 'read', 'registry', 'report']),
  );
  for (const { schema, name } of tables) {
    for (const purpose of LOGINS) {
      const rights = RIGHTS[purpose]?.[`${schema}.${name}`] ?? RIGHTS[purpose]?.[schema] ?? '';
      const table = `"${schema}"."${name}"`;
      const { rows } = await admin.query<{ privilege: string }>(
        'select p as privilege from unnest($1::text[]) p where has_table_privilege($2, $3, p)',
        [PRIVILEGES, role(purpose), table],
      );
      expect([purpose, table, rows.map(({ privilege }) => privilege).join(' ')]).toEqual([purpose, table, rights]);
      const tried = as(purpose).query(`select * from ${table} limit 1`);
      const outcome = await tried.then(
        () => 'read',
        ({ code }: { code: string }) => code,
      );
      // 42501: insufficient privilege.
      expect([purpose, table, outcome]).toEqual([purpose, table, rights.includes(read) ? 'read' : '42501']);
    }
  }
});

it('lets no role see single columns, but the dispatcher the numbers of report runs', async () => {
  const { rows } = await admin.query<{ purpose: string; column: string }>(
    `select g.grantee as purpose, g.table_schema || '.' || g.table_name || '.' || g.column_name as column
      from information_schema.column_privileges g
      where g.grantee like $1 and g.privilege_type = $2 and not has_table_privilege(
        g.grantee, format('%I.%I', g.table_schema, g.table_name), g.privilege_type)
      order by 1, 2`,
    [`${db.config.installation}%`, read],
  );
  const seals = ['association_id', 'kind', 'position'].map((column) => `log.seal.${column}`);
  const columns = [...seals, ...RUN_COLUMNS.map((column) => `report.run.${column}`)];
  const expected = columns.map((column) => ({ purpose: role('dispatcher'), column }));
  expect(rows).toEqual(expected.sort((a, b) => (a.column < b.column ? -1 : 1)));
  const dispatcher = as('dispatcher');
  await expect(dispatcher.query(`select ${RUN_COLUMNS.join(', ')} from report.run`)).resolves.toBeDefined();
  for (const column of ['failure', 'period', 'report_type', 'order_hash', '*']) {
    await expect(dispatcher.query(`select ${column} from report.run`)).rejects.toThrow(/permission denied/);
  }
});

it('lets an association change what a row has become, and no column that says whose or which it is', async () => {
  const { rows } = await admin.query<{ name: string; columns: string[] }>(
    `select attrelid::regclass::text as name, array_agg(attname::text order by attname) as columns from pg_attribute
      where attacl is not null and has_column_privilege($1, attrelid, attnum, 'update')
        and attrelid::regclass::text !~ '^pg_|^information_schema' group by 1 order by 1`,
    [role(associationId(1))],
  );
  expect(rows.map(({ name, columns }) => [name, columns.join(' ')])).toEqual([
    ['exchange.message', 'body position'],
    ['ops.checkpoint', 'live moved_at position stalled_at stalled_reason'],
    ...['forest', 'lake', 'sky'].map((table) => [`read.${table}_v1`, 'until']),
    ['report.run', 'attempt failure finished_at lease_until status'],
  ]);
});

it('lets associations and the clerk append to their logs, and only the clerk register', async () => {
  const { rows } = await admin.query<{ name: string; roles: string[] }>(
    `select p.oid::regprocedure::text as name, array(select r::text from unnest($1::text[]) r
        where has_function_privilege(r, p.oid, 'execute') and has_schema_privilege(r, p.pronamespace, 'usage')) as roles
      from pg_proc p where pronamespace::regnamespace::text !~ '^pg_|^information_schema$|^jobs$' and prokind <> 'a'
        and p.oid <> 'log.me()'::regprocedure order by proname`,
    [LOGINS.map(role)],
  );
  const writers = [role('registry'), role(associationId(1))];
  expect(rows.map(({ name, roles }) => [name.split('(')[0], roles])).toEqual([
    ['log.append', writers],
    ['log.append_one', writers],
    ['ops.isolate', []],
    ['ops.open_read_table', []],
    ['registry.register', [role('registry')]],
    ['ops.remove_generations', [role(associationId(1))]],
    ['log.write_seal', writers],
    ['log.writes', []],
  ]);
  for (const login of LOGINS) {
    const append = as(login).query(`select * from log.append(1::smallint, '[]', '[]')`);
    await expect(append).rejects.toThrow(writers.includes(role(login)) ? 'no such log' : /permission denied/);
  }
});

it('refuses a log of the wrong kind to everybody', async () => {
  await db.register('en');
  const append = (login: Login, kind: number) => as(login).query('select * from log.append($1, $2, $2)', [kind, '[]']);
  for (const kind of [1, 2]) await expect(append(associationId(1), kind)).resolves.toMatchObject({ rows: [] });
  for (const kind of [0, 3, 4, 5]) await expect(append(associationId(1), kind)).rejects.toThrow('no such log');
  await expect(append('registry', 3)).resolves.toMatchObject({ rows: [] });
  for (const kind of [1, 2, 4]) await expect(append('registry', kind)).rejects.toThrow('no such log');
});

it('lets nobody leave a gap, or take a place that is not its own, by saying other than it sends', async () => {
  const association = await db.register('tva');
  const own = new Client({ connectionString: urlFor(db.config, db.url, association) });
  await own.connect();
  const id = '00000000-0000-8000-8000-000000000001';
  const event = (r: number, n: number) => ({ r, n, i: id, t: 'T', v: 1, d: {}, m: {}, c: `c${r}-${n}`, o: 0 });
  const append = (sizes: number[], events: object[]) =>
    own.query('select * from log.append(1::smallint, $1, $2)', [
      JSON.stringify(sizes.map((size, i) => ({ s: `s${i}`, x: -1, size }))),
      JSON.stringify(events),
    ]);
  for (const [sizes, events] of [
    [[2], [event(1, 1)]],
    [[1], [event(1, 2)]],
    [[2], [event(1, 1), event(1, 3)]],
    [
      [1, 1],
      [event(1, 1), event(1, 2)],
    ],
    [[1], []],
    [[1], [event(2, 1)]],
  ] as const) {
    const refused = append([...sizes], [...events]).then(
      ({ rows }) => JSON.stringify(rows),
      ({ code }: { code: string }) => code,
    );
    expect([sizes, await refused]).toEqual([sizes, expect.stringMatching(/^23/)]);
  }
  await expect(append([1, 2], [event(1, 1), event(2, 1), event(2, 2)])).resolves.toMatchObject({ rowCount: 2 });
  const { rows } = await own.query('select position::int from log.event order by 1');
  expect(rows).toEqual([{ position: 1 }, { position: 2 }, { position: 3 }]);
  await own.end();
});
