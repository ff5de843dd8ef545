// The service as it runs in containers: api and projector as processes of their own, on a free port.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export interface Service {
  readonly url: string;
  /** Of api and projector. */
  readonly pids: readonly number[];
  stop(): Promise<void>;
}

// src/bench/log and dist/bench/log lie equally deep below the workspace.
const ROOT = join(__dirname, '..', '..', '..', '..');
const START_MS_MAX = 30_000;

export async function startService(settings: Readonly<Record<string, string>>): Promise<Service> {
  const port = await freePort();
  const env = { ...process.env, ...settings, FINSAM_PORT: String(port), FINSAM_LOG: 'warn', FINSAM_DATA: tmpdir() };
  const processes = ['api', 'projector'].map((app) =>
    spawn(process.execPath, [join(ROOT, 'apps', app, 'dist', 'main.js')], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
  const stop = async () => void (await Promise.all(processes.map(end)));
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilReady(url, processes);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, pids: processes.map(({ pid }) => pid!), stop };
}

async function untilReady(url: string, processes: readonly ChildProcess[]): Promise<void> {
  for (const giveUpAt = performance.now() + START_MS_MAX; performance.now() < giveUpAt; await delay(50)) {
    if (processes.some(({ exitCode }) => exitCode !== null)) throw new Error('the service ended at its start');
    const response = await fetch(`${url}/health/ready`).catch(() => null);
    if (response?.ok) return;
  }
  throw new Error('the service did not start in time');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
