// What the specs of this folder share: throw-away folders, questions to a server, and an owner in another process.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, readdirSync, unlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import type { EmbeddedPostgres } from './embedded-postgres';
import { EmbeddedPostgresError } from './errors';
import { nativeFolder } from './machine/binaries';
import { ownMark } from './machine/process-mark';
import { removeCluster } from './test-cluster';

const used: string[] = [];

/** A folder that does not exist yet; `removeFolders` in `afterEach` takes it away with its server, unless kept. */
export function freshFolder({ keep = false } = {}): string {
  const folder = path.join(os.tmpdir(), `finsam-test-${ownMark()}-${randomBytes(6).toString('hex')}`);
  if (!keep) used.push(folder);
  return folder;
}

export async function removeFolders(): Promise<void> {
  for (const folder of used.splice(0)) await removeCluster(folder);
}

/** The first column of every row, as text. */
export async function query(url: string, sql: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query({ text: sql, rowMode: 'array' })).rows.map(([first]) => String(first));
  } finally {
    await client.end().catch(() => undefined);
  }
}

export interface OtherProcess {
  pid: number;
  /** The first line it printed; rejected if it ended without one. */
  line: Promise<string>;
  /** kill -9, resolved when it is gone. */
  kill(): Promise<void>;
}

// A process of its own must compile our TypeScript by itself; the build is not there in every test run.
const COMPILER = `
  const swc = require('@swc/core');
  const jsc = { target: 'es2023', parser: { syntax: 'typescript' } };
  const options = { swcrc: false, module: { type: 'commonjs' }, jsc };
  require.extensions['.ts'] = (module, file) => module._compile(swc.transformFileSync(file, options).code, file);
`;

/** Runs a script that may require our TypeScript, in a process of its own. */
export function inOtherProcess(script: string, ...args: string[]): OtherProcess {
  const child = spawn(process.execPath, ['-e', COMPILER + script, ...args], {
    cwd: __dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const line = new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve);
    void gone.then(() => reject(new Error('The other process ended without a word.')));
  });
  line.catch(() => undefined);
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  return { pid: child.pid ?? 0, line, kill };
}

export type OtherOwner = OtherProcess & {
  /** What it got, when it has got it. */
  got: Promise<Pick<EmbeddedPostgres, 'url' | 'role' | 'origin'>>;
};

const OWNER = `
  const [entry, folder, durable] = process.argv.slice(1);
  require(entry).startEmbeddedPostgres({ folder, durable: durable === 'true' })
    .then(({ url, role, origin }) => console.log(JSON.stringify({ url, role, origin })));
  setInterval(() => undefined, 1000);
`;

/** Starts the folder's server in another process, which then lives until it is killed. */
export function startInOtherProcess(folder: string, durable = false): OtherOwner {
  const other = inOtherProcess(OWNER, path.join(__dirname, 'index.ts'), folder, String(durable));
  const got = other.line.then((line) => JSON.parse(line));
  got.catch(() => undefined);
  return { ...other, got };
}

/** Waits until the folder holds an entry whose name begins so; false if `over` comes first. */
export async function appears(folder: string, start: string, over: Promise<unknown>): Promise<boolean> {
  let waiting = true;
  const stop = () => void (waiting = false);
  over.then(stop, stop);
  while (waiting) {
    try {
      if (readdirSync(folder).some((each) => each.startsWith(start))) return true;
    } catch {
      // The folder itself is yet to be made.
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return false;
}

/** Why an attempt was refused; fails the test if it was not. */
export async function refusalOf(attempt: Promise<unknown>): Promise<EmbeddedPostgresError> {
  const error = await attempt.then(
    () => new Error('It started.'),
    (reason: unknown) => reason,
  );
  if (error instanceof EmbeddedPostgresError) return error;
  throw error;
}

/** A copy of PostgreSQL's npm package as it lies there when install scripts were not run. */
export function packageWithoutLinks(): string {
  const copy = freshFolder();
  cpSync(path.join(nativeFolder(), '..'), copy, { recursive: true, verbatimSymlinks: true });
  const lib = path.join(copy, 'native', 'lib');
  for (const entry of readdirSync(lib, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) unlinkSync(path.join(lib, entry.name));
  }
  return path.join(copy, 'native');
}
