import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { startEmbeddedPostgres, startIn } from './embedded-postgres';
import { nativeFolder } from './machine/binaries';
import { chooseUser } from './machine/unprivileged-user';
import { readEmbeddedOwner } from './our-folder';
import { removeCluster } from './test-cluster';
import { freshFolder, packageWithoutLinks, query, refusalOf, removeFolders } from './testing-world';

jest.setTimeout(120_000);
afterEach(removeFolders);

const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? it : it.skip;
const asUser = isRoot ? it.skip : it;
const start = (folder: string) => startEmbeddedPostgres({ folder, durable: false });

/** A stopped cluster with one table in it; made once and copied, for making one is what takes time. */
async function clusterAtRest(): Promise<{ folder: string; data: string }> {
  if (!existsSync(template)) {
    const server = await start(template);
    await query(server.url, 'create table t as select 42 as n');
    await server.stop();
  }
  const folder = freshFolder();
  cpSync(template, folder, { recursive: true });
  return { folder, data: path.join(folder, 'pgdata') };
}
const template = freshFolder({ keep: true });
afterAll(() => removeCluster(template));

/** Every file's path, size and time: what must be the same when nothing was touched. */
function everything(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const { size, mtimeMs, mode, uid } = statSync(path.join(folder, name));
      return [name, size, mtimeMs, mode, uid].join(' ');
    });
}

describe('a damaged data folder', () => {
  it.each<[string, string, (data: string) => void]>([
    ['PG_VERSION is missing', 'damaged-data', (data) => unlinkSync(path.join(data, 'PG_VERSION'))],
    ['PG_VERSION is empty', 'damaged-data', (data) => writeFileSync(path.join(data, 'PG_VERSION'), '')],
    ['PG_VERSION is another', 'other-version', (data) => writeFileSync(path.join(data, 'PG_VERSION'), '15\n')],
    ['pg_control is missing', 'damaged-data', (data) => unlinkSync(path.join(data, 'global/pg_control'))],
    ['pg_wal is missing', 'damaged-data', (data) => renameSync(path.join(data, 'pg_wal'), `${data}.wal`)],
  ])('is refused and left alone when %s', async (_what, code, damage) => {
    const { folder, data } = await clusterAtRest();
    damage(data);
    const before = everything(data);
    const error = await refusalOf(start(folder));
    expect(error.code).toBe(code);
    expect(error.message).toContain(data);
    expect(error.message).toContain('säkerhetskopia');
    expect(everything(data)).toEqual(before);
  });

  it('is refused when what it points at is gone', async () => {
    const { folder, data } = await clusterAtRest();
    renameSync(data, `${data}.elsewhere`);
    symlinkSync(`${data}.gone`, path.join(folder, 'pgdata'));
    expect(await refusalOf(start(folder))).toMatchObject({ code: 'damaged-data' });
    rmSync(path.join(folder, 'pgdata'));
  });

  it("tells PostgreSQL's own last line when it cannot start", async () => {
    const { folder, data } = await clusterAtRest();
    writeFileSync(path.join(data, 'pg_hba.conf'), 'nonsense\n');
    const error = await refusalOf(start(folder));
    expect(error.code).toBe('exited-at-start');
    expect(error.message).toContain('FATAL:  could not load');
    expect(error.message).toContain(path.join(folder, 'postgres.log'));
    expect(existsSync(path.join(data, 'PG_VERSION'))).toBe(true);
    expect(await readEmbeddedOwner(folder)).toBeNull();
  });
});

describe('what an earlier life left behind', () => {
  it('is not stopped by a postmaster.pid whose number a stranger bears', async () => {
    const { folder, data } = await clusterAtRest();
    // Of the same user: PostgreSQL itself sees through another user's.
    const stranger = spawn('sleep', ['600'], { stdio: 'ignore', cwd: '/', ...chooseUser(null) });
    try {
      const lines = [stranger.pid, data, '1700000000', '5432', '', '127.0.0.1', '  1  1', 'ready   ', ''];
      writeFileSync(path.join(data, 'postmaster.pid'), lines.join('\n'), { mode: 0o600 });
      chmodSync(path.join(data, 'postmaster.pid'), 0o644);
      const server = await start(folder);
      expect(server.origin).toBe('started');
      expect(await query(server.url, 'select n from t')).toEqual(['42']);
      expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    } finally {
      stranger.kill('SIGKILL');
    }
  });

  it('sets a new password when ours is lost, or the data is from a time with another', async () => {
    const { folder } = await clusterAtRest();
    const file = path.join(folder, 'postgres.json');
    rmSync(file);
    const second = await start(folder);
    expect(await query(second.url, 'select n from t')).toEqual(['42']);
    await second.stop();
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), password: 'another' }));
    expect(await query((await start(folder)).url, 'select n from t')).toEqual(['42']);
  });

  it('keeps a log of bounded size', async () => {
    const { folder } = await clusterAtRest();
    const log = path.join(folder, 'postgres.log');
    writeFileSync(log, Buffer.alloc(11 * 1024 * 1024, 'x'));
    await (await start(folder)).stop();
    expect(statSync(log).size).toBeLessThan(100_000);
  });

  asRoot('gives data that root restored back to a user that may run it', async () => {
    const { folder, data } = await clusterAtRest();
    chmodSync(data, 0o755);
    expect(statSync(data).uid).toBe(0);
    const server = await start(folder);
    expect(await query(server.url, 'select n from t')).toEqual(['42']);
    expect(statSync(data)).toMatchObject({ uid: chooseUser(null)?.uid, mode: 0o40700 });
  });

  asRoot('goes on as whoever owns the data, though root would choose someone else for new data', async () => {
    const { folder, data } = await clusterAtRest();
    const someone = 54_321;
    expect(chooseUser(null)?.uid).not.toBe(someone);
    chownSync(data, someone, someone);
    const server = await start(folder);
    expect(await query(server.url, 'select n from t')).toEqual(['42']);
    expect(statSync(path.join(data, 'postmaster.pid')).uid).toBe(someone);
  });
});

describe('the machine', () => {
  it('has no binaries: says which, and what to do', async () => {
    const world = { native: () => nativeFolder('sunos-sparc') };
    const error = await refusalOf(startIn(world, { folder: freshFolder(), durable: false }));
    expect(error).toMatchObject({ code: 'no-binary' });
    expect(error.message).toMatch(/sunos-sparc.*DATABASE_URL.*PostgreSQL 15.*--omit=optional/);
  });

  asRoot('has nobody to run as', async () => {
    const passwd = path.join(freshFolder(), 'passwd');
    mkdirSync(path.dirname(passwd));
    writeFileSync(passwd, 'root:x:0:0:root:/root:/bin/bash\n');
    expect(() => chooseUser(null, passwd)).toThrow(expect.objectContaining({ code: 'no-unprivileged-user' }));
    writeFileSync(passwd, 'nobody:x:65534:65534::/:/bin/false\npostgres:x:101:104::/:/bin/bash\n');
    expect(chooseUser(null, passwd)).toEqual({ uid: 101, gid: 104 });
  });

  asUser('does not let us write', async () => {
    const folder = freshFolder();
    mkdirSync(folder, { mode: 0o500 });
    expect(await refusalOf(start(path.join(folder, 'inner')))).toMatchObject({ code: 'not-writable' });
  });

  it('mends links that the package lacks, where it may write', async () => {
    const native = packageWithoutLinks();
    await startIn({ native: () => native }, { folder: freshFolder(), durable: false });
    expect(existsSync(path.join(native, 'lib', 'libpq.so.5'))).toBe(true);
  });

  it('tries again on another port when its own is taken at the last moment', async () => {
    const thief = createServer();
    const taken = await new Promise<number>((resolve) =>
      thief.listen(0, '127.0.0.1', () => resolve((thief.address() as { port: number }).port)),
    );
    const ports = [taken, taken, 0];
    const freePort = async (): Promise<number> => ports.shift() || freeOne();
    const server = await startIn({ freePort }, { folder: freshFolder(), durable: false });
    expect(await query(server.url, 'select 1')).toEqual(['1']);
    expect(ports).toEqual([]);
    thief.close();
  });
});

function freeOne(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
