// The server that runs, or seems to: found, asked and stopped.
import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { refusals } from '../errors';
import { isAlive, markOf, pidOf } from './process-mark';

export interface PidFile {
  pid: number;
  port: number;
  ready: boolean;
}

/** What the server wrote about itself in its data folder. */
export function readPidFile(data: string): PidFile | null {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, port: Number(lines[3]), ready: (lines[7] ?? '').trim() === 'ready' } : null;
  } catch {
    return null;
  }
}

/** The mark of the living server of this very data folder; null if the file names nobody, or a stranger. */
export function runningServer(data: string): string | null {
  const pid = readPidFile(data)?.pid;
  const mark = pid === undefined ? null : markOf(pid);
  return mark !== null && pid !== undefined && serves(pid, data) ? mark : null;
}

// The command line can be read of any process; the working folder only of our own user's, but it follows a renamed
// folder. If both are hidden the process counts as a stranger, and PostgreSQL's shared memory still guards the data.
function serves(pid: number, data: string): boolean {
  let words: string[];
  try {
    words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return servesByPs(pid, data);
  }
  if (path.basename(words[0] ?? '') !== 'postgres') return false;
  const named = words[words.indexOf('-D') + 1] ?? '';
  return realOf(() => named) === data || realOf(() => readlinkSync(`/proc/${pid}/cwd`)) === data;
}

function servesByPs(pid: number, data: string): boolean {
  try {
    const line = execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return line.includes('postgres') && line.includes(` -D ${data} `);
  } catch {
    return false;
  }
}

function realOf(find: () => string): string | null {
  try {
    return realpathSync(find());
  } catch {
    return null;
  }
}

/** Fast shutdown, then immediate shutdown (which recovers at the next start); never a kill that it cannot see. */
export async function stopServer(mark: string, data: string, patienceMs = 60_000): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', patienceMs],
    ['SIGQUIT', patienceMs / 4],
  ] as const) {
    if (!isAlive(mark)) return;
    try {
      process.kill(pidOf(mark), signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw refusals.willNotStop(data, pidOf(mark));
    }
    if (await diesWithin(mark, patience)) return;
  }
  throw refusals.willNotStop(data, pidOf(mark));
}

export async function diesWithin(mark: string, patienceMs: number): Promise<boolean> {
  for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(10)) {
    if (!isAlive(mark)) return true;
  }
  return !isAlive(mark);
}

export interface ServerFacts {
  data: string;
  fsync: string;
  maxConnections: number;
  version: string;
}

/** Logs in and asks the server about itself; or the error's code, SQLSTATE or the operating system's. */
export async function ask(url: string): Promise<ServerFacts | { error: string }> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3000, query_timeout: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const {
      rows: [row],
    } = await client.query(`select current_setting('data_directory') data,
      current_setting('fsync') fsync, current_setting('max_connections')::int "maxConnections",
      split_part(current_setting('server_version'), ' ', 1) version`);
    return row as ServerFacts;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return { error: code ?? message };
  } finally {
    await client.end().catch(() => undefined);
  }
}
