// A data folder of a test's own: made, looked into, and removed with whatever still runs in it.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
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
  server(): number[];
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
  const server = () => {
    const pidFile = join(data(), 'postmaster.pid');
    if (!existsSync(pidFile)) return [];
    const first = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
    return processes()
      .filter(({ pid, parent }) => pid === first || parent === first)
      .sort((a, b) => Number(b.pid === first) - Number(a.pid === first))
      .map(({ pid }) => pid);
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
      killAll(server());
      for (let tries = 0; server().length > 0 && tries < 500; tries++) await delay(10);
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
function processes(): { pid: number; parent: number }[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }).trim().split('\n');
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , state = '']) => !state.startsWith('Z'))
    .map(([pid, parent]) => ({ pid: Number(pid), parent: Number(parent) }));
}
