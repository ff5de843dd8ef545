// `finsam start`: database, api, projector and worker in one process.
import { startApi } from '@finsam/api';
import { groups, type Installation, openInstallation } from '@finsam/assembly';
import { type Config, migrateIfNeeded, readEmbeddedOwner } from '@finsam/platform';
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

/** Stops what it has started when a later part cannot start, or Ctrl-C comes first. `port` 0: any free one. */
export async function startService(config: Config, logger: Logger, port = config.port): Promise<RunningService> {
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    for (let close = closers.pop(); close; close = closers.pop()) await close();
  };
  let stopped: Promise<void> | undefined;
  // Whoever asks again waits with the first.
  const stop = () => (stopped ??= closeAll());
  const signals = untilStarted();
  const part = async <T>(starting: Promise<T>, close: (started: T) => Promise<void>): Promise<T> => {
    const started = await starting;
    closers.push(() => close(started));
    signals.refuse();
    return started;
  };
  try {
    const died = (message: string) => {
      process.stderr.write(`${message}\n`);
      process.exit(1);
    };
    const database = await part(openDatabase(config, died), (opened) => opened.close());
    await migrateIfNeeded(config, database.url, groups);
    const onError = (error: Error) => logger.warn({ err: error }, 'database');
    const installation = await part(openInstallation(config, database.url, onError), (opened) => opened.close());
    await part(startProjector(installation, logger), (projector) => projector.stop());
    const worker = startWorker(installation, logger);
    closers.push(() => worker.stop());
    const starting = startApi(installation, logger, port).catch((error: unknown) => {
      throw portTaken(error, config);
    });
    const api = await part(starting, (started) => started.close());
    return { url: api.url, installation, place: database.place, stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    signals.ignore();
  }
}

/** Ctrl-C while the parts are being started: what has started is stopped first. A second one ends it at once. */
function untilStarted(): { refuse(): void; ignore(): void } {
  let asked = false;
  const note = () => {
    if (asked) process.exit(1);
    asked = true;
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, note);
  return {
    refuse: () => {
      if (asked) throw new CliError('Starten avbröts.');
    },
    ignore: () => signals.forEach((signal) => process.off(signal, note)),
  };
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
