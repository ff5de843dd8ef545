import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres';
import { markOf } from './machine/process-mark';
import { readEmbeddedOwner } from './our-folder';
import { readPidFile } from './machine/running-server';
import { startTestCluster } from './test-cluster';
import { appears, freshFolder, query, removeFolders, startInOtherProcess, type OtherOwner } from './testing-world';

// A busy machine takes seconds for what otherwise takes a tenth of one; nothing here measures time.
jest.setTimeout(120_000);

const others: OtherOwner[] = [];
const inAnotherProcess = (folder: string, durable = false): OtherOwner => {
  const other = startInOtherProcess(folder, durable);
  others.push(other);
  return other;
};
const start = (folder: string, more: Partial<EmbeddedPostgresOptions> = {}) =>
  startEmbeddedPostgres({ folder, durable: false, ...more });
const postmasterOf = (data: string): number => readPidFile(data)?.pid ?? 0;
const accessIn = (folder: string) => JSON.parse(readFileSync(path.join(folder, 'postgres.json'), 'utf8'));

afterEach(async () => {
  for (const other of others.splice(0)) await other.kill();
  await removeFolders();
});

describe('a server of our own', () => {
  it('lets in the right password and refuses a wrong one', async () => {
    const { url } = await start(freshFolder());
    expect(await query(url, 'select current_user')).toEqual(['finsam_admin']);
    await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(await query(url, 'select distinct auth_method from pg_hba_file_rules')).toEqual(['scram-sha-256']);
  });

  it('listens on this machine only, and keeps its password to itself', async () => {
    const folder = freshFolder();
    const { url } = await start(folder);
    expect(await query(url, 'show listen_addresses')).toEqual(['127.0.0.1']);
    expect(await query(url, 'show unix_socket_directories')).toEqual(['']);
    expect(statSync(path.join(folder, 'postgres.json')).mode & 0o777).toBe(0o600);
    expect(accessIn(folder).url).toBe(url);
    expect(accessIn(folder).password).toHaveLength(43);
  });

  it.each([
    [true, 'on'],
    [false, 'off'],
  ])('is durable %s: what makes it so is %s', async (durable, value) => {
    const { url } = await start(freshFolder(), { durable, maxConnections: 77 });
    const settings = `select setting from pg_settings
      where name in ('fsync', 'full_page_writes', 'synchronous_commit')`;
    expect(await query(url, settings)).toEqual([value, value, value]);
    expect(await query(url, 'show data_checksums')).toEqual(['on']);
    expect(await query(url, 'show server_encoding')).toEqual(['UTF8']);
    expect(await query(url, 'show max_connections')).toEqual(['77']);
  });

  it('keeps its data, port and password through a stop, and stops once however often it is asked', async () => {
    const folder = freshFolder();
    const first = await start(folder);
    await query(first.url, 'create table t as select 42 as n');
    await Promise.all([first.stop(), first.stop()]);
    await first.stop();
    expect(existsSync(path.join(first.dataFolder, 'postmaster.pid'))).toBe(false);
    expect(await readEmbeddedOwner(folder)).toBeNull();
    const second = await start(folder);
    expect(second).toMatchObject({ url: first.url, role: 'owner', origin: 'started', dataFolder: first.dataFolder });
    expect(await query(second.url, 'select n from t')).toEqual(['42']);
  });

  it('moves to another port when its own is taken', async () => {
    const folder = freshFolder();
    const first = await start(folder);
    await first.stop();
    const taken = await listenOn(accessIn(folder).port);
    const second = await start(folder);
    await new Promise((resolve) => taken.close(resolve));
    expect(second.url).not.toBe(first.url);
    expect(accessIn(folder).url).toBe(second.url);
    expect(await query(second.url, 'select 1')).toEqual(['1']);
  });

  it('comes back with what was committed after everything was killed', async () => {
    const folder = freshFolder();
    const other = inAnotherProcess(folder, true);
    await query((await other.got).url, 'create table t as select 42 as n');
    const server = postmasterOf(path.join(folder, 'pgdata'));
    await other.kill();
    process.kill(server, 'SIGKILL');
    const again = await start(folder, { durable: true });
    expect(again).toMatchObject({ role: 'owner', origin: 'started' });
    expect(await query(again.url, 'select n from t')).toEqual(['42']);
  });

  it('tells when the server dies under us, and can be started anew', async () => {
    const folder = freshFolder();
    let died: (message: string) => void = () => undefined;
    const message = new Promise<string>((resolve) => (died = resolve));
    const first = await start(folder, { onExit: died });
    process.kill(postmasterOf(first.dataFolder), 'SIGKILL');
    expect(await message).toContain('stannade oväntat');
    await first.stop();
    expect(await start(folder)).toMatchObject({ role: 'owner', origin: 'started' });
  });

  it('says nothing when it was asked to stop', async () => {
    const onExit = jest.fn();
    const server = await start(freshFolder(), { onExit });
    await server.stop();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(onExit).not.toHaveBeenCalled();
  });
});

describe('several processes on one folder', () => {
  it('borrows the server of a living owner, and leaves it running', async () => {
    const folder = freshFolder();
    const owner = inAnotherProcess(folder);
    const { url } = await owner.got;
    const guest = await start(folder);
    expect(guest).toMatchObject({ url, role: 'guest', origin: 'borrowed' });
    expect(await readEmbeddedOwner(folder)).toEqual({ pid: owner.pid });
    await guest.stop();
    expect(await query(url, 'select 1')).toEqual(['1']);
  });

  it('adopts the server of a killed owner, with its data, and then stops it', async () => {
    const folder = freshFolder();
    const owner = inAnotherProcess(folder);
    const { url } = await owner.got;
    await query(url, 'create table t as select 42 as n');
    const server = postmasterOf(path.join(folder, 'pgdata'));
    await owner.kill();
    expect(await readEmbeddedOwner(folder)).toBeNull();
    const heir = await start(folder);
    expect(heir).toMatchObject({ url, role: 'owner', origin: 'adopted' });
    expect(postmasterOf(heir.dataFolder)).toBe(server);
    expect(await query(url, 'select n from t')).toEqual(['42']);
    await heir.stop();
    expect(markOf(server)).toBeNull();
  });

  it.each([
    ['has other settings than wanted', () => undefined, { durable: true }],
    ['does not know our password', (folder: string) => changePassword(folder), {}],
  ])('stops an orphan that %s, and starts it anew with its data', async (_why, spoil, more) => {
    const folder = freshFolder();
    const owner = inAnotherProcess(folder);
    const { url } = await owner.got;
    await query(url, 'create table t as select 42 as n');
    const orphan = postmasterOf(path.join(folder, 'pgdata'));
    await owner.kill();
    spoil(folder);
    const heir = await start(folder, more);
    expect(heir).toMatchObject({ role: 'owner', origin: 'started' });
    expect(postmasterOf(heir.dataFolder)).not.toBe(orphan);
    expect(markOf(orphan)).toBeNull();
    expect(await query(heir.url, 'select n from t')).toEqual(['42']);
  });

  it('gives one server to many who start at the same instant', async () => {
    const folder = freshFolder();
    const processes = [1, 2, 3].map(() => inAnotherProcess(folder));
    const got = await Promise.all([start(folder), start(folder), ...processes.map((other) => other.got)]);
    expect(got.filter(({ role }) => role === 'owner')).toHaveLength(1);
    expect(got.filter(({ origin }) => origin === 'borrowed')).toHaveLength(4);
    expect(new Set(got.map(({ url }) => url)).size).toBe(1);
    expect(readdirSync(folder).filter((name) => name.endsWith('.lock'))).toEqual([]);
  });

  /** On a busy machine the data may be made before we look; then the next try may be luckier. */
  async function killedInTheMaking(): Promise<string> {
    for (let tries = 0; tries < 20; tries++) {
      const folder = freshFolder();
      const other = inAnotherProcess(folder);
      const seen = await appears(folder, 'initdb-', other.got);
      await other.kill();
      if (seen && !existsSync(path.join(folder, 'pgdata'))) return folder;
    }
    throw new Error('the data was made before we saw it, twenty times');
  }

  it('leaves nothing half when it is killed while it makes the data', async () => {
    const folder = await killedInTheMaking();
    expect(existsSync(path.join(folder, 'pgdata'))).toBe(false);
    const server = await start(folder);
    expect(await query(server.url, 'select 1')).toEqual(['1']);
    await server.stop();
    // A child of the killed process may have written on while we removed its work; the next start sees it dead.
    await (await start(folder)).stop();
    expect(readdirSync(folder).sort()).toEqual(['pgdata', 'postgres.json', 'postgres.log']);
  });

  it('does not believe an owner whose number another process bears', async () => {
    const folder = freshFolder();
    await (await start(folder)).stop();
    writeFileSync(path.join(folder, 'owner.json'), JSON.stringify({ pid: process.ppid, mark: `${process.ppid}-1` }));
    writeFileSync(path.join(folder, `starting-${process.ppid}-1-abcdef.lock`), '');
    expect(await readEmbeddedOwner(folder)).toBeNull();
    expect(await start(folder)).toMatchObject({ role: 'owner', origin: 'started' });
  });

  it('removes the test clusters of dead test runs, and its own when it stops', async () => {
    // A place of its own: any other test run on this machine would remove what we call dead.
    const place = freshFolder();
    mkdirSync(place, { mode: 0o755 });
    const cluster = await startTestCluster(place);
    const [data = ''] = await query(cluster.url, 'show data_directory');
    expect(await query(cluster.url, 'show fsync')).toEqual(['off']);
    expect(existsSync(data)).toBe(true);
    await cluster.stop();
    await cluster.stop();
    expect(readdirSync(place)).toEqual([]);

    const dead = path.join(place, `finsam-test-${process.ppid}-1-abcdef`);
    const other = inAnotherProcess(dead);
    await other.got;
    const orphan = postmasterOf(path.join(dead, 'pgdata'));
    await other.kill();
    await (await startTestCluster(place)).stop();
    expect(readdirSync(place)).toEqual([]);
    expect(markOf(orphan)).toBeNull();
  });
});

function changePassword(folder: string): void {
  const file = path.join(folder, 'postgres.json');
  writeFileSync(file, JSON.stringify({ ...accessIn(folder), password: 'another' }));
}

function listenOn(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(port, '127.0.0.1', () => resolve(server));
  });
}
