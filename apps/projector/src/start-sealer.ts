// Seals what has been appended, about once a second, and signs every log's head once a day.
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from '@finsam/assembly';
import { anchorLine, databaseOf, sealLog, signHeads, unsealedLogs } from '@finsam/platform';
import type { Logger } from 'pino';

const SEAL_MS = 1_000;
/** In place of a folder: the anchors go to standard output, where whatever gathers logs keeps them. */
const STANDARD_OUTPUT = '-';

export interface RunningSealer {
  stop(): Promise<void>;
}

export function startSealer({ config, databases }: Installation, logger: Logger): RunningSealer {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let anchored: string | undefined;
  const round = async () => {
    for (const log of await unsealedLogs(databases)) {
      if (stopped) return;
      // One that cannot be sealed, say since somebody has changed it, keeps none of the others back.
      await sealLog(databaseOf(databases, log), log).catch((error: unknown) => {
        logger.error({ err: error, association: log.owner, kind: log.kind }, 'a log cannot be sealed');
      });
    }
    const today = new Date().toISOString().slice(0, 10);
    if (anchored !== today && !stopped) await anchor(today);
    anchored = today;
  };
  const anchor = async (date: string) => {
    const folder = config.anchors;
    const file = join(folder, `${date}.jsonl`);
    if (folder !== STANDARD_OUTPUT && existsSync(file)) return;
    const broken = (slug: string, error: Error) => logger.error({ err: error, slug }, 'a log cannot be signed');
    const lines = (await signHeads(databases, config, date, broken)).map(anchorLine).join('');
    if (folder === STANDARD_OUTPUT) {
      process.stdout.write(lines);
      return;
    }
    mkdirSync(folder, { recursive: true });
    // Whole or absent.
    writeFileSync(`${file}.draft`, lines, { flush: true });
    renameSync(`${file}.draft`, file);
  };
  let working: Promise<void> = Promise.resolve();
  const go = () => {
    working = round()
      .catch((error: unknown) => logger.warn({ err: error }, 'sealing failed'))
      .then(() => {
        if (!stopped) timer = setTimeout(go, SEAL_MS);
      });
  };
  timer = setTimeout(go, SEAL_MS);
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await working;
    },
  };
}
