// Structured logs, one JSON object a line, on standard error: standard output is for answers.
import { destination, type Logger, pino, stdTimeFunctions } from 'pino';
import type { Config } from './config';

export function openLogger({ logLevel }: Pick<Config, 'logLevel'>, name: string): Logger {
  const options = { name, level: logLevel, timestamp: stdTimeFunctions.isoTime, serializers: { err: told } };
  return pino(options, destination({ fd: 2, sync: false }));
}

/** An error's own words only: what libraries hang on it (a connection, a row, a value) is nobody's to read. */
function told(error: Error & { code?: unknown }) {
  const { name, code, message, stack } = error;
  return { name, ...(code !== undefined && { code }), message, stack };
}

/** Runs `stop` once when the process is asked to end, then ends it. A second signal ends it at once. */
export function stopOnSignal(stop: () => Promise<void>, logger: Logger): void {
  let stopping = false;
  const handle = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error, signal }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', handle);
  process.on('SIGTERM', handle);
}
