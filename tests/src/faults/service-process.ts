// The real service as a process of its own, to be killed: `finsam start` on a data folder, with its own PostgreSQL.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const ROOT = resolve(__dirname, '..', '..', '..');
const FINSAM = join(ROOT, 'apps', 'cli', 'bin', 'finsam.cjs');

/** The process runs what is built, so build what is there now. */
export function build(): void {
  execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-b'], { cwd: ROOT, stdio: 'inherit' });
}

export interface Place {
  readonly folder: string;
  readonly port: number;
}

export async function newPlace(): Promise<Place> {
  return { folder: join(mkdtempSync(join(tmpdir(), 'finsam-faults-')), 'data'), port: await freePort() };
}

export interface ServiceProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** What it has said so far, standard output and error. */
  said(): string;
  /** Waits until it has said this, or has ended. */
  until(text: string): Promise<void>;
  readonly ended: Promise<number | null>;
}

export function spawnService({ folder, port }: Place): ServiceProcess {
  const env = { ...process.env, FINSAM_DATA: folder, FINSAM_PORT: String(port), DATABASE_URL: '', REDIS_URL: '' };
  const child = spawn(process.execPath, [FINSAM, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let over = false;
  child.stdout.on('data', (bytes: Buffer) => (said += String(bytes)));
  child.stderr.on('data', (bytes: Buffer) => (said += String(bytes)));
  const ended = new Promise<number | null>((done) =>
    child.once('exit', (code) => {
      over = true;
      done(code);
    }),
  );
  const until = async (text: string) => {
    while (!said.includes(text)) {
      if (over) throw new Error(`the service ended before it said "${text}":\n${said}`);
      await delay(10);
    }
  };
  return { url: `http://127.0.0.1:${port}`, child, said: () => said, until, ended };
}

/** Ends Node at once, and PostgreSQL with all its processes too if asked; nothing gets to clean up. */
export async function killNine(
  { child, ended }: ServiceProcess,
  { folder }: Place,
  withDatabase: boolean,
): Promise<void> {
  const postmaster = withDatabase ? postmasterOf(folder) : null;
  child.kill('SIGKILL');
  if (postmaster !== null) {
    const children = childrenOf(postmaster);
    for (const pid of [postmaster, ...children]) kill(pid);
  }
  await ended;
}

export function postmasterOf(folder: string): number | null {
  try {
    return Number(readFileSync(join(folder, 'pgdata', 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
