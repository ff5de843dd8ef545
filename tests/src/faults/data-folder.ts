// A data folder of a test's own: made, looked into, and removed with whatever still runs in it.
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { groups } from '@finsam/assembly';
import {
  type Config,
  Databases,
  loadConfig,
  migrate,
  registerAssociation,
  startEmbeddedPostgres,
} from '@finsam/platform';
import { Client } from 'pg';
import { root } from './built-program';

export interface DataFolder {
  readonly path: string;
  readonly config: Config;
  /** The administrator's address of the server that runs there. */
  databaseUrl(): string;
  /** Numbers of the server's processes, its first one first; none when no server runs. */
  server(): Promise<number[]>;
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  remove(): Promise<void>;
}

export function emptyDataFolder(): DataFolder {
  const path = mkdtempSync(join(tmpdir(), 'finsam-faults-'));
  // As the program would make it: the server's own user passes through, and cannot list it.
  chmodSync(path, 0o711);
  const config = loadConfig({ FINSAM_DATA: path }, root);
  const data = () => join(path, 'pgdata');
  const databaseUrl = () => (JSON.parse(readFileSync(join(path, 'postgres.json'), 'utf8')) as { url: string }).url;
  const server = async () => {
    if (!existsSync(join(data(), 'postmaster.pid'))) return [];
    const all = await processes();
    // By what it was started with, for the number in the file may be somebody else's by now.
    const first = all.find(({ words }) => words.includes(` -D ${realpathSync(data())} `))?.pid;
    if (first === undefined) return [];
    return [first, ...all.filter(({ parent }) => parent === first).map(({ pid }) => pid)];
  };
  return {
    path,
    config,
    databaseUrl,
    server,
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) => {
      const client = new Client({ connectionString: databaseUrl() });
      client.on('error', () => undefined);
      await client.connect();
      return client
        .query<Row>(sql, [...values])
        .then(({ rows }) => rows)
        .finally(() => client.end());
    },
    remove: async () => {
      killAll(await server());
      for (let tries = 0; (await server()).length > 0 && tries < 100; tries++) await delay(50);
      const home = existsSync(data()) ? dirname(realpathSync(data())) : path;
      for (const folder of new Set([home, path])) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** With an association in it that is nobody's: the program does not load its demo there. */
export async function dataFolderWithoutDemo(): Promise<DataFolder> {
  const folder = emptyDataFolder();
  const server = await startEmbeddedPostgres({ folder: folder.path, durable: true });
  await migrate(folder.config, server.url, groups);
  const databases = new Databases(folder.config, server.url);
  await registerAssociation(databases, 'ingen');
  await databases.close();
  await server.stop();
  return folder;
}

/** kill -9, the first one first. */
export function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It fell with its parent.
    }
  }
}

/** All that live: what is dead and not yet buried does not count. */
async function processes(): Promise<{ pid: number; parent: number; words: string }[]> {
  const columns = 'pid=,ppid=,stat=,command=';
  const { stdout } = await promisify(execFile)('ps', ['-A', '-ww', '-o', columns], { maxBuffer: 16_777_216 });
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, state = 'Z', words = ''] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    return state.startsWith('Z') ? [] : [{ pid: Number(pid), parent: Number(parent), words }];
  });
}
