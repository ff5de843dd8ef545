// One process of a larger installation: opens it, runs one part, stops it cleanly.
import { resolve } from 'node:path';
import { ConfigError, loadConfig, openLogger, stopOnSignal } from '@finsam/platform';
import type { Logger } from 'pino';
import { type Installation, openInstallation } from './installation';

/** `start` returns how to stop. Needs DATABASE_URL: only `finsam start` brings a database of its own. */
export async function runProcess(
  name: string,
  start: (installation: Installation, logger: Logger) => Promise<() => Promise<void>>,
) {
  try {
    const config = loadConfig(process.env, resolve(process.cwd()));
    const logger = openLogger(config, name);
    if (!config.databaseUrl)
      throw new ConfigError('Ange DATABASE_URL. Utan den startar du allt på en gång med: npx finsam start');
    const installation = await openInstallation(config, config.databaseUrl, (error) =>
      logger.warn({ err: error }, 'database'),
    );
    const stop = await start(installation, logger);
    stopOnSignal(async () => {
      await stop();
      await installation.close();
    }, logger);
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : String((error as Error).stack)}\n`);
    process.exitCode = 1;
  }
}
