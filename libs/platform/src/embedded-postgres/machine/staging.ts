// A copy of the programs for a user who cannot reach, or we who cannot mend, the ones in node_modules.
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { isAlive, markInName, ownMark } from './process-mark';

/**
 * A complete copy, made now or before; null if this place cannot hold one. `prefix` is the beginning of a path, such
 * as `/var/tmp/finsambok-`. A copy is used only if it is ours, nobody else can write in it, and it equals the source.
 */
export function stage(native: string, prefix: string, mend: (copy: string) => void): string | null {
  const { version } = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8'));
  const name = `native-${version}-${process.platform}-${process.arch}`;
  const copy = `${prefix}${name}`;
  if (isTrusted(copy) && hasSameFiles(native, copy)) return copy;
  try {
    makePlace(prefix);
    removeDeadWork(prefix, 'staging-');
    if (isTrusted(copy)) rmSync(copy, { recursive: true, force: true });
    const draft = `${prefix}staging-${ownMark()}-${randomBytes(4).toString('hex')}`;
    try {
      copyTree(native, draft);
      mend(draft);
      renameSync(draft, copy);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  } catch {
    // No room or no right to write here; or another process finished the same copy first, which the check tells.
  }
  return isTrusted(copy) && hasSameFiles(native, copy) ? copy : null;
}

/** Makes the folder that the prefix lies in, open to pass through whatever the umask says. */
export function makePlace(prefix: string): void {
  const place = path.dirname(`${prefix}x`);
  if (mkdirSync(place, { recursive: true }) !== undefined) chmodSync(place, 0o755);
}

/** Removes what processes now dead left half made under names of this kind. */
export function removeDeadWork(prefix: string, kind: string): void {
  const place = path.dirname(`${prefix}x`);
  const start = `${prefix}${kind}`.slice(place.length + 1);
  for (const name of readdirSync(place)) {
    const mark = markInName(start, name);
    if (mark === null || isAlive(mark)) continue;
    try {
      rmSync(path.join(place, name), { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // An initdb that outlived its parent still writes there; the next start takes it.
    }
  }
}

// In /var/tmp anyone may have made a folder of this name, with programs of their own in it.
function isTrusted(copy: string): boolean {
  try {
    const [itself, above] = [lstatSync(copy), statSync(path.dirname(copy))];
    const me = process.getuid?.();
    const safeAbove = (above.mode & 0o022) === 0 ? above.uid === me : (above.mode & 0o1000) !== 0;
    return itself.isDirectory() && itself.uid === me && (itself.mode & 0o022) === 0 && safeAbove;
  } catch {
    return false;
  }
}

// Systems sweep old files out of /var/tmp one by one, so being there is not being whole.
function hasSameFiles(from: string, to: string): boolean {
  return readdirSync(from, { withFileTypes: true }).every((entry) => {
    const [source, copy] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) return hasSameFiles(source, copy);
    if (entry.isSymbolicLink()) return true;
    const found = statSync(copy, { throwIfNoEntry: false });
    return found !== undefined && found.size === statSync(source).size;
  });
}

/** Plain files and folders with modes of our own choice: npm under umask 077 leaves what nobody else can read. */
function copyTree(from: string, to: string): void {
  mkdirSync(to, { mode: 0o755 });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, copy] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) copyTree(source, copy);
    if (!entry.isFile()) continue;
    copyFileSync(source, copy);
    chmodSync(copy, path.basename(from) === 'bin' ? 0o755 : 0o644);
  }
  chmodSync(to, 0o755);
}
