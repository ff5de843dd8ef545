// `finsam start`: database, api, projector and worker in one process, and on an empty database the demo and its reports.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApi } from '@finsam/api';
import { groups, type Installation, openInstallation } from '@finsam/assembly';
import { type Config, listAssociations, migrate, readEmbeddedOwner } from '@finsam/platform';
import { startProjector } from '@finsam/projector';
import { startWorker } from '@finsam/worker';
import type { Logger } from 'pino';
import { CliError } from './arguments';
import { openDatabase } from './database';
import { makeReport, nationalFigures, publishReport } from './reports';
import { type Demo, readDemos, seedDemo } from './seed';

export interface RunningService {
  readonly url: string;
  readonly installation: Installation;
  /** Where the data is, for people. */
  readonly place: string;
  stop(): Promise<void>;
}

/** Stops what it has started when a later part cannot start. `port` 0: any free one. */
export async function startService(config: Config, logger: Logger, port = config.port): Promise<RunningService> {
  const closers: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (let close = closers.pop(); close; close = closers.pop()) await close();
  };
  try {
    const database = await openDatabase(config, (message) => {
      process.stderr.write(`${message}\n`);
      process.exit(1);
    });
    closers.push(() => database.close());
    await migrate(config, database.url, groups);
    const installation = await openInstallation(config, database.url, (error) => logger.warn({ err: error }, 'database'));
    closers.push(() => installation.close());
    const projector = await startProjector(installation, logger);
    closers.push(() => projector.stop());
    const worker = startWorker(installation, logger);
    closers.push(() => worker.stop());
    const api = await startApi(installation, logger, port).catch((error: unknown) => {
      throw portTaken(error, config);
    });
    closers.push(() => api.close());
    return { url: api.url, installation, place: database.place, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** One `finsam start` per data folder: a second one would only borrow the first one's database. */
export async function refuseSecondStart(config: Config): Promise<void> {
  const owner = config.databaseUrl ? null : await readEmbeddedOwner(config.dataFolder);
  if (!owner) return;
  throw new CliError(
    `Finsambok är redan igång med datamappen ${config.dataFolder} (process ${owner.pid}). Stoppa den först, eller ange en annan mapp med FINSAM_DATA.`,
  );
}

function portTaken(error: unknown, { host, port }: Config): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return new CliError(`Port ${port} på ${host} är upptagen. Ange en ledig med FINSAM_PORT, till exempel FINSAM_PORT=3001 npm start.`);
  if (code === 'EACCES') return new CliError(`Port ${port} får inte användas av den här användaren. Ange en över 1023 med FINSAM_PORT.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new CliError(`Adressen ${host} finns inte på den här datorn. Rätta FINSAM_HOST.`);
  return error;
}

export async function seedIfEmpty({ url, installation }: RunningService): Promise<readonly Demo[]> {
  const demos = readDemos();
  const known = new Set((await listAssociations(installation.databases)).map(({ slug }) => slug));
  // A start that was cut off half-way is finished by the next: every request is idempotent.
  if (known.size > 0 && !demos.some(({ slug }) => known.has(slug))) return [];
  for (const demo of demos) await seedDemo(url, installation.config, demo);
  return demos;
}

/** Orders the demo's reports, has them adopted and published, and writes them to the data folder with the national table. */
export async function writeDemoReports({ url, installation }: RunningService, demos: readonly Demo[]): Promise<string[]> {
  const { config } = installation;
  const folder = join(config.dataFolder, 'rapporter');
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const orders = demos.flatMap((demo) => demo.reports.map((report) => ({ slug: demo.slug, report })));
  const files = await Promise.all(
    orders.map(async ({ slug, report }) => {
      const { type, period } = report;
      const made = await makeReport(url, config, slug, { type, period }, `demo-${slug}-${type}-${period}`);
      await publishReport(url, config, slug, made.reportId, report);
      const name = `${slug}_${type}_${period.replace('..', '_')}`;
      return (['json', 'html'] as const).map((format) => write(`${name}.${format}`, made[format]));
    }),
  );
  if (files.length === 0) return [];
  return [...files.flat(), write('nationellt_2024.json', await nationalFigures(url, config, 2024))];
}
