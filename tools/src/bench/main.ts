// `npm run bench`: our speeds as ratios to what the same PostgreSQL can do at most, both taken in the same run.
// `npm run bench -- log --only appends,hot --json FILE`; `--quick` to see that it runs, its figures mean nothing.
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { type Figure, judge, type Judged, table } from './figure';
import { logParts, type Parts } from './log/parts';
import { FULL, QUICK } from './measure';
import { sieParts } from './sie/parts';
import { statementParts } from './statements/parts';
import { inWorld } from './world';

/** What can be measured, by the first word after the command. */
const AREAS: Readonly<Record<string, Parts>> = { log: logParts, sie: sieParts, statements: statementParts };

async function main(words: readonly string[]): Promise<void> {
  const names = words.filter((word, i) => !word.startsWith('--') && !/^--(only|json)$/.test(words[i - 1] ?? ''));
  const only = option(words, '--only')?.split(',');
  const unknown = names.find((name) => !AREAS[name]);
  if (unknown !== undefined) throw new Error(`no ${unknown}; there is ${Object.keys(AREAS).join(', ')}`);
  const load = [loadavg()[0]];
  const judged: Judged[] = [];
  for (const area of names.length > 0 ? names : Object.keys(AREAS)) {
    const figures = await inWorld(words.includes('--quick') ? QUICK : FULL, async (world) => {
      const taken: Figure[] = [];
      for (const { name, asked, run } of chosen(AREAS[area]!, only)) {
        const start = performance.now();
        taken.push(...(await run(world)));
        process.stderr.write(`${area} ${name}${asked ? ' (asked for)' : ''}: ${seconds(start)} s\n`);
      }
      return taken;
    });
    judged.push(...figures.map(judge));
  }
  load.push(loadavg()[0]);
  process.stdout.write(`${table(judged)}Absolute figures belong to the machine; the ratios are the result.\n`);
  process.stdout.write(`${cpus().length} cores, load ${load.map((value) => value!.toFixed(1)).join(' to ')}\n`);
  const file = option(words, '--json');
  const machine = { node: process.version, cores: cpus().length, model: cpus()[0]?.model, load };
  if (file) writeFileSync(file, `${JSON.stringify({ ...machine, figures: judged }, null, 2)}\n`);
}

function chosen(parts: Parts, only: readonly string[] | undefined): Parts {
  const unknown = only?.find((name) => !parts.some((part) => part.name === name));
  if (unknown !== undefined) throw new Error(`no ${unknown}; there is ${parts.map(({ name }) => name).join(', ')}`);
  return parts.filter(({ name, asked }) => (only ? only.includes(name) : !asked));
}

function option(words: readonly string[], name: string): string | undefined {
  const place = words.indexOf(name);
  return place < 0 ? undefined : words[place + 1];
}

const seconds = (start: number) => ((performance.now() - start) / 1_000).toFixed(0);

// Ended by `exit`, not by the signal itself: at an exit the server is told to stop, else it would live on alone.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
