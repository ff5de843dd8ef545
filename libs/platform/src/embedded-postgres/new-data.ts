// How the data comes to be: a whole data folder or none at all.
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { HOME, pointerIn } from './data-folder';
import { refusals } from './errors';
import { run, type Binaries } from './machine/binaries';
import { ownMark } from './machine/process-mark';
import { makePlace, removeDeadWork } from './machine/staging';
import { canEnter, type SystemUser } from './machine/unprivileged-user';
import { SUPERUSER, writePrivately } from './our-folder';

export interface NewData {
  folder: string;
  password: string;
  durable: boolean;
  /** Where data may lie when the server's user cannot reach our folder; beginnings of paths. */
  prefixes: string[];
}

/**
 * Makes the cluster in a folder of another name and renames it when it is whole, so that a kill in the middle leaves
 * nothing that looks like data. Returns its real path.
 */
export async function createData(binaries: Binaries, wanted: NewData): Promise<string> {
  const { folder, durable } = wanted;
  const prefix = choosePrefix(binaries.user, wanted);
  const work = `${prefix}initdb-${ownMark()}-${randomBytes(4).toString('hex')}`;
  try {
    mkdirSync(work, { mode: 0o711 });
    // Root's umask may have taken the server's way in away.
    chmodSync(work, 0o711);
    const made = await initialise(binaries, work, wanted);
    // Removes an empty folder only; with anything in it this throws.
    if (existsSync(pointerIn(folder))) rmdirSync(pointerIn(folder));
    const data = prefix === inside(folder) ? pointerIn(folder) : newHome(prefix, folder);
    renameSync(made, data);
    if (durable) syncFolder(path.dirname(data));
    if (data !== pointerIn(folder)) symlinkSync(data, pointerIn(folder));
    if (durable) syncFolder(folder);
    return realpathSync(data);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function initialise(binaries: Binaries, work: string, { password, durable }: NewData): Promise<string> {
  const [made, passwordFile] = [path.join(work, 'pgdata'), path.join(work, 'password')];
  mkdirSync(made, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' });
  const { user } = binaries;
  if (user) for (const each of [made, passwordFile]) chownSync(each, user.uid, user.gid);
  const { code, output } = await run(
    binaries.initdb,
    [
      '-D',
      made,
      '-U',
      SUPERUSER,
      '-A',
      'scram-sha-256',
      '--pwfile',
      passwordFile,
      '-E',
      'UTF8',
      '--locale=C',
      '--data-checksums',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ],
    user,
  );
  if (code === 0) return made;
  const line = output.split('\n').find((each) => /error|fatal|panic/i.test(each)) ?? output.trim().split('\n').at(-1);
  if (/No space left/.test(output)) throw refusals.diskFull(path.dirname(work));
  if (/effective user ID/.test(output)) {
    const number = user?.uid ?? process.getuid?.();
    throw refusals.noUnprivilegedUser(`användaren med nummer ${number} finns inte i /etc/passwd`);
  }
  throw refusals.initdbFailed(path.dirname(work), line || `slutkod ${code}`);
}

const inside = (folder: string): string => `${folder}/`;

function choosePrefix(user: SystemUser | null, { folder, prefixes }: NewData): string {
  if (canEnter(folder, user)) {
    removeDeadWork(inside(folder), 'initdb-');
    return inside(folder);
  }
  for (const prefix of prefixes) {
    try {
      makePlace(prefix);
      removeDeadWork(prefix, 'initdb-');
      const trial = `${prefix}initdb-${ownMark()}-0`;
      mkdirSync(trial);
      rmSync(trial, { recursive: true });
      if (canEnter(path.dirname(`${prefix}x`), user)) return prefix;
    } catch {
      // Read-only or full: the next place may do.
    }
  }
  throw refusals.notWritable(prefixes.map((prefix) => path.dirname(`${prefix}x`)).join(', '));
}

// Random, so that a new checkout on the same path never comes upon the data of one that was thrown away.
function newHome(prefix: string, folder: string): string {
  const home = `${prefix}${randomBytes(16).toString('hex')}`;
  mkdirSync(home, { mode: 0o711 });
  chmodSync(home, 0o711);
  writePrivately(path.join(home, HOME), { folder });
  return path.join(home, 'pgdata');
}

function syncFolder(folder: string): void {
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
