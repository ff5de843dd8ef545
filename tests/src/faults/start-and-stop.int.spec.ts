// `finsam start` from a user's side: what it says, what it leaves behind, and what it finds again.
import { existsSync, readdirSync, renameSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../queue/redis-server';
import { buildProgram } from './built-program';
import { type DataFolder, emptyDataFolder } from './data-folder';
import { type Ended, startProgram, type StartedProgram } from './started-program';

jest.setTimeout(120_000);

let folder: DataFolder;
let port: number;
const programs: StartedProgram[] = [];

beforeAll(async () => {
  buildProgram();
  [folder, port] = [emptyDataFolder(), await freePort()];
}, 300_000);

afterEach(async () => {
  for (const program of programs.splice(0)) {
    program.signal('SIGKILL');
    await program.ended;
  }
});
afterAll(() => folder?.remove());

function start(): StartedProgram {
  const program = startProgram(folder.path, port);
  programs.push(program);
  return program;
}

/** Asks it to end, and looks whether it left anything running. */
async function stop(program: StartedProgram, signal: NodeJS.Signals = 'SIGINT'): Promise<Ended> {
  program.signal(signal);
  const ended = await program.ended;
  expect(await folder.server()).toEqual([]);
  await (await listenOn(port)).close();
  return ended;
}

const STOPPED = { code: 0, signal: null, errors: '\nStoppar …\n' };

/** How far every log has come: by association and kind. */
const heads = () => folder.query('select association_id, kind, position from log.head order by 1, 2');

// One folder's life, from its first minute: each part goes on where the one before left off.
it('leaves no database running when Ctrl-C comes before it is up', async () => {
  const program = start();
  while (!existsSync(join(folder.path, 'pgdata', 'postmaster.pid'))) await delay(5);
  const ended = await stop(program);
  expect(ended).toMatchObject({ code: 2, output: '' });
  expect(oneLine(ended)).toBe('Starten avbröts.\n');
});

it('stops at Ctrl-C without a complaint while it loads its demo', async () => {
  const program = start();
  await program.up;
  expect(await stop(program)).toMatchObject(STOPPED);
});

it('loads the rest at the next start, and finds all of it at the one after', async () => {
  const [first, firstMs] = await timed(start());
  const before = await heads();
  expect(await stop(first)).toMatchObject(STOPPED);
  const [second, secondMs] = await timed(start());
  expect(await heads()).toEqual(before);
  expect(await stop(second, 'SIGTERM')).toMatchObject(STOPPED);
  process.stdout.write(`finsam start: ready in ${firstMs} ms at first, in ${secondMs} ms when the data is there\n`);
});

it('refuses to start a second time on the same data, and lets the first be', async () => {
  const first = start();
  const url = await first.up;
  const second = await startProgram(folder.path, await freePort()).ended;
  expect(second).toMatchObject({ code: 2, output: '' });
  expect(oneLine(second)).toContain(`redan igång med datamappen ${folder.path} (process ${first.pid})`);
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  expect(await stop(first)).toMatchObject(STOPPED);
});

it('says in one sentence that its port is taken, and leaves no database running', async () => {
  const taken = await listenOn(port);
  const ended = await start().ended;
  await taken.close();
  expect(ended).toMatchObject({ code: 2, output: '' });
  expect(oneLine(ended)).toContain(`Port ${port} på 127.0.0.1 är upptagen.`);
  expect(await folder.server()).toEqual([]);
});

it('says in one sentence that its data is damaged, and does not touch it', async () => {
  const data = join(folder.path, 'pgdata');
  renameSync(join(data, 'global', 'pg_control'), join(folder.path, 'pg_control'));
  const before = everythingIn(data);
  const ended = await start().ended;
  expect(ended).toMatchObject({ code: 1, output: '' });
  expect(oneLine(ended)).toContain(`Databasens mapp ${data} är skadad: global/pg_control saknas.`);
  expect(everythingIn(data)).toEqual(before);
  renameSync(join(folder.path, 'pg_control'), join(data, 'global', 'pg_control'));
  const mended = start();
  await mended.up;
  expect(await stop(mended)).toMatchObject({ code: 0 });
});

async function timed(program: StartedProgram): Promise<[StartedProgram, number]> {
  const from = performance.now();
  await program.ready;
  return [program, Math.round(performance.now() - from)];
}

function oneLine({ errors }: Ended): string {
  expect(errors).toMatch(/^[^\n]+\n$/);
  return errors;
}

/** Path, size, time and rights of every file. */
function everythingIn(data: string): string[] {
  const names = readdirSync(data, { recursive: true, encoding: 'utf8' }).sort();
  return names.map((name) => {
    const { size, mtimeMs, mode, uid } = statSync(join(data, name));
    return [name, size, mtimeMs, mode, uid].join(' ');
  });
}

function listenOn(wanted: number): Promise<{ close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server: Server = createServer()
      .once('error', reject)
      .listen(wanted, '127.0.0.1', () => {
        resolve({ close: () => new Promise((closed) => void server.close(() => closed())) });
      });
  });
}
