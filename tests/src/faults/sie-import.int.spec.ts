// A SIE file that comes in while its reader or its database is killed: all of it is booked, or nothing.
// FINSAM_FAULTS=long: twenty times; FINSAM_FAULTS_SEED=… for the same moments again.
import { generatedYear, SieWriter } from '@finsam/ledger';
import { issueToken } from '@finsam/platform';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../queue/redis-server';
import { senderTo } from '../queue/small-association';
import { buildProgram } from './built-program';
import { chance } from './chance';
import { type DataFolder, dataFolderWithoutDemo, killAll } from './data-folder';
import { startProgram, type StartedProgram } from './started-program';

const long = process.env['FINSAM_FAULTS'] === 'long';
const ROUNDS = long ? 20 : 3;
const VOUCHERS = 4_000;
/** An undisturbed import of this size takes about as long. */
const LATEST_MS = 900;
const seed = Number(process.env['FINSAM_FAULTS_SEED'] ?? Date.now() % 1_000_000);
const { between } = chance(seed);

jest.setTimeout(long ? 1_200_000 : 300_000);

let folder: DataFolder;
let port: number;
let program: StartedProgram;
const file = Buffer.concat([...new SieWriter().write(generatedYear(VOUCHERS, 1))]);

beforeAll(async () => {
  buildProgram();
  [folder, port] = [await dataFolderWithoutDemo(), await freePort()];
  process.stdout.write(`sie-import: seed ${seed}\n`);
}, 300_000);

afterAll(async () => {
  program?.signal('SIGKILL');
  await folder?.remove();
});

async function start(): Promise<string> {
  program = startProgram(folder.path, port);
  return program.up;
}

/** Killed with it: the program, or every process of its database. */
async function kill(what: 'program' | 'database'): Promise<void> {
  if (what === 'database') killAll(await folder.server());
  program.signal('SIGKILL');
  await program.ended;
}

const slugOf = (round: number) => `bokslut-${round}`;

async function openYear(base: string, slug: string): Promise<void> {
  const operator = senderTo(base, folder.config, 'operator');
  const registered = await operator.post('/v1/associations', { slug, name: 'Ett förbund' }, `register-${slug}`);
  const path = `/v1/associations/${slug}/fiscal-years`;
  const opened = await operator.post(path, { year: 2024, books: 'imported' }, `open-${slug}-2024`);
  expect([registered.status, opened.status]).toEqual([201, 201]);
}

/** The answer's status; 0 when none came. */
async function upload(base: string, slug: string): Promise<number> {
  const headers = {
    authorization: `Bearer ${issueToken(folder.config, 'operator')}`,
    'content-type': 'application/octet-stream',
    'idempotency-key': `import-${slug}`,
  };
  const path = `${base}/v1/associations/${slug}/fiscal-years/2024/sie-imports`;
  try {
    const answer = await fetch(path, { method: 'POST', headers, body: file, signal: AbortSignal.timeout(60_000) });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}

async function vouchersOf(slug: string): Promise<number> {
  const [row] = await folder.query<{ vouchers: number }>(
    `select coalesce(sum(json_array_length(data->'vouchers')), 0)::int as vouchers
       from log.event join registry.association using (association_id)
      where slug = $1 and type = 'VouchersImported'`,
    [slug],
  );
  return row!.vouchers;
}

it(`books a file whole or not at all, killed at ${ROUNDS} moments, and once however often it is sent`, async () => {
  const met = { whole: 0, nothing: 0, answered: 0 };
  let base = await start();
  for (let round = 1; round <= ROUNDS; round++) {
    const slug = slugOf(round);
    await openYear(base, slug);
    const uploading = upload(base, slug);
    await delay(between(0, LATEST_MS));
    await kill(round % 2 === 0 ? 'database' : 'program');
    const status = await uploading;
    base = await start();
    const booked = await vouchersOf(slug);
    expect([0, VOUCHERS]).toContain(booked);
    // What was answered is in the log.
    if (status === 201) expect(booked).toBe(VOUCHERS);
    met[booked === 0 ? 'nothing' : 'whole']++;
    if (status === 201) met.answered++;
    expect(await upload(base, slug)).toBe(201);
    expect(await vouchersOf(slug)).toBe(VOUCHERS);
  }
  process.stdout.write(`  ${met.nothing} times nothing, ${met.whole} times whole, ${met.answered} answered\n`);
});
