// `npm run bench`: our speeds as ratios to what the same PostgreSQL can do at most, both taken in the same run.
// Absolute figures belong to the machine; the ratios are the result.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue, groups } from '@finsam/assembly';
import { Databases, LogSignal, migrate, PostgresEventStore, startEmbeddedPostgres, urlFor } from '@finsam/platform';
import { benchAppends } from './appends';
import { benchFolding } from './folding';
import type { Measure } from './measure';

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'finsam-bench-'));
  // PostgreSQL never runs as root; whoever it runs as must reach its folder.
  chmodSync(folder, 0o755);
  // Durable, as in operation: an acknowledged event is on the disk.
  const server = await startEmbeddedPostgres({ folder, durable: true });
  const config = { installation: 'bench', secret: 'only-for-this-benchmark-0123456789', associations: 100 };
  await migrate(config, server.url, groups);
  const databases = new Databases(config, server.url);
  const signal = new LogSignal(urlFor(config, server.url, 'dispatcher'));
  await signal.start();
  try {
    const world = {
      databases,
      store: new PostgresEventStore(databases, signal),
      adminUrl: server.url,
      groups,
      catalogue,
    };
    const measures = [...(await benchAppends(world)), ...(await benchFolding(world))];
    print(measures);
    const file = option('--json');
    if (file) writeFileSync(file, `${JSON.stringify({ node: process.version, measures }, null, 2)}\n`);
  } finally {
    await signal.stop();
    await databases.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function option(name: string): string | undefined {
  const place = process.argv.indexOf(name);
  return place < 0 ? undefined : process.argv[place + 1];
}

function print(measures: readonly Measure[]): void {
  const row = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(46) : cell.padStart(12))).join('');
  process.stdout.write(`${row(['what', 'ours/s', 'limit/s', 'ratio'])}  limit\n`);
  for (const { what, perSecond, limitPerSecond, limit } of measures) {
    const ratio = (perSecond / limitPerSecond).toFixed(2);
    process.stdout.write(
      `${row([what, String(Math.round(perSecond)), String(Math.round(limitPerSecond)), ratio])}  ${limit}\n`,
    );
  }
}

void main();
