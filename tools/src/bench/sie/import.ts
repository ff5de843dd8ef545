// A year's file from its upload to what read models show: api and projector in processes of their own.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { groups } from '@finsam/assembly';
import { generatedYear, SieWriter } from '@finsam/ledger';
import { issueToken, migrate } from '@finsam/platform';
import type { Figure } from '../figure';
import { type Service, startService } from '../log/service';
import { CONFIG, type World } from '../world';
import { vouchersOf } from './files';

/** Until as many years are remembered as may be. */
const WARM = 6;
const ROUNDS = 6;
const INTO_LOG = 5_000;
const VISIBLE = 3_000;
const GROWTH_MB = 150;
const HEAP_MB = 320;

export async function benchSieImport(world: World): Promise<Figure[]> {
  const service = await startOn(world);
  try {
    const vouchers = vouchersOf(world);
    const [logged, seen, memory]: [number[], number[], number[]] = [[], [], []];
    for (let n = 0; n < WARM + ROUNDS; n++) {
      const bytes = Buffer.concat([...new SieWriter().write(generatedYear(vouchers, n + 1))]);
      const times = await importOnce(service.service, service.token, `forbund-${n}`, bytes);
      memory.push(...service.service.pids.map(peakMb));
      if (n < WARM) continue;
      logged.push(times.logged);
      seen.push(times.seen);
    }
    const rate = (times: number[]) => (vouchers * 1_000) / times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
    const pids = service.service.pids.length;
    const grown = service.service.pids.map((_, i) => memory.at(i - pids)! - memory[WARM * pids + i - pids]!);
    return [
      { what: 'vouchers uploaded and in the log', ours: rate(logged), unit: '/s', target: { atLeast: INTO_LOG } },
      { what: 'vouchers uploaded and visible', ours: rate(seen), unit: '/s', target: { atLeast: VISIBLE } },
      { what: 'api: memory at most', ours: memory.at(-pids)!, unit: 'MB' },
      { what: 'projector: memory at most', ours: memory.at(1 - pids)!, unit: 'MB' },
      {
        what: `memory grown over ${ROUNDS} more files`,
        ours: Math.max(...grown),
        unit: 'MB',
        target: { below: GROWTH_MB },
      },
    ];
  } finally {
    await service.service.stop();
  }
}

async function startOn(world: World): Promise<{ service: Service; token: string }> {
  await world.admin.query('create database bench_sie');
  const url = new URL(world.adminUrl);
  url.pathname = '/bench_sie';
  const config = { ...CONFIG, installation: 'bench_sie', associations: WARM + ROUNDS };
  await migrate(config, url.toString(), groups);
  const service = await startService({
    DATABASE_URL: url.toString(),
    FINSAM_INSTALLATION: config.installation,
    FINSAM_SECRET: config.secret,
    FINSAM_ASSOCIATIONS: String(config.associations),
    // As in a small container: without a limit Node sees no reason to clean up on a machine with much memory.
    NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
  });
  return { service, token: issueToken(config, 'operator') };
}

async function importOnce({ url }: Service, token: string, slug: string, bytes: Buffer) {
  const call = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID(), ...init.headers };
    const response = await fetch(`${url}/v1/associations${path}`, { ...init, headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    return JSON.parse(text) as { position: number };
  };
  const json = (body: object): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await call('', json({ slug, name: 'Samordningsförbundet Mätningen' }));
  await call(`/${slug}/fiscal-years`, json({ year: 2024, books: 'imported' }));
  const start = performance.now();
  const headers = { 'content-type': 'application/octet-stream' };
  const file = { method: 'POST', headers, body: new Uint8Array(bytes) };
  const { position } = await call(`/${slug}/fiscal-years/2024/sie-imports`, file);
  const logged = performance.now() - start;
  // A query waits for a while by itself, and is asked again.
  for (;;) {
    const seen = await fetch(`${url}/v1/associations/${slug}/fiscal-years/2024/balances?atLeast=${position}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (seen.ok) break;
    if (seen.status !== 409) throw new Error(`balances: ${seen.status} ${await seen.text()}`);
  }
  return { logged, seen: performance.now() - start };
}

/** The most that a process has had in memory, as the system counts it. */
function peakMb(pid: number): number {
  const told = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(told?.[1] ?? 0) / 1_024;
}
