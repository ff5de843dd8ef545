import { Client } from 'pg';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { migrate, migrateIfNeeded } from './migrate';
import { associationId } from '@finsam/kernel';
import { roleName } from './purposes';
import { dropRoles } from './roles';
import { land, water } from './testing';

jest.setTimeout(60_000);

let db: TestDatabase;
let admin: Client;
beforeEach(async () => {
  db = await testDatabase([water, land]);
  admin = new Client({ connectionString: db.url });
  await admin.connect();
});
afterEach(async () => {
  await admin.end();
  await db.close();
});

const again = (more: Partial<TestDatabase['config']> = {}, groups = [water, land]) =>
  migrateIfNeeded({ ...db.config, ...more }, db.url, groups);

it('does nothing when this program has migrated with these settings last', async () => {
  expect(await again()).toBeNull();
});

it.each<[string, () => Promise<unknown>]>([
  ['another secret', () => again({ secret: 'x'.repeat(32) })],
  ['other read tables', () => again({}, [water])],
  [
    'a role that is gone, as after a restore elsewhere',
    async () => {
      const name = roleName(db.config, associationId(3));
      await admin.query(`drop role "${name}"`);
      const report = await again();
      const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [name]);
      expect(rowCount).toBe(1);
      return report;
    },
  ],
  [
    'a migration by hand with another secret, and back',
    async () => {
      await migrate({ ...db.config, secret: 'x'.repeat(32) }, db.url, [water, land]);
      return again();
    },
  ],
])('migrates for %s, once', async (_, change) => {
  expect(await change()).not.toBeNull();
});

it('migrates when there is to be room for more, and makes their roles', async () => {
  const more = { ...db.config, associations: db.config.associations + 2 };
  expect(await migrateIfNeeded(more, db.url, [water, land])).not.toBeNull();
  expect(await migrateIfNeeded(more, db.url, [water, land])).toBeNull();
  const { rowCount } = await admin.query('select from pg_roles where rolname like $1', [`${more.installation}_a0%`]);
  expect(rowCount).toBe(more.associations);
  await admin.query(`drop role "${roleName(more, associationId(9))}", "${roleName(more, associationId(10))}"`);
  expect(dropRoles(db.config)).not.toContain('_a009');
});
