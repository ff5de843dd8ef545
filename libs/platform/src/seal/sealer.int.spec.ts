import type { AssociationId } from '@finsam/kernel';
import { eventId } from '../commands/command-ids';
import type { Database } from '../databases/databases';
import { NO_STREAM, recordOf } from '../event-store/event-store';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { genesis, link } from './chain';
import { SEAL_EVENTS_MAX } from './seal-row';
import { sealAt, sealLog, unsealedLogs } from './sealer';
import { readStoredEvents } from './stored-log';

jest.setTimeout(60_000);

let db: TestDatabase;
let association: AssociationId;
let own: Database;
let n = 0;
beforeAll(async () => (db = await testDatabase([], { associations: 20 })));
afterAll(() => db.close());
beforeEach(async () => {
  association = await db.register(`f-${++n}`);
  own = db.databases.association(association);
});

async function append(count: number): Promise<void> {
  const commandId = `c-${++n}`;
  const events = Array.from({ length: count }, (_, ordinal) => {
    const meta = { commandId, commandHash: 'h', ordinal, actor: 'a', correlationId: 'c' };
    const id = eventId(association, 'record', commandId, ordinal);
    return { id, type: 'Räknat', schemaVersion: 1, data: `{ "n" : ${ordinal} }`, meta };
  });
  await db.store.append(recordOf(association), commandId, NO_STREAM, events);
}

/** The chain reckoned from the events alone. */
async function hashes(): Promise<string[]> {
  const { rows } = await own.query<{ log_id: string }>('select log_id from log.head where kind = 1');
  let last = genesis({ logId: rows[0]!.log_id, kind: 'record' });
  const all = [last];
  for (const event of await readStoredEvents(own, recordOf(association), 0, 10_000))
    all.push((last = link(last, event)));
  return all.map((hash) => hash.toString('hex'));
}

it('gives the hash of the log at any position, whatever batches it was sealed in', async () => {
  for (const count of [1, 3, 2]) {
    await append(count);
    await sealLog(own, recordOf(association));
  }
  await append(SEAL_EVENTS_MAX + 5);
  const expected = await hashes();
  for (const position of [0, 1, 2, 3, 4, 5, 6, 7, SEAL_EVENTS_MAX + 6, SEAL_EVENTS_MAX + 7, SEAL_EVENTS_MAX + 11]) {
    expect(await sealAt(own, recordOf(association), position)).toBe(expected[position]);
  }
  const { rows } = await own.query<{ position: number }>('select position from log.seal order by position');
  expect(rows.map(({ position }) => position)).toEqual([1, 4, 6, SEAL_EVENTS_MAX + 6, SEAL_EVENTS_MAX + 11]);
});

it('refuses to tell the hash of what has not been written', async () => {
  await append(2);
  await expect(sealAt(own, recordOf(association), 3)).rejects.toMatchObject({ code: 'seal/beyond-log' });
});

it('seals each event once though many seal at the same time', async () => {
  for (let i = 0; i < 10; i++) {
    await append(3);
    await Promise.all(Array.from({ length: 6 }, () => sealLog(own, recordOf(association))));
  }
  expect(await sealAt(own, recordOf(association), 30)).toBe((await hashes())[30]);
  const { rows } = await own.query<{ sum: number }>('select sum(octet_length(links)) / 32 as sum from log.seal');
  expect(Number(rows[0]!.sum)).toBe(30);
});

it('takes no seal that leaves a gap, overlaps, or passes the end of the log', async () => {
  await append(4);
  const write = async (position: number, events: number) => {
    const links = Buffer.alloc(32 * events, 7);
    const { rows } = await own.query<{ written: boolean }>('select log.write_seal(1::smallint, $1, $2) as written', [
      position,
      links,
    ]);
    return rows[0]!.written;
  };
  expect(await write(3, 2)).toBe(false);
  expect(await write(5, 5)).toBe(false);
  expect(await write(2, 2)).toBe(true);
  expect(await write(2, 2)).toBe(false);
  expect(await write(3, 2)).toBe(false);
  for (const statement of ["update log.seal set links = '\\x00'", 'delete from log.seal', 'truncate log.seal']) {
    await expect(own.query(statement)).rejects.toMatchObject({ code: '42501' });
  }
});

it('finds the logs that have grown since they were sealed', async () => {
  await append(1);
  expect(await unsealedLogs(db.databases)).toContainEqual(recordOf(association));
  await sealLog(own, recordOf(association));
  expect(await unsealedLogs(db.databases)).not.toContainEqual(recordOf(association));
});
