// From a command over HTTP to a read model that shows it: api and projector in processes of their own, nothing else to
// do, one command after the other.
import { randomUUID } from 'node:crypto';
import { groups } from '@finsam/assembly';
import { issueToken, migrate } from '@finsam/platform';
import type { Figure } from '../figure';
import { percentile } from '../measure';
import { CONFIG, type World } from '../world';
import { type Service, startService } from './service';

const SLUG = 'bench';
const WARM = 50;
const P99_MS = 100;
const YEAR = 'fiscal-years/2024';

export async function benchVisible(world: World): Promise<Figure[]> {
  // A database of its own: the logs of the other parts would keep its projector busy.
  await world.admin.query('create database bench_http');
  const url = new URL(world.adminUrl);
  url.pathname = '/bench_http';
  const config = { ...CONFIG, installation: 'bench_http', associations: 4 };
  await migrate(config, url.toString(), groups);
  const service = await startService({
    DATABASE_URL: url.toString(),
    FINSAM_INSTALLATION: config.installation,
    FINSAM_SECRET: config.secret,
    FINSAM_ASSOCIATIONS: String(config.associations),
  });
  try {
    const client = clientOf(service, issueToken(config, 'operator'));
    await openBooks(client);
    const [answered, visible]: [number[], number[]] = [[], []];
    for (let n = -WARM; n < world.effort.commands; n++) {
      const start = performance.now();
      const { position } = await client.post(`/${SLUG}/${YEAR}/costs`, cost(n));
      const afterAnswer = performance.now() - start;
      await client.get(`/${SLUG}/${YEAR}/balances?atLeast=${String(position)}`);
      const untilSeen = performance.now() - start;
      if (n < 0) continue;
      answered.push(afterAnswer);
      visible.push(untilSeen);
    }
    return [
      { what: 'command answered, p50', ours: percentile(0.5, answered), unit: 'ms' },
      { what: 'command answered, p99', ours: percentile(0.99, answered), unit: 'ms' },
      { what: 'command to visible read model, p50', ours: percentile(0.5, visible), unit: 'ms' },
      {
        what: 'command to visible read model, p99',
        ours: percentile(0.99, visible),
        unit: 'ms',
        target: { below: P99_MS },
      },
    ];
  } finally {
    await service.stop();
  }
}

type Client = ReturnType<typeof clientOf>;

function clientOf({ url }: Service, token: string) {
  const call = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...init.headers };
    const response = await fetch(`${url}/v1/associations${path}`, { ...init, headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  };
  return {
    get: (path: string) => call(path),
    post: (path: string, body: object) =>
      call(path, { method: 'POST', headers: { 'idempotency-key': randomUUID() }, body: JSON.stringify(body) }),
  };
}

async function openBooks({ post }: Client): Promise<void> {
  await post('', { slug: SLUG, name: 'Samordningsförbundet Mätningen' });
  await post(`/${SLUG}/fiscal-years`, { year: 2024, books: 'own' });
  const accounts = [1910, 4510].map((account) => ({ account, name: `Konto ${account}` }));
  await post(`/${SLUG}/${YEAR}/accounts`, { accounts });
  await post(`/${SLUG}/${YEAR}/activities`, { activities: [{ activity: 'kansli', name: 'Kansli' }] });
}

const cost = (n: number) => ({
  activity: 'kansli',
  account: 4510,
  against: 1910,
  amountOre: 10_000 + WARM + n,
  date: '2024-03-15',
  text: 'Rekvisition mars',
});
