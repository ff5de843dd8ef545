// Where the data lies, and whether it is whole.
import {
  chmodSync,
  lchownSync,
  lstatSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { refusals } from './errors';
import { readJson, writePrivately } from './our-folder';
import type { SystemUser } from './machine/unprivileged-user';

/** What names the data in our folder: the data itself, or a symbolic link to it. */
export const pointerIn = (folder: string): string => path.join(folder, 'pgdata');
/** Beside data that lies elsewhere: which folder it belongs to. */
export const HOME = 'home.json';

/** The real path of our data, or null when none has been made yet. */
export function findDataFolder(folder: string): string | null {
  const pointer = pointerIn(folder);
  const found = lstatSync(pointer, { throwIfNoEntry: false });
  if (!found) return null;
  if (found.isSymbolicLink()) checkPointer(folder, pointer);
  const data = realpathSync(pointer);
  if (!statSync(data).isDirectory()) throw refusals.damagedData(data, 'det är inte en mapp');
  if (readdirSync(data).length > 0) return data;
  // An empty folder that is pointed at was put there for data that is not mounted, or lost; ours is merely new.
  if (found.isSymbolicLink()) throw refusals.damagedData(data, 'mappen är tom');
  return null;
}

// Data outside our folder knows its home: a copied checkout copies the pointer too, and must not share the data.
function checkPointer(folder: string, pointer: string): void {
  const target = path.resolve(folder, readlinkSync(pointer));
  if (!statSync(target, { throwIfNoEntry: false })) {
    throw refusals.damagedData(target, `mappen finns inte, men ${pointer} pekar på den`);
  }
  const homeFile = path.join(path.dirname(target), HOME);
  const home = readJson<{ folder: string }>(homeFile)?.folder;
  if (home === undefined || home === folder) return;
  let theirs: string | null = null;
  try {
    theirs = realpathSync(pointerIn(home));
  } catch {
    // The home has moved: we are it.
  }
  if (theirs === realpathSync(pointer)) throw refusals.dataInUse(pointer, home);
  writePrivately(homeFile, { folder });
}

/** Throws unless the folder holds a whole cluster of this major version. Reads only. */
export function checkData(data: string, version: string): void {
  const major = version.split('.')[0] ?? '';
  for (const part of ['PG_VERSION', 'global/pg_control', 'base', 'pg_wal', 'postgresql.conf', 'pg_hba.conf']) {
    const found = statSync(path.join(data, part), { throwIfNoEntry: false });
    if (!found) throw refusals.damagedData(data, `${part} saknas`);
    if (found.isFile() && found.size === 0) throw refusals.damagedData(data, `${part} är tom`);
  }
  const written = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
  if (!/^\d+$/.test(written)) throw refusals.damagedData(data, 'PG_VERSION går inte att läsa');
  if (written !== major) throw refusals.otherVersion(data, written, major);
}

/** A folder restored by root belongs to root and is open to all; PostgreSQL accepts neither. */
export function mendPermissions(data: string, user: SystemUser | null): void {
  if (user && [data, path.join(data, 'global/pg_control')].some((each) => statSync(each).uid !== user.uid)) {
    giveTree(data, user);
  }
  if ((statSync(data).mode & 0o027) !== 0) chmodSync(data, 0o700);
}

function giveTree(file: string, { uid, gid }: SystemUser): void {
  lchownSync(file, uid, gid);
  if (!lstatSync(file).isDirectory()) return;
  for (const name of readdirSync(file)) giveTree(path.join(file, name), { uid, gid });
}
