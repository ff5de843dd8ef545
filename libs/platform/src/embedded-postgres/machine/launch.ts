// Starts the server's process and reads its log.
import { spawn } from 'node:child_process';
import { closeSync, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { cleanEnv, type Binaries } from './binaries';
import { markOf } from './process-mark';
import { shareWithFolderOwner } from '../our-folder';
import { readPidFile, runningServer } from './running-server';

const LOG_LIMIT = 10 * 1024 * 1024;

export interface Launch {
  binaries: Binaries;
  data: string;
  port: number;
  durable: boolean;
  maxConnections: number;
  logFile: string;
}

export type Launched = { ready: true; mark: string; exited: Promise<void> } | { ready: false; log: string };

/**
 * Starts the server in a session of its own: Ctrl-C goes to the whole terminal group, and would close the database
 * before its callers have finished. Waits as long as the server lives: recovery after a crash must not be cut short.
 */
export async function launch({ binaries, data, port, durable, maxConnections, logFile }: Launch): Promise<Launched> {
  const log = openLog(logFile);
  const safe = durable ? 'on' : 'off';
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: maxConnections,
    fsync: safe,
    full_page_writes: safe,
    synchronous_commit: safe,
    password_encryption: 'scram-sha-256',
    logging_collector: 'off',
    log_destination: 'stderr',
    // Statements and key values may name people; the log must not.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    // A server that says so itself is not held to durability (databases/posture.ts).
    ...(!durable && { 'finsam.throwaway': 'on' }),
  };
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', data, '-p', String(port), ...words], {
    ...binaries.user,
    env: { ...cleanEnv(), ...allowStalePid(data) },
    cwd: '/',
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  closeSync(log.fd);
  child.unref();
  let failure = null as string | null;
  const exited = new Promise<void>((resolve) => {
    child.once('error', (error) => resolve(void (failure = error.message)));
    child.once('exit', (code, signal) => resolve(void (failure = `slutkod ${code ?? signal}`)));
  });
  while (failure === null) {
    const file = readPidFile(data);
    const mark = file?.ready && file.pid === child.pid ? markOf(file.pid) : null;
    if (mark !== null) return { ready: true, mark, exited };
    await Promise.race([sleep(5), exited]);
  }
  return { ready: false, log: readLog(logFile, log.size) || failure };
}

/**
 * PostgreSQL believes any living process whose number stands in postmaster.pid. When the number now belongs to a
 * stranger, this (pg_ctl's own way of naming a process that does not count) lets it start; deleting the file
 * instead would also throw away the key by which it finds surviving backends of a killed server.
 */
export function allowStalePid(data: string): NodeJS.ProcessEnv {
  const pid = readPidFile(data)?.pid;
  return pid === undefined || runningServer(data) !== null ? {} : { PG_GRANDPARENT_PID: String(pid) };
}

function openLog(file: string): { fd: number; size: number } {
  const fd = openSync(file, 'a', 0o600);
  shareWithFolderOwner(file);
  if (fstatSync(fd).size > LOG_LIMIT) ftruncateSync(fd, 0);
  return { fd, size: fstatSync(fd).size };
}

/** What was written since the log had a given size; only the end of it, for the log of a long life is long. */
function readLog(file: string, from = 0): string {
  const fd = openSync(file, 'r');
  try {
    const text = Buffer.alloc(16_384);
    const start = Math.max(from, fstatSync(fd).size - text.length);
    return text
      .subarray(0, readSync(fd, text, 0, text.length, start))
      .toString('utf8')
      .trim();
  } finally {
    closeSync(fd);
  }
}

/** The line that says why, without its time and process number. */
export function tellingLine(log: string): string {
  const lines = log.trim().split('\n');
  const line = lines.findLast((each) => /FATAL|PANIC/.test(each)) ?? lines.at(-1) ?? '';
  return line.replace(/^[\d-]+ [\d:.]+ \w+ \[\d+\] /, '');
}

/** Why a server that ran no longer does, as far as its log tells. */
export function lastWords(file: string): string {
  try {
    return tellingLine(readLog(file));
  } catch {
    return '';
  }
}
