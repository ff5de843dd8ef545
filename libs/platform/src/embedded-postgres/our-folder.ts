// The small files in our own folder: who owns the server, how to reach it, and who is starting it just now.
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { refusals } from './errors';
import { isAlive, markInName, ownMark, pidOf } from './machine/process-mark';

export const SUPERUSER = 'finsam_admin';

/** How to reach the server as superuser; kept in postgres.json, readable by nobody else. */
export interface Access {
  port: number;
  password: string;
}

export const urlOf = ({ port, password }: Access): string =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;

/** Makes the folder if it is missing; root's must let the unprivileged server through, but not list it. */
export function prepareFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  return realpathSync(folder);
}

export function readAccess(folder: string): Access | null {
  const access = readJson<Access>(path.join(folder, 'postgres.json'));
  return access && Number.isInteger(access.port) && access.password ? access : null;
}

export function saveAccess(folder: string, { port, password }: Access): void {
  const kept = readAccess(folder);
  // An ordinary restart writes nothing: there is then nothing for a full disk or a power cut to spoil.
  if (kept?.port === port && kept.password === password) return;
  writePrivately(path.join(folder, 'postgres.json'), { port, password, url: urlOf({ port, password }) });
}

const ownerFile = (folder: string): string => path.join(folder, 'owner.json');

/** The living process that owns the folder's server, else null. A reused process number is not believed. */
export async function readEmbeddedOwner(folder: string): Promise<{ pid: number } | null> {
  const mark = readJson<{ mark: string }>(ownerFile(folder))?.mark;
  return typeof mark === 'string' && isAlive(mark) ? { pid: pidOf(mark) } : null;
}

export function becomeOwner(folder: string): void {
  writePrivately(ownerFile(folder), { pid: process.pid, mark: ownMark() });
}

export function resignOwner(folder: string): void {
  if (readJson<{ mark: string }>(ownerFile(folder))?.mark === ownMark()) rmSync(ownerFile(folder), { force: true });
}

const CLAIM = 'starting-';

/**
 * Lets one process at a time start or stop the folder's server; returns how to let go.
 *
 * Each contender first puts up a claim of its own and then looks for others': of two at the same instant at least
 * one sees the other, and steps back. A single shared lock file would have to be taken over when its maker died,
 * and two that take it over together both win. Here a dead claim bears a name nobody else ever uses.
 */
export async function claimStart(folder: string, patienceMs = 300_000): Promise<() => void> {
  const file = path.join(folder, `${CLAIM}${ownMark()}-${randomBytes(6).toString('hex')}.lock`);
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    let rival = otherClaim(folder, file);
    if (rival === null) {
      writeFileSync(file, '', { flag: 'wx', mode: 0o600 });
      rival = otherClaim(folder, file);
      if (rival === null) return () => rmSync(file, { force: true });
      rmSync(file, { force: true });
    }
    if (Date.now() > giveUpAt) throw refusals.startLocked(folder, pidOf(rival));
    await sleep(5 + Math.random() * 25);
  }
}

function otherClaim(folder: string, mine: string): string | null {
  for (const name of readdirSync(folder)) {
    const mark = markInName(CLAIM, name);
    if (mark === null || name === path.basename(mine)) continue;
    if (isAlive(mark)) return mark;
    rmSync(path.join(folder, name), { force: true });
  }
  return null;
}

export function readJson<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (error) {
    // A file cut short is as good as none; one that we may not read must not be taken for none.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Written whole or not at all, also through a power cut: a lost password locks us out of the data. */
export function writePrivately(file: string, content: object): void {
  const draft = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  const fd = openSync(draft, 'wx', 0o600);
  try {
    writeFileSync(fd, JSON.stringify(content, null, 2) + '\n');
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  shareWithFolderOwner(draft);
  renameSync(draft, file);
}

/** What root writes in someone's folder belongs to that someone, who may want to start without root next time. */
export function shareWithFolderOwner(file: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(path.dirname(file));
  chownSync(file, uid, gid);
}
