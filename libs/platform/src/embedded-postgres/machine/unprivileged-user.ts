// PostgreSQL refuses to run as root, so root's server runs as somebody else.
import { readFileSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import { refusals } from '../errors';

export interface SystemUser {
  uid: number;
  gid: number;
}

/** Debian's and macOS' name for it first; `nobody` exists on every machine. */
const CANDIDATES = ['postgres', '_postgres', 'nobody'];

/**
 * Who the server runs as; null means as ourselves. Existing data decides: whoever owns it goes on, so that a
 * `postgres` user installed later, or a root start among a user's own, does not lock the data out.
 */
export function chooseUser(data: Stats | null, passwd = '/etc/passwd'): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const users = readUsers(passwd);
  if (data && data.uid !== 0) {
    return { uid: data.uid, gid: users.find((user) => user.uid === data.uid)?.gid ?? data.gid };
  }
  for (const name of CANDIDATES) {
    const user = users.find((each) => each.name === name && each.uid > 0);
    if (user) return { uid: user.uid, gid: user.gid };
  }
  throw refusals.noUnprivilegedUser(`programmet kör som root, och ${passwd} har ingen av ${CANDIDATES.join(', ')}`);
}

// initdb looks its own user up by number, so the user must stand in the file and not only have a number.
function readUsers(passwd: string): ({ name: string } & SystemUser)[] {
  try {
    return readFileSync(passwd, 'utf8')
      .split('\n')
      .map((line) => {
        const [name = '', , uid, gid] = line.split(':');
        return { name, uid: Number(uid), gid: Number(gid) };
      });
  } catch {
    return [];
  }
}

/** Whether the user may pass through every folder down to this one; a home with mode 0700 lets nobody through. */
export function canEnter(folder: string, user: SystemUser | null): boolean {
  if (user === null) return true;
  const { mode, uid, gid } = statSync(folder);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  const above = path.dirname(folder);
  return above === folder || canEnter(above, user);
}
