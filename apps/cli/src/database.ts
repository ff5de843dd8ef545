// Which database a command works on: the one that DATABASE_URL names, else the embedded one in the data folder.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { groups, type Installation, openInstallation } from '@finsam/assembly';
import { type Config, loadConfig, migrateIfNeeded, openLogger, startEmbeddedPostgres } from '@finsam/platform';
import type { Logger } from 'pino';

export interface OpenDatabase {
  readonly url: string;
  /** For people: where the data is. */
  readonly place: string;
  /** False when another process runs the embedded server and this one only borrows it. */
  readonly own: boolean;
  close(): Promise<void>;
}

/** The folder that holds the workspace's package.json and its demo: two above this app. */
export const projectRoot = projectRootFrom(__dirname);

function projectRootFrom(start: string): string {
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'nx.json'))) return folder;
  }
  return process.cwd();
}

export function cliConfig(): { config: Config; logger: Logger } {
  const config = loadConfig(process.env, projectRoot);
  // A person at a terminal wants sentences; the log speaks up when something is wrong.
  return { config, logger: openLogger({ logLevel: process.env['FINSAM_LOG'] ?? 'warn' }, 'finsam') };
}

export async function openDatabase(config: Config, onExit?: (message: string) => void): Promise<OpenDatabase> {
  if (config.databaseUrl) {
    const { host, pathname } = new URL(config.databaseUrl);
    return { url: config.databaseUrl, place: `${host}${pathname}`, own: false, close: async () => undefined };
  }
  const server = await startEmbeddedPostgres({ folder: config.dataFolder, durable: true, ...(onExit && { onExit }) });
  return { url: server.url, place: server.dataFolder, own: server.role === 'owner', close: () => server.stop() };
}

/** Opens the migrated installation for one command, and closes it whatever happens. */
export async function withInstallation<T>(
  work: (installation: Installation, logger: Logger) => Promise<T>,
): Promise<T> {
  const { config, logger } = cliConfig();
  const database = await openDatabase(config);
  try {
    await migrateIfNeeded(config, database.url, groups);
    const installation = await openInstallation(config, database.url, (error) =>
      logger.warn({ err: error }, 'database'),
    );
    try {
      return await work(installation, logger);
    } finally {
      await installation.close();
    }
  } finally {
    await database.close();
  }
}
