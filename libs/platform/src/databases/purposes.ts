// Why a process talks to the database decides as whom it does so.
import { type Config, deriveKey } from '../config/config';

/** `association` reads and writes one tenant; `dispatcher` sees numbers only; `national` its exchange only. */
export const PURPOSES = ['association', 'dispatcher', 'registry', 'jobs', 'national'] as const;
export type Purpose = (typeof PURPOSES)[number];

type Installation = Pick<Config, 'installation' | 'secret'>;

export function roleName({ installation }: Pick<Config, 'installation'>, purpose: Purpose): string {
  return `${installation}_${purpose}`;
}

export function rolePassword(installation: Installation, purpose: Purpose): string {
  return deriveKey(installation.secret, `role:${roleName(installation, purpose)}`);
}

/** The address of the same database for another purpose: its role and derived password in place of the admin's. */
export function urlFor(installation: Installation, databaseUrl: string, purpose: Purpose): string {
  const url = new URL(databaseUrl);
  url.username = roleName(installation, purpose);
  url.password = rolePassword(installation, purpose);
  return url.toString();
}
