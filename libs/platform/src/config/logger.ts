// Structured logs, one JSON object a line, on standard error: standard output is for answers.
import { destination, type Logger, pino, stdTimeFunctions } from 'pino';
import type { Config } from './config';

export function openLogger({ logLevel }: Pick<Config, 'logLevel'>, name: string): Logger {
  const options = { name, level: logLevel, timestamp: stdTimeFunctions.isoTime, redact: ['req.headers', 'res.headers'] };
  return pino(options, destination({ fd: 2, sync: false }));
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
