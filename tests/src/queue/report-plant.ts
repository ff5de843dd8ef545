// The parts that a report run passes through, each of which a test may start, stop, double or leave out.
import { startApi } from '@finsam/api';
import { groups, openInstallation } from '@finsam/assembly';
import { type AssociationDatabase, type Config, findAssociation, openWorker } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { startProjector } from '@finsam/projector';
import { REPORT_QUEUE, workReport } from '@finsam/reporting';
import { startWorker } from '@finsam/worker';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { pino } from 'pino';
import { THE_ORDER } from './queue-under-test';
import { accepted, type Answered, makeAssociation, type Sender } from './small-association';

const logger = pino({ level: process.env['FINSAM_LOG'] ?? 'silent' });

export interface RunRow {
  readonly id: string;
  readonly status: string;
  readonly attempt: number;
  readonly failure: string | null;
  readonly documents: string;
}

export interface ReportPlant {
  readonly database: TestDatabase;
  readonly db: AssociationDatabase;
  /** A worker as a process of its own would be: woken by the queue, and sweeping. */
  startWorker(): Promise<{ stop(): Promise<void> }>;
  /** A worker that the queue alone wakes. */
  startWithoutSweeper(): Promise<void>;
  startProjector(): Promise<void>;
  stopProjector(): Promise<void>;
  /** Orders the report of 2025, and returns the run's id. */
  order(key: string): Promise<string>;
  send(path: string, body: object, key: string): Promise<Answered>;
  runs(): Promise<RunRow[]>;
  /** The runs once none of them is unfinished. */
  finishedRuns(): Promise<RunRow[]>;
  /** As the database's administrator. */
  administer(work: (client: Client) => Promise<unknown>): Promise<void>;
  /** Asks until the answer is yes. */
  until(what: string, isSo: () => Promise<boolean>): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MS = 30_000;

/** Everything but a worker, and one association with one cost in 2025. `layouts`: whether it has adopted any. */
export async function openPlant(redisUrl: string | undefined, { layouts = true } = {}): Promise<ReportPlant> {
  const database = await testDatabase(groups);
  const config: Config = {
    databaseUrl: database.url,
    redisUrl,
    ...database.config,
    host: '127.0.0.1',
    port: 0,
    dataFolder: tmpdir(),
    anchors: join(tmpdir(), `${database.config.installation}-ankare`),
    trustedProxies: 0,
    openCallsPerMinute: 10,
    logLevel: 'silent',
  };
  const closers: (() => Promise<void>)[] = [() => database.close()];
  const open = async () => {
    const installation = await openInstallation(config, database.url, (error) =>
      logger.warn({ err: error }, 'database'),
    );
    closers.push(() => installation.close());
    return installation;
  };
  const main = await open();
  let projector = await startProjector(main, logger);
  closers.push(() => projector.stop());
  const api = await startApi(main, logger, 0);
  closers.push(() => api.close());
  const sender: Sender = await makeAssociation(api.url, config, 'norra-skogen', { layouts });
  const db = main.databases.association((await findAssociation(main.databases, 'norra-skogen'))!);

  const runs = async (): Promise<RunRow[]> => {
    const { rows } = await db.query<RunRow>(
      `select r.run_id as id, r.status, r.attempt, r.failure,
          coalesce(string_agg(d.format, ' ' order by d.format), '') as documents
        from report.run r left join report.document d using (association_id, run_id)
        where r.association_id = $1 group by r.association_id, r.run_id order by r.ordered_at, r.run_id`,
      [db.association],
    );
    return rows;
  };
  const until = async (what: string, isSo: () => Promise<boolean>) => {
    for (const giveUpAt = performance.now() + PATIENCE_MS; !(await isSo()); await delay(20)) {
      if (performance.now() > giveUpAt)
        throw new Error(`waited in vain until ${what}: ${JSON.stringify(await runs())}`);
    }
  };
  return {
    database,
    db,
    startWorker: async () => {
      const worker = startWorker(await open(), logger);
      let stopped: Promise<void> | undefined;
      const stop = () => (stopped ??= worker.stop());
      closers.push(stop);
      return { stop };
    },
    startWithoutSweeper: async () => {
      const { databases } = await open();
      const onError = (error: Error) => logger.warn({ err: error }, 'queue');
      const work = (wakeup: Parameters<typeof workReport>[1]) => workReport({ databases, onError }, wakeup);
      const worker = openWorker(REPORT_QUEUE, config, databases, work, onError);
      closers.push(() => worker.close());
    },
    startProjector: async () => void (projector = await startProjector(main, logger)),
    stopProjector: () => projector.stop(),
    order: async (key) => String((await accepted(sender.post('reports', THE_ORDER, key)))['reportId']),
    administer: async (work) => {
      const client = new Client({ connectionString: database.url });
      await client.connect();
      await work(client).finally(() => client.end());
    },
    send: (path, body, key) => sender.post(path, body, key),
    runs,
    finishedRuns: async () => {
      const isFinished = ({ status }: RunRow) => status === 'done' || status === 'failed';
      await until('every run is finished', async () => (await runs()).every(isFinished));
      return runs();
    },
    until,
    close: async () => {
      for (let close = closers.pop(); close; close = closers.pop()) await close();
    },
  };
}
