// An installation in parts: database, two APIs, projector and worker, each a process of its own that may be killed.
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type EmbeddedPostgres, type Failpoint, startEmbeddedPostgres } from '@finsam/platform';
import { freePort } from '../queue/redis-server';
import { program, root } from './built-program';
import { type DataFolder, dataFolderWithoutDemo } from './data-folder';
import { type Ended, type StartedProcess, startNode } from './started-program';

export const PARTS = ['api', 'second api', 'projector', 'worker'] as const;
export type Part = (typeof PARTS)[number];

/** It ends at this passage of the failpoint. */
export interface Armed {
  readonly failpoint: Failpoint;
  readonly passage: number;
}

export interface Parts {
  readonly folder: DataFolder;
  /** Of the two APIs. */
  readonly urls: readonly [string, string];
  /** Kills the part if it runs, and starts it anew. Resolved when it is at work, or has met its failpoint. */
  start(part: Part, armed?: Armed): Promise<void>;
  /** Starts `finsam` on the same database. */
  finsam(words: readonly string[], armed?: Armed): StartedProcess;
  running(part: Part): StartedProcess;
  /** Those that have ended since they were started, and their last words. */
  dead(): { part: Part; errors: string }[];
  /** Starts the database when it has gone; the parts find it by themselves. */
  reviveDatabase(): Promise<void>;
  /** When the database answers, and both APIs say that they are ready. */
  ready(): Promise<void>;
  remove(): Promise<void>;
}

/** What a connection of the part's was last used for once it is at work: a process that is not yet may end itself. */
const AT_WORK = { projector: `query like '%from log.head h cross join%'`, worker: `usename like '%\\_jobs'` };
const FILES = { api: 'api', 'second api': 'api', projector: 'projector', worker: 'worker' } as const;
const READY_MS = 60_000;

export async function startParts(): Promise<Parts> {
  const folder = await dataFolderWithoutDemo();
  const ports = [await freePort(), await freePort()] as const;
  const urls = [`http://127.0.0.1:${ports[0]}`, `http://127.0.0.1:${ports[1]}`] as const;
  const runs = new Map<Part, StartedProcess>();
  const ends = new Map<Part, Ended>();
  let database: EmbeddedPostgres;
  let died: Promise<void>;
  const startDatabase = async () => {
    let tell: () => void;
    died = new Promise((resolve) => (tell = resolve));
    database = await startEmbeddedPostgres({ folder: folder.path, durable: true, onExit: () => tell() });
  };
  // The name tells the processes' connections apart.
  const settings = (armed: Armed | undefined, port = 0, name = 'finsam') => ({
    FINSAM_DATA: folder.path,
    FINSAM_PORT: String(port),
    DATABASE_URL: `${folder.databaseUrl()}?application_name=${encodeURIComponent(name)}`,
    ...(armed && { FINSAM_FAILPOINT: `${armed.failpoint}:${armed.passage}` }),
  });
  let starts = 0;
  const answers = (url: string) =>
    fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) }).then(
      ({ status }) => status === 200,
      () => false,
    );
  const start = async (part: Part, armed?: Armed) => {
    runs.get(part)?.signal('SIGKILL');
    await runs.get(part)?.ended;
    const port = part === 'api' ? ports[0] : part === 'second api' ? ports[1] : 0;
    const file = join(root, 'apps', FILES[part], 'dist', 'main.js');
    const name = `${part} ${(starts += 1)}`;
    const started = startNode(file, [], settings(armed, port, name));
    ends.delete(part);
    runs.set(part, started);
    void started.ended.then((ended) => runs.get(part) === started && ends.set(part, ended));
    const isAtWork = () => {
      if (part === 'api') return answers(urls[0]);
      if (part === 'second api') return answers(urls[1]);
      const connection = `select from pg_stat_activity where application_name = $1 and ${AT_WORK[part]}`;
      return folder.query(connection, [name]).then(({ length }) => length > 0);
    };
    while (!ends.has(part) && !(await isAtWork())) await delay(20);
    if (ends.get(part)?.code) throw new Error(`the ${part} would not start: ${ends.get(part)!.errors}`);
  };
  await startDatabase();
  await Promise.all(PARTS.map((part) => start(part)));
  return {
    folder,
    urls,
    start,
    finsam: (words, armed) => startNode(program, words, settings(armed)),
    running: (part) => runs.get(part)!,
    dead: () => [...ends].map(([part, { errors }]) => ({ part, errors })),
    reviveDatabase: async () => {
      await died;
      await startDatabase();
    },
    ready: async () => {
      for (const giveUpAt = performance.now() + READY_MS; performance.now() < giveUpAt; await delay(50)) {
        const all = await Promise.all(urls.map(answers));
        if (all.every((each) => each)) return;
      }
      throw new Error(`not ready again within ${READY_MS} ms`);
    },
    remove: async () => {
      for (const part of PARTS) runs.get(part)?.signal('SIGKILL');
      await Promise.all(PARTS.map((part) => runs.get(part)?.ended));
      await database?.stop();
      await folder.remove();
    },
  };
}
