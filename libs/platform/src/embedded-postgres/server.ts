// Gets the one server of a folder that has no living owner: adopts what still runs, or starts it.
import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkData, findDataFolder, mendPermissions } from './data-folder';
import { refusals } from './errors';
import { findBinaries, nativeFolder, run, type Binaries } from './machine/binaries';
import { allowStalePid, launch, tellingLine } from './machine/launch';
import { isAlive } from './machine/process-mark';
import { ask, readPidFile, runningServer, stopServer, type ServerFacts } from './machine/running-server';
import { chooseUser } from './machine/unprivileged-user';
import { createData } from './new-data';
import { SUPERUSER, readAccess, saveAccess, urlOf, type Access } from './our-folder';

/** What a test may replace of the world around. */
export interface Surroundings {
  native: () => string;
  /** Where copies and data go when the server's user cannot reach our folder: beginnings of paths, best first. */
  prefixes: (folder: string) => string[];
  freePort: () => Promise<number>;
}

export const surroundings: Surroundings = {
  native: nativeFolder,
  prefixes: (folder) => (process.getuid?.() === 0 ? ['/var/lib/finsambok/', '/var/tmp/finsambok-'] : [`${folder}/`]),
  freePort: async () => (await tryPort(0)) ?? 0,
};

export interface Start {
  folder: string;
  durable: boolean;
  maxConnections: number;
  world: Surroundings;
}

export interface Server {
  origin: 'started' | 'adopted';
  mark: string;
  data: string;
  access: Access;
  exited?: Promise<void>;
}

export async function haveServer(start: Start): Promise<Server> {
  const { folder, world } = start;
  let data = findDataFolder(folder);
  const user = chooseUser(data === null ? null : statSync(data));
  const binaries = await findBinaries(world.native(), user, world.prefixes(folder));
  let access = readAccess(folder);
  if (data === null) {
    // Recorded first: data whose password is nowhere is worth nothing.
    access = renewAccess(folder, 0);
    data = await createData(binaries, { ...start, password: access.password, prefixes: world.prefixes(folder) });
  } else {
    checkData(data, binaries.version);
    mendPermissions(data, user);
    const adopted = await adopt(start, data, binaries.version);
    if (adopted) return adopted;
    access ??= renewAccess(folder, 0);
  }
  const server = await startServer(start, binaries, { data, access });
  const answer = await ask(urlOf(server.access));
  if (!('error' in answer)) return server;
  await stopServer(server.mark, data);
  // Our password was lost, or the data is from a time with another.
  if (answer.error !== '28P01') throw refusals.exitedAtStart(data, answer.error, logOf(folder));
  return startServer(start, binaries, { data, access: await resetPassword(start, binaries, data) });
}

/** Takes over what a killed owner left running, if it is as we want it; else stops it. Null: start a new one. */
async function adopt(start: Start, data: string, version: string): Promise<Server | null> {
  const mark = runningServer(data);
  if (mark === null) return null;
  const { durable, maxConnections } = start;
  const wanted: ServerFacts = { data, fsync: durable ? 'on' : 'off', maxConnections, version };
  const giveUpAt = Date.now() + 300_000;
  for (let refused = 0; isAlive(mark) && Date.now() < giveUpAt && refused < 40; await sleep(25)) {
    const [access, port] = [readAccess(start.folder), readPidFile(data)?.port];
    if (access === null) break;
    const answer = port ? await ask(urlOf({ ...access, port })) : { error: 'ECONNREFUSED' };
    if (!('error' in answer)) {
      if (JSON.stringify({ ...wanted, ...answer }) !== JSON.stringify(wanted)) break;
      const found = { password: access.password, port: port ?? 0 };
      saveAccess(start.folder, found);
      return { origin: 'adopted', mark, data, access: found };
    }
    if (answer.error === 'ECONNREFUSED') refused += 1;
    // 57P03: it is recovering or shutting down, and will soon be either ready or gone.
    else if (answer.error !== '57P03') break;
  }
  await stopServer(mark, data);
  return null;
}

async function startServer(
  start: Start,
  binaries: Binaries,
  { data, access }: { data: string; access: Access },
): Promise<Server> {
  const logFile = logOf(start.folder);
  const { durable, world, folder } = start;
  let port = (access.port && (await tryPort(access.port))) || (await world.freePort());
  for (let otherPorts = 0, waits = 0; ;) {
    const chosen = { password: access.password, port };
    saveAccess(folder, chosen);
    const launched = await launch({ binaries, data, port, durable, maxConnections: start.maxConnections, logFile });
    if (launched.ready) return { origin: 'started', data, access: chosen, ...launched };
    const { log } = launched;
    if (/No space left/.test(log)) throw refusals.diskFull(data);
    if (/Address already in use/.test(log) && otherPorts++ < 3) port = await world.freePort();
    // Backends of a killed server live on until they notice; PostgreSQL rightly waits for them, and so do we.
    else if (/pre-existing shared memory block/.test(log) && waits++ < 100) await sleep(100);
    else throw refusals.exitedAtStart(data, tellingLine(log), logFile);
  }
}

/** The files are ours, so a lost password is no loss: the server run by hand, without network, sets a new one. */
async function resetPassword(start: Start, binaries: Binaries, data: string): Promise<Access> {
  const access = renewAccess(start.folder, readAccess(start.folder)?.port ?? 0);
  const { output } = await run(binaries.postgres, ['--single', '-D', data, 'postgres'], binaries.user, {
    input: `alter role ${SUPERUSER} login superuser password '${access.password}'\n`,
    env: allowStalePid(data),
  });
  if (/ERROR|FATAL|PANIC/.test(output)) {
    throw refusals.exitedAtStart(data, tellingLine(output), logOf(start.folder));
  }
  return access;
}

export const logOf = (folder: string): string => path.join(folder, 'postgres.log');

function renewAccess(folder: string, port: number): Access {
  const access = { port, password: randomBytes(32).toString('base64url') };
  saveAccess(folder, access);
  return access;
}

/** The port if it is free on our address, or any free one for 0; null when it is taken. */
function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const found = (server.address() as { port: number }).port;
      server.close(() => resolve(found));
    });
  });
}
