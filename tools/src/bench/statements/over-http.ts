// The same over HTTP, to a service of its own: one call after the other, at the head of the log.
import { issueToken } from '@finsam/platform';
import type { Figure } from '../figure';
import { startService } from '../log/service';
import { FULL, percentile } from '../measure';
import { CONFIG, type World } from '../world';
import { folded } from './answers';

const CALLS = 1_000;
/** Until the engine has compiled what it will run. */
const WARM = 300;
const P99_MS = 20;

export async function benchOverHttp(world: World): Promise<Figure[]> {
  const histories = (await folded(world)).filter(({ size }) => size === 30 || size === 100_000);
  const service = await startService({
    DATABASE_URL: world.adminUrl,
    FINSAM_INSTALLATION: CONFIG.installation,
    FINSAM_SECRET: CONFIG.secret,
    FINSAM_ASSOCIATIONS: String(CONFIG.associations),
  });
  try {
    const headers = { authorization: `Bearer ${issueToken(CONFIG, 'operator')}` };
    const figures: Figure[] = [];
    for (const { name, kind, size } of histories) {
      const took: number[] = [];
      for (let call = world.effort === FULL ? -WARM : 0; call < (world.effort === FULL ? CALLS : 5); call++) {
        const start = performance.now();
        const url = `${service.url}/v1/associations/${name}/statements?period=2024-T2`;
        const response = await fetch(url, { headers });
        const text = await response.text();
        if (!response.ok) throw new Error(`statements: ${response.status} ${text}`);
        if (call >= 0) took.push(performance.now() - start);
      }
      const what = `statements over HTTP, ${size} ${kind}`;
      figures.push(
        { what: `${what}: p50`, ours: percentile(0.5, took), unit: 'ms' },
        { what: `${what}: p99`, ours: percentile(0.99, took), unit: 'ms', target: { below: P99_MS } },
      );
    }
    return figures;
  } finally {
    await service.stop();
  }
}
