// A PostgreSQL backend under strace: in which order it forces its log to the disk and answers its client.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `flush`: the disk has the log up to here. `answer`: the client has been sent something. */
export type Step = 'flush' | 'answer';

export interface Trace {
  /** What the backend has done since the trace began; ends it. */
  steps(): Promise<Step[]>;
}

/** Why nothing can be traced here, or null. */
export function tracingRefused(): string | null {
  if (process.platform !== 'linux') return 'strace exists on Linux only';
  const tried = spawnSync('strace', ['-o', '/dev/null', 'true'], { encoding: 'utf8' });
  if (tried.error) return 'strace is not installed';
  return tried.status === 0 ? null : `strace may not trace here: ${tried.stderr.trim().split('\n')[0]}`;
}

const CALLS = 'fdatasync,fsync,openat,pwrite64,pwritev,sendto';

export async function trace(pid: number): Promise<Trace> {
  const folder = mkdtempSync(join(tmpdir(), 'finsam-trace-'));
  const file = join(folder, 'calls');
  // -y: descriptors with the path of their file.
  const strace = spawn('strace', ['-y', '-e', `trace=${CALLS}`, '-o', file, '-p', String(pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await attached(strace);
  return {
    steps: async () => {
      strace.kill('SIGINT');
      await once(strace, 'close');
      const lines = readFileSync(file, 'utf8').split('\n');
      rmSync(folder, { recursive: true, force: true });
      return lines.flatMap((line) => stepOf(line) ?? []);
    },
  };
}

async function attached(strace: ChildProcess): Promise<void> {
  let told = '';
  for await (const chunk of strace.stderr!.setEncoding('utf8')) {
    told += String(chunk);
    if (told.includes('attached')) break;
  }
  if (!told.includes('attached')) throw new Error(`strace did not attach: ${told}`);
}

function stepOf(line: string): Step | undefined {
  // Calls that failed have made nothing safe.
  const [, call, descriptor, result] = /^(\w+)\((\d+<[^>]*>).*= (-?\d+)/.exec(line) ?? [];
  if (call === undefined || Number(result) < 0) return undefined;
  if (/^f(data)?sync$/.test(call)) return descriptor!.includes('/pg_wal/') ? 'flush' : undefined;
  return call === 'sendto' ? 'answer' : undefined;
}
