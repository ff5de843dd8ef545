// An append is acknowledged only when the disk has it: seen from outside, in the system calls of the backend.
import { randomBytes } from 'node:crypto';
import { associationId } from '@finsam/kernel';
import {
  Databases,
  type EmbeddedPostgres,
  type EventToAppend,
  LogSignal,
  PostgresEventStore,
  recordOf,
  registerAssociation,
  startEmbeddedPostgres,
  urlFor,
} from '@finsam/platform';
import { type DataFolder, dataFolderWithoutDemo } from './data-folder';
import { type Step, trace, tracingRefused } from './traced-backend';

const refused = tracingRefused();
if (refused) process.stdout.write(`on-disk: skipped, ${refused}\n`);

const APPENDS = 50;

jest.setTimeout(120_000);

let folder: DataFolder;
let server: EmbeddedPostgres;

beforeAll(async () => {
  if (refused) return;
  folder = await dataFolderWithoutDemo();
  server = await startEmbeddedPostgres({ folder: folder.path, durable: true });
  // Nobody else is to flush the log in passing, for then the backend need not, and the trace would not show it.
  for (const setting of [`wal_writer_delay = '10s'`, 'autovacuum = off'])
    await folder.query(`alter system set ${setting}`);
  await folder.query('select pg_reload_conf()');
}, 120_000);

afterAll(async () => {
  await server?.stop();
  await folder?.remove();
});

const event = (): EventToAppend => {
  const commandId = randomBytes(8).toString('hex');
  const meta = { commandId, commandHash: 'h', ordinal: 0, actor: 'a', correlationId: 'c' };
  const id = `00000000-0000-8000-8000-${randomBytes(6).toString('hex')}`;
  return { id, type: 'Written', schemaVersion: 1, data: '{}', meta };
};

/** Appends one after the other on one connection, and tells what its backend did meanwhile. */
async function traceAppends(slug: string, settings = ''): Promise<Step[]> {
  const url = `${server.url}${settings}`;
  const databases = new Databases(folder.config, url, { perLogin: 1 });
  const store = new PostgresEventStore(databases, new LogSignal(urlFor(folder.config, url, 'dispatcher')));
  try {
    const association = associationId(await registerAssociation(databases, slug));
    const log = recordOf(association);
    // The first opens the connection and prepares the statement.
    await store.append(log, 's', -1, [event()]);
    const { rows } = await databases.association(association).query<{ pid: number }>('select pg_backend_pid() as pid');
    const traced = await trace(rows[0]!.pid);
    for (let n = 0; n < APPENDS; n++) await store.append(log, 's', n, [event()]);
    return await traced.steps();
  } finally {
    await databases.close();
  }
}

/** Answers that no flush came before since the answer before them. */
const unsafe = (steps: readonly Step[]) => steps.filter((step, i) => step === 'answer' && steps[i - 1] !== 'flush');

const whereTraced = refused ? it.skip : it;

whereTraced('forces the log to the disk before each acknowledgement', async () => {
  const steps = await traceAppends('sakert');
  expect(steps.filter((step) => step === 'answer')).toHaveLength(APPENDS);
  expect(unsafe(steps)).toEqual([]);
});

whereTraced('would be found out, if a session were told not to wait for the disk', async () => {
  const steps = await traceAppends('osakert', '?options=-c%20synchronous_commit%3Doff');
  expect(steps.filter((step) => step === 'answer')).toHaveLength(APPENDS);
  expect(unsafe(steps)).not.toEqual([]);
});
