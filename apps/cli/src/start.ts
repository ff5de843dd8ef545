// `finsam start`: database, api, projector and worker in one process.
import { startApi } from '@finsam/api';
import { groups, type Installation, openInstallation } from '@finsam/assembly';
import { type Config, migrate, readEmbeddedOwner } from '@finsam/platform';
import { startProjector } from '@finsam/projector';
import { startWorker } from '@finsam/worker';
import type { Logger } from 'pino';
import { CliError } from './arguments';
import { openDatabase } from './database';

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
    const installation = await openInstallation(config, database.url, (error) =>
      logger.warn({ err: error }, 'database'),
    );
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
    `Finsambok är redan igång med datamappen ${config.dataFolder} (process ${owner.pid}). ` +
      'Stoppa den först, eller ange en annan mapp med FINSAM_DATA.',
  );
}

function portTaken(error: unknown, { host, port }: Config): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new CliError(
      `Port ${port} på ${host} är upptagen. Ange en ledig med FINSAM_PORT, till exempel FINSAM_PORT=3001 npm start.`,
    );
  if (code === 'EACCES')
    return new CliError(`Port ${port} får inte användas av den här användaren. Ange en över 1023 med FINSAM_PORT.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new CliError(`Adressen ${host} finns inte på den här datorn. Rätta FINSAM_HOST.`);
  return error;
}
