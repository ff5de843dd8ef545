// A Redis of the test's own, which it may empty, kill and start again.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export interface RedisServer {
  readonly url: string;
  /** FLUSHALL. */
  empty(): Promise<void>;
  /** kill -9: clients lose their connections without a word. */
  kill(): Promise<void>;
  /** On the same port, with nothing in it. */
  startAgain(): Promise<void>;
  /** Kills it and removes its folder. */
  remove(): Promise<void>;
}

const START_MS = 10_000;

/** `binary`: the path of a redis-server. */
export async function startRedis(binary: string): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'finsam-redis-'));
  const port = await freePort();
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  let server: ChildProcess | undefined;
  const kill = async () => {
    if (server?.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
  const atExit = () => server?.kill('SIGKILL');
  process.once('exit', atExit);
  const start = async () => {
    server = spawn(binary, words, { stdio: 'ignore' });
    const failed = once(server, 'error').then(([error]) => Promise.reject(error as Error));
    await Promise.race([failed, answers(port)]);
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    empty: async () => {
      const answer = await ask(port, 'FLUSHALL');
      if (answer !== '+OK') throw new Error(`Redis would not be emptied: ${answer}`);
    },
    kill,
    startAgain: start,
    remove: async () => {
      await kill();
      process.off('exit', atExit);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(port: number): Promise<void> {
  for (const giveUpAt = performance.now() + START_MS; performance.now() < giveUpAt; await delay(20)) {
    if ((await ask(port, 'PING').catch(() => '')) === '+PONG') return;
  }
  throw new Error(`Redis does not answer on port ${port}`);
}

/** One inline command of Redis' protocol, and the first line of its answer. */
function ask(port: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    socket.once('error', reject);
    socket.once('data', (bytes) => {
      socket.destroy();
      resolve(bytes.toString('utf8').trim());
    });
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
