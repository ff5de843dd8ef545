// A PostgreSQL of our own, from npm's binaries: started, adopted from a dead owner, or borrowed from a living one.
import path from 'node:path';
import { findDataFolder } from './data-folder';
import { EmbeddedPostgresError, diedMessage, inOurWords, refusals } from './errors';
import { lastWords } from './machine/launch';
import { isAlive, pidOf } from './machine/process-mark';
import { ask, stopServer } from './machine/running-server';
import {
  becomeOwner,
  claimStart,
  prepareFolder,
  readAccess,
  readEmbeddedOwner,
  resignOwner,
  urlOf,
} from './our-folder';
import { haveServer, logOf, surroundings, type Server, type Surroundings } from './server';

export interface EmbeddedPostgresOptions {
  /** Our own folder, git-ignored: pgdata (or a pointer to it), postgres.json, owner.json and postgres.log. */
  folder: string;
  /** True: nothing acknowledged is lost at a crash. False is for tests only. */
  durable: boolean;
  /** Default 300. */
  maxConnections?: number;
  /** Called once, in Swedish, if the server of an owner dies without having been asked to stop. */
  onExit?: (message: string) => void;
}

export interface EmbeddedPostgres {
  /** The superuser's address, for migrations only: a superuser bypasses row security. */
  url: string;
  /** An owner stops the server; a guest uses one that another living process owns. */
  role: 'owner' | 'guest';
  origin: 'started' | 'adopted' | 'borrowed';
  dataFolder: string;
  startedInMs: number;
  /** Owner: fast shutdown, resolved when the server has exited. Guest: nothing. May be called again. */
  stop(): Promise<void>;
}

/** Starts the folder's server, or takes over or borrows the one that runs. Throws `EmbeddedPostgresError`. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  return startIn(surroundings, options);
}

/** `startEmbeddedPostgres` with parts of the world replaced; for tests. */
export async function startIn(
  world: Partial<Surroundings>,
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const begun = performance.now();
  let folder = path.resolve(options.folder);
  let release: (() => void) | undefined;
  try {
    folder = prepareFolder(folder);
    release = await claimStart(folder);
    const borrowed = await borrow(folder);
    if (borrowed) return { ...borrowed, startedInMs: performance.now() - begun };
    const { durable, maxConnections = 300 } = options;
    const server = await owningFirst(folder, () =>
      haveServer({ folder, durable, maxConnections, world: { ...surroundings, ...world } }),
    );
    return { ...own(folder, server, options.onExit), startedInMs: performance.now() - begun };
  } catch (error) {
    throw error instanceof EmbeddedPostgresError ? error : inOurWords(error, folder);
  } finally {
    release?.();
  }
}

// A server whose owner could not be written down, on a full disk, would run with nobody to stop it.
async function owningFirst<T>(folder: string, get: () => Promise<T>): Promise<T> {
  becomeOwner(folder);
  try {
    return await get();
  } catch (error) {
    resignOwner(folder);
    throw error;
  }
}

async function borrow(folder: string): Promise<Omit<EmbeddedPostgres, 'startedInMs'> | null> {
  const owner = await readEmbeddedOwner(folder);
  if (owner === null) return null;
  const [data, access] = [findDataFolder(folder), readAccess(folder)];
  const answer = data && access ? await ask(urlOf(access)) : { error: 'postgres.json saknas' };
  if (data && access && !('error' in answer)) {
    return { url: urlOf(access), role: 'guest', origin: 'borrowed', dataFolder: data, stop: async () => undefined };
  }
  // A process that was killed a moment ago may still have been there when we looked.
  if ((await readEmbeddedOwner(folder)) === null) return null;
  throw refusals.ownerUnreachable(folder, owner.pid, 'error' in answer ? answer.error : '');
}

function own(
  folder: string,
  { mark, data, access, origin, exited }: Server,
  onExit: EmbeddedPostgresOptions['onExit'],
): Omit<EmbeddedPostgres, 'startedInMs'> {
  let stopped: Promise<void> | undefined;
  const died = (): void => {
    if (stopped || isAlive(mark)) return;
    letGo();
    stopped = Promise.resolve(resignOwner(folder));
    onExit?.(diedMessage(data, lastWords(logOf(folder)), logOf(folder)));
  };
  // Only a child's death is told; an adopted server is somebody else's child and must be watched.
  const watch = exited ? undefined : setInterval(died, 2000).unref();
  void exited?.then(died);
  const atExit = (): void => askToStop(mark);
  process.once('exit', atExit);
  const letGo = (): void => {
    process.off('exit', atExit);
    clearInterval(watch);
  };
  const stop = async (): Promise<void> => {
    // Whoever starts just now shall find either a server or none, not one on its way down; but stopping comes first.
    const release = await claimStart(folder, 5000).catch(() => () => undefined);
    try {
      await stopServer(mark, data);
      resignOwner(folder);
    } finally {
      letGo();
      release();
    }
  };
  return { url: urlOf(access), role: 'owner', origin, dataFolder: data, stop: () => (stopped ??= stop()) };
}

/** For a program that ends without stopping its server: nothing can be awaited any more. */
function askToStop(mark: string): void {
  try {
    if (isAlive(mark)) process.kill(pidOf(mark), 'SIGINT');
  } catch {
    // It ended by itself in between.
  }
}
