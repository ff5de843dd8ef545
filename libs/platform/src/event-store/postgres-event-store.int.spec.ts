import { associationId } from '@finsam/kernel';
import { Client } from 'pg';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { recordOf } from './event-store';
import { eventStoreContract } from './event-store.contract';
import { LogSignal } from './log-signal';
import { PostgresEventStore } from './postgres-event-store';
import { urlFor } from '../databases/purposes';

/** The last one is never registered. */
const ROOM = 120;

describe('the event store in PostgreSQL', () => {
  let db: TestDatabase;
  let far: LogSignal;
  let n = 0;
  beforeAll(async () => {
    db = await testDatabase([], { associations: ROOM });
    far = new LogSignal(urlFor(db.config, db.url, 'dispatcher'));
  });
  afterAll(async () => {
    await far.stop();
    await db.close();
  });

  eventStoreContract(async () => ({
    store: db.store,
    log: recordOf(await db.register(`a-${++n}`)),
    other: recordOf(await db.register(`b-${n}`)),
    missing: recordOf(associationId(ROOM)),
  }));

  it('carries the news of an append to another process within its own connection', async () => {
    const association = await db.register('news');
    await far.start();
    // News of earlier appends may still be under way.
    const heard = new Promise<void>((resolve) => far.listen((owner) => owner === association && resolve()));
    const store = new PostgresEventStore(db.databases, db.signal);
    const meta = { commandId: 'c', commandHash: 'h', ordinal: 0, actor: 'a', correlationId: 'c' };
    const id = '00000000-0000-8000-8000-000000000000';
    await store.append(recordOf(association), 's', -1, [{ id, type: 'T', schemaVersion: 1, data: '{}', meta }]);
    await heard;
  });

  it('hears again after its connection was lost, and is woken at once for what it may have missed', async () => {
    const association = await db.register('broken line');
    const lost = new LogSignal(urlFor(db.config, db.url, 'dispatcher'));
    try {
      await lost.start();
      const wokenFor = (owner: number) =>
        new Promise<void>((resolve) => {
          const stop = lost.listen((told) => told === owner && (stop(), resolve()));
        });
      const woken = wokenFor(0);
      const admin = new Client({ connectionString: db.url });
      await admin.connect();
      await admin.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'finsam signal'",
      );
      await admin.end();
      await woken;
      const told = wokenFor(association);
      const meta = { commandId: 'c2', commandHash: 'h', ordinal: 0, actor: 'a', correlationId: 'c' };
      const event = { id: '00000000-0000-8000-8000-000000000001', type: 'T', schemaVersion: 1, data: '{}', meta };
      const write = async () => db.store.append(recordOf(association), 's', -1, [event]);
      await write();
      await told;
    } finally {
      await lost.stop();
    }
  });

  it('lets no role of a process change or remove what is written', async () => {
    const own = db.databases.association(associationId(1));
    for (const statement of [
      'update log.event set type = type',
      'delete from log.event',
      'truncate log.event',
      'update log.head set position = 0',
    ]) {
      await expect(own.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
  });
});
