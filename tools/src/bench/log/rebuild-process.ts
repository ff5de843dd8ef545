// Rebuilds one log's ledger, looks at its own memory all the while, and tells what it saw.
import { catalogue, groups } from '@finsam/assembly';
import { associationId } from '@finsam/kernel';
import { Databases, GroupRunner } from '@finsam/platform';
import { CONFIG } from '../world';
import type { Rebuilt } from './memory';

const EACH_MS = 100;

async function main([databaseUrl, log]: readonly string[]): Promise<void> {
  const databases = new Databases(CONFIG, databaseUrl!);
  const association = associationId(Number(log));
  await databases.association(association).query('select 1');
  const before = process.memoryUsage.rss();
  let peak = before;
  const look = () => (peak = Math.max(peak, process.memoryUsage.rss()));
  const timer = setInterval(look, EACH_MS);
  const start = performance.now();
  const group = groups.find(({ name }) => name === 'ledger')!;
  await new GroupRunner(databases, catalogue).rebuild(association, group);
  const seconds = (performance.now() - start) / 1_000;
  look();
  clearInterval(timer);
  await databases.close();
  const rebuilt: Rebuilt = { beforeMb: mb(before), peakMb: mb(peak), seconds };
  process.send!(rebuilt);
  process.disconnect();
}

const mb = (bytes: number) => bytes / 1_048_576;

void main(process.argv.slice(2));
