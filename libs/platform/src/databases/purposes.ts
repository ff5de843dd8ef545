// Why a process talks to the database decides as whom it does so.
import { type AssociationId, invariant } from '@finsam/kernel';
import { type Config, deriveKey } from '../config/config';

/**
 * `dispatcher` sees numbers only; `registry` enters associations and writes the installation's log; `jobs` has the
 * queue's tables; `national` reads what was handed to the nation; `auditor` reads every log and writes nothing: no
 * running process uses it, only `finsam verify`.
 */
export const PURPOSES = ['dispatcher', 'registry', 'jobs', 'national', 'auditor'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Whoever logs in: a purpose, or one association. */
export type Login = Purpose | AssociationId;

/** Roles that nobody logs in as: the owner of everything, and the group that all associations' roles belong to. */
export const GROUPS = ['owner', 'association'] as const;

export type InstallationSecret = Pick<Config, 'installation' | 'secret'>;
type Named = Pick<Config, 'installation'>;

export function roleName({ installation }: Named, who: Login | (typeof GROUPS)[number]): string {
  return typeof who === 'number'
    ? `${associationRolePrefix({ installation })}${numberOf(who)}`
    : `${installation}_${who}`;
}

/** What the name of each association's role begins with; a number of at least three digits follows. */
export function associationRolePrefix({ installation }: Named): string {
  return `${installation}_a`;
}

function numberOf(association: AssociationId): string {
  invariant(association > 0, 'an association has a number of its own');
  return String(association).padStart(3, '0');
}

export function rolePassword(installation: InstallationSecret, who: Login): string {
  return deriveKey(installation.secret, `role:${roleName(installation, who)}`);
}

/** The address of the same database for another login: its role and derived password in place of the admin's. */
export function urlFor(installation: InstallationSecret, databaseUrl: string, who: Login): string {
  const url = new URL(databaseUrl);
  url.username = roleName(installation, who);
  url.password = rolePassword(installation, who);
  return url.toString();
}
