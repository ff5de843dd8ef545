// kill -9 of the whole program, at moments of chance, under writers that remember every answer. FINSAM_FAULTS=long for
// 40 rounds; FINSAM_FAULTS_SEED=… for the same blows again.
import { freePort } from '../queue/redis-server';
import { auditAcknowledged, auditLog, countUnanswered } from './audit';
import { auditReadModels, auditReports, expireLeases } from './audit-derived';
import { type Books, newBooks, sendAgain } from './books';
import { buildProgram } from './built-program';
import { chance } from './chance';
import { type DataFolder, dataFolderWithoutDemo, killAll } from './data-folder';
import { startProgram, type StartedProgram } from './started-program';
import { writeUntilTheBlow } from './writing';

const long = process.env['FINSAM_FAULTS'] === 'long';
const VICTIMS = ['program', 'program and database', 'database'] as const;
const ROUNDS = long ? 40 : VICTIMS.length;
const seed = Number(process.env['FINSAM_FAULTS_SEED'] ?? Date.now() % 1_000_000);

jest.setTimeout(long ? 3_600_000 : 300_000);

interface Round {
  readonly name: string;
  readonly victim: (typeof VICTIMS)[number];
  /** The blow falls so many milliseconds after so many acknowledgements. */
  readonly acknowledgements: number;
  readonly afterMs: number;
}

function planned(): Round[] {
  const { between, shuffled } = chance(seed);
  const victims = Array.from({ length: Math.ceil(ROUNDS / VICTIMS.length) }, () => shuffled(VICTIMS)).flat();
  return victims.slice(0, ROUNDS).map((victim, index) => ({
    name: `r${index + 1}`,
    victim,
    acknowledgements: between(1, 60),
    afterMs: between(0, 25),
  }));
}

let folder: DataFolder;
let port: number;
let program: StartedProgram;
let url: string;
const everything: Books[] = [];

beforeAll(async () => {
  buildProgram();
  [folder, port] = [await dataFolderWithoutDemo(), await freePort()];
  await start();
  process.stdout.write(`kill -9: seed ${seed}, ${ROUNDS} rounds\n`);
}, 300_000);

afterAll(async () => {
  program?.signal('SIGKILL');
  await program?.ended;
  await folder?.remove();
});

async function start(): Promise<void> {
  program = startProgram(folder.path, port);
  url = await program.up;
}

it.each(planned())(
  'loses and doubles nothing when the $victim is killed ($name: $acknowledgements answers + $afterMs ms)',
  async ({ name, victim, acknowledgements, afterMs }) => {
    const books = await Promise.all(
      ['a', 'b'].map((which) => newBooks([url, url], folder, `forbund-${name}-${which}`)),
    );
    everything.push(...books);
    const aim = async () => {
      const server = await folder.server();
      return () => strike(victim, server);
    };
    await writeUntilTheBlow(books, name, { acknowledgements, afterMs, aim, silences: [0, 1] });
    const ended = await program.ended;
    if (victim === 'database') expect(ended).toMatchObject({ code: 1, errors: expect.stringContaining('stannade') });
    const from = performance.now();
    await start();
    const startedMs = Math.round(performance.now() - from);
    const cutOff = await expireLeases(folder);
    const unanswered = await countUnanswered(folder, books);
    // Before anything is sent again, which would hide a loss.
    for (const each of everything) await auditAcknowledged(folder, each);
    for (const each of books) await sendAgain(each);
    const heads = new Map<Books, number>();
    for (const each of everything) heads.set(each, await auditLog(folder, each));
    await auditReadModels(folder, books, (each) => heads.get(each)!);
    let reports = 0;
    for (const each of books) reports += await auditReports(folder, each);
    const sent = books.reduce((sum, each) => sum + each.sent.size, 0);
    process.stdout.write(
      `  ${name} ${victim}: ${sent} costs, ${unanswered.sent} unanswered, ${unanswered.stored} of them stored; ` +
        `${reports} reports, ${cutOff} cut off; up again in ${startedMs} ms\n`,
    );
  },
);

function strike(victim: Round['victim'], server: readonly number[]): void {
  if (victim !== 'database') program.signal('SIGKILL');
  if (victim !== 'program') killAll(server);
}
