import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type AssociationId, type ProjectionGroup } from '@finsam/kernel';
import { Client } from 'pg';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { Databases } from './databases';
import { migrate } from './migrate';
import { dropRoles } from './roles';
import { foldInto, forest, lake, land, see, sightings, sky, water } from './testing';

jest.setTimeout(60_000);

let db: TestDatabase;
let admin: Client;
let association: AssociationId;

beforeEach(async () => {
  db = await testDatabase([water, land]);
  admin = new Client({ connectionString: db.url });
  await admin.connect();
  association = await db.register('faglar');
  await see(db, association, 'lom', 3);
  await foldInto(db, association, water, land);
});
afterEach(async () => {
  await admin.end();
  await db.close();
});

const pond: ProjectionGroup = { name: 'pond', projections: [sightings('pond_v1')] };
const again = (...groups: ProjectionGroup[]) => migrate(db.config, db.url, groups);
const text = async (statement: string) => JSON.stringify((await admin.query(statement)).rows);

const OURS = "!~ '^pg_|^information_schema$'";
/** Everything that a migration could make or change, and what it must leave alone. */
const SHAPE = [
  `select c.relnamespace::regnamespace::text, relname, relkind, relacl::text, relrowsecurity, relforcerowsecurity,
      attname, atttypid::regtype::text, attnotnull, attacl::text
    from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where relnamespace::regnamespace::text ${OURS} order by 1, 2, attnum`,
  `select oid::regprocedure::text, prosrc, proacl::text from pg_proc
    where pronamespace::regnamespace::text ${OURS} order by 1`,
  'select nspname, nspacl::text from pg_namespace order by 1',
  'select * from pg_policies order by tablename, policyname',
  'select * from migration.applied order by file',
  'select * from ops.read_table order by name',
  'select * from ops.checkpoint order by projection_group',
  'select key, since, until, times from read.sky_v1 order by key, since',
  'select position, type, data::text from log.event order by position',
];
async function shape(): Promise<string[]> {
  const texts: string[] = [];
  for (const statement of SHAPE) texts.push(await text(statement));
  return texts;
}

const checkpoints = () => text('select projection_group as name, position from ops.checkpoint order by 1');
const at = (...groups: string[]) => JSON.stringify(groups.map((name) => ({ name, position: '3' })));
const rows = (table: string) => text(`select bird, times from read."${table}" where until is null`);
const lom = JSON.stringify([{ bird: 'lom', times: 3 }]);

describe('repeating a migration', () => {
  it('changes nothing, in whatever order the groups are named', async () => {
    const before = await shape();
    expect(await again(water, land)).toEqual({ applied: [], readTables: [] });
    expect(await again(land, { ...water, projections: [lake, sky] })).toEqual({ applied: [], readTables: [] });
    expect(await shape()).toEqual(before);
  });

  it('sets the derived passwords again, so that a new secret lets in and the old one no longer does', async () => {
    const renewed = { ...db.config, secret: 'x'.repeat(32) };
    await migrate(renewed, db.url, [water, land]);
    const [inside, outside] = [new Databases(renewed, db.url), new Databases(db.config, db.url)];
    await expect(inside.registry().query('select')).resolves.toBeDefined();
    await expect(outside.registry().query('select')).rejects.toThrow(/password authentication failed/);
    await Promise.all([inside.close(), outside.close()]);
  });

  it('hands over to the owner what an earlier version left with whoever ran it', async () => {
    await admin.query(`
      create sequence jobs.left_over; create table report.left_over (id serial primary key);
      create function ops.left_over() returns integer language sql return 1;
      create type jobs.left_over_kind as enum ('a');
      alter table log.event owner to current_user; alter function log.append_one owner to current_user`);
    await again(water, land);
    const strangers = await text(
      `select relname as name, relowner::regrole::text as owner from pg_class
          where relnamespace::regnamespace::text ${OURS} and relkind in ('r', 'S', 'v')
        union all select proname, proowner::regrole::text from pg_proc where pronamespace::regnamespace::text ${OURS}
        union all select nspname, nspowner::regrole::text from pg_namespace
          where nspname ${OURS} and nspname <> 'public'
        order by 2, 1`,
    );
    const owners = new Set((JSON.parse(strangers) as { owner: string }[]).map(({ owner }) => owner));
    expect(owners).toEqual(new Set([`${db.config.installation}_owner`]));
  });

  it('is done by one process at a time, also on an empty database', async () => {
    const installation = `${db.config.installation}_b`;
    const url = new URL(db.url);
    url.pathname = `/${installation}`;
    await admin.query(`create database "${installation}"`);
    const config = { ...db.config, installation };
    const begin = () => migrate(config, url.toString(), [water, land]);
    const files = readdirSync(join(__dirname, '../../migrations'));
    const reports = await Promise.all([begin(), begin(), begin()]);
    await admin.query(`drop database "${installation}" with (force)`);
    await admin.query(dropRoles(config));
    expect(reports.map(({ applied }) => applied.length).sort()).toEqual([0, 0, files.length]);
    expect(reports.map(({ readTables }) => readTables.length).sort()).toEqual([0, 0, 3]);
  });

  it('makes a new read table once when three processes ask for it', async () => {
    const reports = await Promise.all([1, 2, 3].map(() => again(water, land, pond)));
    expect(reports.map(({ readTables }) => readTables.length).sort()).toEqual([0, 0, 1]);
  });

  it('is refused when a file has changed since it was applied, and then nothing else happens', async () => {
    await admin.query("update migration.applied set sha256 = 'other' where file = '0002_read.sql'");
    const before = await shape();
    await expect(again(water, land, pond)).rejects.toThrow(
      'migration 0002_read.sql has changed since it was applied; add a new file instead',
    );
    expect(await shape()).toEqual(before);
  });
});

describe('a read table that is declared otherwise than before', () => {
  it.each([
    ['has another column', { columns: { note: 'text' as const }, nullable: ['note'] }],
    ['has another index', { indexes: [['bird']] }],
  ])('is made anew when it %s, and its group begins again, no other', async (_, more) => {
    const changed = { ...water, projections: [sightings('sky_v1', more), lake] };
    expect(await again(changed, land)).toEqual({ applied: [], readTables: ['sky_v1'] });
    expect(await checkpoints()).toBe(at('land'));
    expect([await rows('sky_v1'), await rows('lake_v1'), await rows('forest_v1')]).toEqual(['[]', '[]', lom]);
    await foldInto(db, association, changed, land);
    expect([await rows('sky_v1'), await rows('lake_v1'), await rows('forest_v1')]).toEqual([lom, lom, lom]);
    expect(await again(changed, land)).toEqual({ applied: [], readTables: [] });
    expect(await checkpoints()).toBe(at('land', 'water'));
  });

  it('is dropped when nobody declares it any more', async () => {
    expect(await again({ ...water, projections: [lake] }, land)).toEqual({ applied: [], readTables: [] });
    await expect(rows('sky_v1')).rejects.toThrow(/does not exist/);
    expect([await rows('lake_v1'), await checkpoints()]).toEqual(['[]', at('land')]);
    expect(await again(land)).toEqual({ applied: [], readTables: [] });
    await expect(rows('lake_v1')).rejects.toThrow(/does not exist/);
    expect([await rows('forest_v1'), await checkpoints()]).toEqual([lom, at('land')]);
  });

  it('begins again together with the group that it is new in', async () => {
    const wider = { ...water, projections: [sky, lake, sightings('shore_v1')] };
    expect((await again(wider, land)).readTables).toEqual(['shore_v1']);
    expect([await rows('sky_v1'), await checkpoints()]).toEqual(['[]', at('land')]);
  });

  it('begins again when it moves to another group, and so do both groups', async () => {
    const [dry, wet] = [
      { ...land, projections: [forest, sky] },
      { ...water, projections: [lake] },
    ];
    expect((await again(wet, dry)).readTables).toEqual(['sky_v1']);
    expect(await checkpoints()).toBe('[]');
    await foldInto(db, association, wet, dry);
    expect([await rows('sky_v1'), await rows('lake_v1'), await rows('forest_v1')]).toEqual([lom, lom, lom]);
  });
});
