// kill -9 of one part of an installation, at moments of chance: whatever lives on must find its way by itself.
// FINSAM_FAULTS=long for 40 rounds; FINSAM_FAULTS_SEED=… for the same blows again.
import { setTimeout as delay } from 'node:timers/promises';
import { auditAcknowledged, auditLog, auditSeals, countUnanswered } from './audit';
import { auditReadModels, auditReports, expireLeases } from './audit-derived';
import { type Books, newBooks, sendAgain, type Via } from './books';
import { buildProgram } from './built-program';
import { chance } from './chance';
import { killAll } from './data-folder';
import { type Parts, startParts } from './parts';
import { writeUntilTheBlow } from './writing';

const long = process.env['FINSAM_FAULTS'] === 'long';
const VICTIMS = ['api', 'projector', 'worker', 'backend', 'postmaster'] as const;
type Victim = (typeof VICTIMS)[number];
const ROUNDS = long ? 40 : VICTIMS.length;
const seed = Number(process.env['FINSAM_FAULTS_SEED'] ?? Date.now() % 1_000_000);

jest.setTimeout(long ? 3_600_000 : 300_000);

/** Who may be left without an answer; nobody, when it is a part that no sender speaks to. */
const SILENCES: Readonly<Record<Victim, readonly Via[]>> = {
  api: [0],
  projector: [],
  worker: [],
  backend: [0, 1],
  postmaster: [0, 1],
};

function planned() {
  const { between, shuffled } = chance(seed);
  const victims = Array.from({ length: Math.ceil(ROUNDS / VICTIMS.length) }, () => shuffled(VICTIMS)).flat();
  return victims.map((victim, index) => ({
    round: `r${index + 1}`,
    victim,
    acknowledgements: between(1, 80),
    afterMs: between(0, 25),
    which: between(0, 999),
    // The logs grow with every round, and what is made from them takes its time to make again.
    isThorough: index === victims.length - 1 || (long && index % VICTIMS.length === VICTIMS.length - 1),
  }));
}

let parts: Parts;
let books: readonly Books[];

beforeAll(async () => {
  buildProgram();
  parts = await startParts();
  books = await Promise.all(['a', 'b'].map((which) => newBooks(parts.urls, parts.folder, `forbund-${which}`)));
  process.stdout.write(`kill -9 of parts: seed ${seed}, ${ROUNDS} rounds\n`);
}, 300_000);

afterAll(() => parts?.remove());

it.each(planned())(
  'loses and doubles nothing when the $victim is killed ($round: $acknowledgements answers + $afterMs ms)',
  async ({ round, victim, acknowledgements, afterMs, which, isThorough }) => {
    const { folder } = parts;
    const aim = () => aimAt(victim, which);
    await writeUntilTheBlow(books, round, { acknowledgements, afterMs, aim, silences: SILENCES[victim] });
    const from = performance.now();
    await healed(victim);
    const healedMs = Math.round(performance.now() - from);
    await expireLeases(folder);
    const unanswered = await countUnanswered(folder, books);
    // Before anything is sent again, which would hide a loss.
    for (const each of books) await auditAcknowledged(folder, each);
    for (const each of books) await sendAgain(each);
    const heads = new Map<Books, number>();
    for (const each of books) heads.set(each, await auditLog(folder, each));
    if (isThorough) {
      for (const each of books) await auditReports(folder, each);
      await auditReadModels(folder, books, (each) => heads.get(each)!);
      await auditSeals(folder);
    }
    process.stdout.write(
      `  ${round} ${victim}: ${[...heads.values()].join(' + ')} events, ` +
        `${unanswered.sent} unanswered, ${unanswered.stored} of them stored; whole again in ${healedMs} ms\n`,
    );
  },
);

async function aimAt(victim: Victim, which: number): Promise<() => void> {
  if (victim === 'backend') {
    const clients = await parts.folder.query<{ pid: number }>(
      // Those of the associations: they append, fold and work reports.
      `select pid from pg_stat_activity where usename ~ '_a[0-9]+$' order by pid`,
    );
    return () => killAll([clients[which % clients.length]!.pid]);
  }
  if (victim === 'postmaster') {
    const [postmaster] = await parts.folder.server();
    return () => killAll([postmaster!]);
  }
  return async () => parts.running(victim).signal('SIGKILL');
}

/** Only what was killed is started, and a database that lost a backend starts anew by itself. */
async function healed(victim: Victim): Promise<void> {
  if (victim === 'postmaster') await parts.reviveDatabase();
  if (victim === 'backend' || victim === 'postmaster') {
    await parts.ready();
    expect(parts.dead()).toEqual([]);
    return;
  }
  while (parts.dead().length === 0) await delay(5);
  expect(parts.dead()).toMatchObject([{ part: victim }]);
  await parts.start(victim);
}
