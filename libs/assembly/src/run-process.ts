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
    process.stderr.write(`${told(error)}\n`);
    process.exitCode = 1;
  }
}

/** A sentence where an operator can do something about it; else everything there is to know. */
function told(error: unknown): string {
  const { code = '', message, stack } = error as Error & { code?: string };
  if (error instanceof ConfigError) return message;
  if (/^E[A-Z]+$/.test(code) || /^(08|57P)/.test(code))
    return `Databasen går inte att nå (${code}). Kontrollera DATABASE_URL och att servern är igång, och starta igen.`;
  if (code.startsWith('28'))
    return 'Databasen släpper inte in rollen. Kör finsam migrate med samma FINSAM_SECRET och FINSAM_INSTALLATION.';
  return String(stack);
}
