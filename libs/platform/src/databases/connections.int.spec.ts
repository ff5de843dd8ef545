// How many connections a process has, whoever it asks as; and that every one is who it should be.
import { type AssociationId, associationId } from '@finsam/kernel';
import { Client } from 'pg';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { Databases } from './databases';
import { urlFor } from './purposes';

jest.setTimeout(60_000);

let db: TestDatabase;
let admin: Client;
const ids = Array.from({ length: 8 }, (_, i) => associationId(i + 1));
beforeAll(async () => {
  db = await testDatabase();
  admin = new Client({ connectionString: db.url });
  await admin.connect();
  for (const id of ids) expect(await db.register(`f-${id}`)).toBe(id);
});
afterAll(async () => {
  await admin.end();
  await db.close();
});

/** Of the role, see roles.ts. */
const LIMIT = 16;
const opened: Databases[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});
function open(perLogin: number, total: number): Databases {
  const databases = new Databases(db.config, db.url, { perLogin, total });
  opened.push(databases);
  return databases;
}

const who = async (databases: Databases, id: AssociationId) => {
  const { rows } = await databases.association(id).query<{ me: number }>('select log.me() as me, pg_sleep(0.005)');
  return rows[0]!.me;
};
const sessions = async () => {
  const { rows } = await admin.query<{ usename: string }>(
    `select usename from pg_stat_activity where application_name = 'finsam' and usename like $1`,
    [`${db.config.installation}_a0%`],
  );
  return rows.map(({ usename }) => usename);
};

it('asks as each association on a connection that logged in as that one, however they are mixed', async () => {
  const databases = open(2, 5);
  const asked = Array.from({ length: 400 }, (_, n) => ids[(n * 7) % ids.length]!);
  expect(await Promise.all(asked.map((id) => who(databases, id)))).toEqual(asked);
});

it('never has more of one association, or of all, than it may', async () => {
  const databases = open(2, 5);
  const asked = Array.from({ length: 200 }, (_, n) => who(databases, ids[n % ids.length]!));
  let most = 0;
  let mostOfOne = 0;
  const all = Promise.all(asked).then(() => (most = most || 1));
  for (let done = false; !done;) {
    done = await Promise.race([all.then(() => true), new Promise<false>((go) => setTimeout(go, 3, false))]);
    const names = await sessions();
    most = Math.max(most, names.length);
    for (const name of new Set(names)) mostOfOne = Math.max(mostOfOne, names.filter((other) => other === name).length);
  }
  expect(mostOfOne).toBeLessThanOrEqual(2 + 2);
  // Without limits it would be all sixteen. A few may still be saying goodbye when the next come in.
  expect(most).toBeLessThanOrEqual(5 + 4);
  expect(most).toBeGreaterThan(2);
});

it('keeps an association that is busy, and ends what lies idle longest', async () => {
  const databases = open(1, 3);
  for (const id of ids.slice(0, 3)) await who(databases, id);
  await databases.association(ids[0]!).transaction(async (client) => {
    await who(databases, ids[1]!);
    await who(databases, ids[4]!);
    await who(databases, ids[5]!);
    await expect(client.query('select log.me()')).resolves.toMatchObject({ rows: [{ me: 1 }] });
  });
});

it('lets purposes in whatever the associations do', async () => {
  const databases = open(1, 1);
  await databases.association(ids[0]!).transaction(async () => {
    await expect(databases.dispatcher().query('select')).resolves.toBeDefined();
    await expect(databases.registry().query('select')).resolves.toBeDefined();
  });
});

it('makes room when the server has none, and says so when there is none to make', async () => {
  const databases = open(2, 20);
  const strangers = Array.from(
    { length: LIMIT },
    () => new Client({ connectionString: urlFor(db.config, db.url, ids[6]!) }),
  );
  for (const stranger of strangers) await stranger.connect();
  await who(databases, ids[0]!);
  await expect(who(databases, ids[6]!)).rejects.toMatchObject({ code: '53300' });
  await Promise.all(strangers.map((stranger) => stranger.end()));
  expect(await who(databases, ids[6]!)).toBe(7);
});

it('goes on after its connections were ended by the server', async () => {
  const databases = open(2, 5);
  await Promise.all(ids.map((id) => who(databases, id)));
  await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'finsam'`);
  await new Promise((done) => setTimeout(done, 50));
  for (const id of ids) expect(await who(databases, id)).toBe(id);
});
