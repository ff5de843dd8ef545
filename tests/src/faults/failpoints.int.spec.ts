// Every failpoint is met while eight writers write: one process of each kind is started to die at its own.
// FINSAM_FAULTS=long: several times each, at passages of chance; FINSAM_FAULTS_SEED=… for the same ones again.
import { setTimeout as delay } from 'node:timers/promises';
import { type Failpoint, FAILPOINTS } from '@finsam/platform';
import { auditAcknowledged, auditLog, auditSeals, countUnanswered } from './audit';
import { auditReadModels, auditReports, expireLeases } from './audit-derived';
import { type Books, newBooks, sendAgain } from './books';
import { buildProgram } from './built-program';
import { chance } from './chance';
import { type Parts, startParts } from './parts';
import { writeEverywhere } from './writing';

const long = process.env['FINSAM_FAULTS'] === 'long';
const TIMES = long ? 5 : 1;
const seed = Number(process.env['FINSAM_FAULTS_SEED'] ?? Date.now() % 1_000_000);

jest.setTimeout(long ? 3_600_000 : 300_000);

type Kind = keyof typeof FAILPOINTS;

interface Death {
  readonly kind: Kind;
  readonly failpoint: Failpoint;
  readonly passage: number;
}

const KINDS = Object.keys(FAILPOINTS) as Kind[];
/** A seal is written each second and a report ordered now and then; appends and batches come by the hundred. */
const LAST_PASSAGE = { api: 30, projector: 10, worker: 3, rebuild: 5 } satisfies Record<Kind, number>;
const PAUSE_MS = 30;
const isSeldom = (failpoint: Failpoint) => failpoint.startsWith('seal');

/** In each round the next failpoint of every kind, until all have been met. */
function planned(): { round: string; deaths: Death[]; names: string; isLast: boolean }[] {
  const { between } = chance(seed);
  const perKind = Math.max(...KINDS.map((kind) => FAILPOINTS[kind].length));
  const count = perKind * TIMES;
  return Array.from({ length: count }, (_, index) => {
    const deaths = KINDS.flatMap((kind) => {
      const failpoint = FAILPOINTS[kind][index % perKind];
      const passage = failpoint && isSeldom(failpoint) ? 1 : between(1, LAST_PASSAGE[kind]);
      return failpoint ? [{ kind, failpoint, passage }] : [];
    });
    const names = deaths.map(({ failpoint, passage }) => `${failpoint}:${passage}`).join(', ');
    return { round: `r${index + 1}`, deaths, names, isLast: index === count - 1 };
  });
}

let parts: Parts;
let books: readonly Books[];

beforeAll(async () => {
  buildProgram();
  parts = await startParts();
  books = await Promise.all(['a', 'b'].map((which) => newBooks(parts.urls, parts.folder, `forbund-${which}`)));
  process.stdout.write(`failpoints: seed ${seed}\n`);
}, 300_000);

afterAll(() => parts?.remove());

it.each(planned())('loses and doubles nothing when processes die at $names', async ({ round, deaths, isLast }) => {
  const { folder } = parts;
  const apiDies = deaths.some(({ kind }) => kind === 'api');
  let [struck, apiHasDied] = [false, false];
  // All at their places before the first is written.
  await Promise.all(deaths.map(({ kind, ...armed }) => kind !== 'rebuild' && parts.start(kind, armed)));
  const dying = Promise.all(
    deaths.map(async (death) => {
      if (death.kind === 'rebuild') return rebuildTwice(death);
      const ended = await parts.running(death.kind).ended;
      if (death.kind === 'api') apiHasDied = true;
      expect(ended).toMatchObject(KILLED);
      // What it held may be taken at once.
      if (death.kind === 'worker') await expireLeases(folder);
      await parts.start(death.kind);
    }),
  ).finally(() => (struck = true));
  const writing = writeEverywhere(books, round, {
    get struck() {
      return struck;
    },
    // The answer may be missed a moment before the death is known. The other API is not to notice anything.
    excuses: async (via) => {
      for (let tries = 0; via === 0 && apiDies && !apiHasDied && tries < 250; tries++) await delay(20);
      return via === 0 && apiHasDied;
    },
    // Whoever starts needs the processors more than whoever writes.
    acknowledged: () => delay(PAUSE_MS),
  });
  await Promise.all([dying, writing]);
  expect(parts.dead()).toEqual([]);
  await expireLeases(folder);
  const unanswered = await countUnanswered(folder, books);
  for (const each of books) await auditAcknowledged(folder, each);
  for (const each of books) await sendAgain(each);
  const heads = new Map<Books, number>();
  for (const each of books) heads.set(each, await auditLog(folder, each));
  const events = [...heads.values()].join(' + ');
  process.stdout.write(`  ${round}: ${events} events, ${unanswered.sent} unanswered, ${unanswered.stored} stored\n`);
  if (!isLast) return;
  for (const each of books) await auditReports(folder, each);
  await auditReadModels(folder, books, (each) => heads.get(each)!);
  await auditSeals(folder);
});

/** Nobody else kills it: that it ended by this signal shows that the failpoint lies where the process comes by. */
const KILLED = { code: null, signal: 'SIGKILL', errors: '' };

/** The second finds what the first has left behind. */
async function rebuildTwice(armed: Omit<Death, 'kind'>): Promise<void> {
  expect(await parts.finsam(['rebuild'], armed).ended).toMatchObject(KILLED);
  expect(await parts.finsam(['rebuild']).ended).toMatchObject({ code: 0, errors: '' });
}
