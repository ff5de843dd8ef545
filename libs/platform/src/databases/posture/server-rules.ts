// Of the server: versions without known holes, and that what is acknowledged is on disk.
import type { PostureRule } from './rule';

const SETTING = (name: string, bad: string) =>
  `select name || ' = ' || setting as object from pg_settings where name = '${name}' and setting ${bad}`;

export const SERVER_RULES: readonly PostureRule[] = [
  {
    // CVE-2025-8713: estimates told what row-level security hides. Nothing before 15 has security_invoker.
    name: 'version',
    level: 'refuse',
    says: 'är en PostgreSQL med kända hål i radskyddet; 15.14, 16.10, 17.6 eller senare behövs',
    sql: `select current_setting('server_version') as object
      where not ${isSafe(`current_setting('server_version_num')::integer`)}`,
  },
  { name: 'fsync', level: 'durable', says: 'gör att det kvitterade kan gå förlorat', sql: SETTING('fsync', "= 'off'") },
  {
    name: 'full-page-writes',
    level: 'durable',
    says: 'gör att en sida kan bli halv vid strömavbrott',
    sql: SETTING('full_page_writes', "= 'off'"),
  },
  {
    name: 'synchronous-commit',
    level: 'durable',
    says: 'gör att det kvitterade kan gå förlorat',
    sql: SETTING('synchronous_commit', "= 'off'"),
  },
  {
    name: 'data-checksums',
    level: 'report',
    says: 'gör att fel på disken inte märks',
    sql: SETTING('data_checksums', "= 'off'"),
  },
];

/** As SQL over a version number. */
export function isSafe(number: string): string {
  return `(${number} between 150014 and 159999 or ${number} between 160010 and 169999
    or ${number} between 170006 and 179999 or ${number} >= 180000)`;
}
