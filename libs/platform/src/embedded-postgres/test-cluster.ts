// A server of its own for a test run: fast instead of durable, and gone afterwards.
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { HOME } from './data-folder';
import { startEmbeddedPostgres } from './embedded-postgres';
import { isAlive, markInName, ownMark, pidOf } from './machine/process-mark';
import { diesWithin, runningServer } from './machine/running-server';
import { readJson } from './our-folder';

export interface TestCluster {
  /** The superuser's address. */
  url: string;
  /** Stops the server and removes every trace of it. */
  stop(): Promise<void>;
}

const PREFIX = 'finsam-test-';

/** Starts a fresh server in the system's temporary folder. Clusters of test runs that were killed are removed. */
export async function startTestCluster(place = os.tmpdir()): Promise<TestCluster> {
  await removeDeadClusters(place);
  const folder = path.join(place, `${PREFIX}${ownMark()}-${randomBytes(6).toString('hex')}`);
  try {
    const server = await startEmbeddedPostgres({ folder, durable: false });
    const stop = async (): Promise<void> => {
      await server.stop();
      await removeCluster(folder);
    };
    let stopped: Promise<void> | undefined;
    return { url: server.url, stop: () => (stopped ??= stop()) };
  } catch (error) {
    await removeCluster(folder);
    throw error;
  }
}

/** Removes the clusters whose test process is dead; a cluster's name tells which process that was. */
async function removeDeadClusters(place: string): Promise<void> {
  for (const name of readdirSync(place)) {
    const mark = markInName(PREFIX, name);
    if (mark === null || isAlive(mark)) continue;
    // Another user's, or another test run is removing it too: not worth failing a test for.
    await removeCluster(path.join(place, name)).catch(() => undefined);
  }
}

/** Removes a cluster with its data, wherever that lies, after killing its server. Never for data worth keeping. */
export async function removeCluster(folder: string): Promise<void> {
  const pointer = path.join(folder, 'pgdata');
  const data = existsSync(pointer) ? realpathSync(pointer) : null;
  // Anyone may make a folder of our name in a temporary place, with a pointer to data that is not its own.
  if (data !== null && isOwn(folder, data)) {
    const mark = runningServer(data);
    if (mark !== null) {
      process.kill(pidOf(mark), 'SIGQUIT');
      if (!(await diesWithin(mark, 5000))) process.kill(pidOf(mark), 'SIGKILL');
    }
    if (!isInside(folder, data)) rmSync(path.dirname(data), { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

const isInside = (folder: string, data: string): boolean => path.dirname(data) === realpathSync(folder);

const isOwn = (folder: string, data: string): boolean =>
  isInside(folder, data) ||
  readJson<{ folder: string }>(path.join(path.dirname(data), HOME))?.folder === realpathSync(folder);
