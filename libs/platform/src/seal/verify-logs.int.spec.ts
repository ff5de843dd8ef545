// Tampering in the database itself, by whoever administers it: what verification then says.
import type { AssociationId } from '@finsam/kernel';
import { Client } from 'pg';
import { eventId } from '../commands/command-ids';
import { recordOf } from '../event-store/event-store';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { signHeads } from './anchoring';
import { sealLog } from './sealer';
import type { Anchor } from './signing';
import { strayEvents, verifyLogs } from './verify-logs';

jest.setTimeout(60_000);

let db: TestDatabase;
let admin: Client;
let association: AssociationId;
let anchors: Anchor[];
let n = 0;
beforeAll(async () => {
  db = await testDatabase([], { associations: 60 });
  admin = new Client({ connectionString: db.url });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await db.close();
});
beforeEach(async () => {
  association = await db.register(`f-${++n}`);
  for (let i = 0; i < 12; i++) {
    const commandId = `c-${i}`;
    const meta = { commandId, commandHash: 'h', ordinal: 0, actor: 'a', correlationId: 'åäö' };
    const id = eventId(association, 'record', commandId, 0);
    const event = { id, type: 'Räknat', schemaVersion: 1, data: `{"n":${i}}`, meta };
    await db.store.append(recordOf(association), `s${i % 3}`, Math.floor(i / 3) - 1, [event]);
    if (i % 4 === 3) await sealLog(db.databases.association(association), recordOf(association));
  }
  // Logs of earlier tests are broken by now; they must not keep this one back.
  const all = await signHeads(db.databases, db.config, '2026-01-31', () => undefined);
  anchors = all.filter(({ slug }) => slug === `f-${n}`);
});

/** Codes and positions of what is found in the association's record. */
async function found(kept: readonly Anchor[] = []): Promise<string[]> {
  const verdicts = [];
  for await (const verdict of verifyLogs(db.databases, kept, `f-${n}`)) verdicts.push(verdict);
  expect(verdicts.map(({ kind }) => kind)).toEqual(['record', 'audit']);
  return verdicts.flatMap(({ verification }) =>
    verification.findings.map(({ code, position }) => `${code} ${position}`),
  );
}
const tamper = (statement: string) => admin.query(statement.replaceAll('$me', String(association)));
const EVENT = 'log.event set';
const AT = 'where association_id = $me and kind = 1 and position =';

it('says of an untouched log that it is sound, and of one that has grown what no seal covers yet', async () => {
  expect(await found(anchors)).toEqual([]);
  const meta = { commandId: 'new', commandHash: 'h', ordinal: 0, actor: 'a', correlationId: 'c' };
  const event = { id: eventId(association, 'record', 'new', 0), type: 'T', schemaVersion: 1, data: '{}', meta };
  await db.store.append(recordOf(association), 'new', -1, [event]);
  expect(await found(anchors)).toEqual(['unsealed 13']);
});

it.each<[string, string, string]>([
  ['a changed amount', `update ${EVENT} data = '{"n":66}' ${AT} 7`, 'event-altered 7'],
  ['a space more', `update ${EVENT} data = '{"n": 6}' ${AT} 7`, 'event-altered 7'],
  ['another type', `update ${EVENT} type = 'Raknat' ${AT} 7`, 'event-altered 7'],
  ['another version', `update ${EVENT} schema_version = 2 ${AT} 7`, 'event-altered 7'],
  ['another id', `update ${EVENT} event_id = gen_random_uuid() ${AT} 7`, 'event-altered 7'],
  ['another person', `update ${EVENT} meta = replace(meta::text, '"a"', '"b"')::json ${AT} 7`, 'event-altered 7'],
  ['another command', `update ${EVENT} command_id = 'x' ${AT} 7`, 'meta-disagrees 7'],
  [
    'a later time',
    `update ${EVENT} recorded_at = recorded_at + interval '1 microsecond' ${AT} 12`,
    'time-impossible 12',
  ],
  ['another stream', `update ${EVENT} stream = 's9' ${AT} 7`, 'revision-broken 7'],
  ['a revision far off', `update ${EVENT} revision = 9223372036854775807 ${AT} 7`, 'revision-broken 7'],
  ['a position far off', `update ${EVENT} position = 9223372036854775807 ${AT} 7`, 'position-missing 7'],
  ['a position before the first', `update ${EVENT} position = -5 ${AT} 7`, 'position-missing 7'],
  ['a deleted event', `delete from log.event ${AT} 7`, 'position-missing 7'],
  [
    'a changed seal',
    `update log.seal set links = set_byte(links, 70, 255 - get_byte(links, 70)) ${AT} 8`,
    'seal-altered 7',
  ],
  ['a deleted seal', `delete from log.seal ${AT} 8`, 'seal-missing 5'],
  [
    'a head further on',
    'update log.head set position = 14 where association_id = $me and kind = 1',
    'head-without-event 13',
  ],
])('finds %s, and names the place', async (_, statement, expected) => {
  expect((await tamper(statement)).rowCount).toBe(1);
  expect(await found()).toContain(expected);
});

it('finds two events that changed places', async () => {
  await tamper(`update ${EVENT} position = 99 ${AT} 5`);
  await tamper(`update ${EVENT} position = 5 ${AT} 8`);
  await tamper(`update ${EVENT} position = 8 ${AT} 99`);
  expect((await found()).map((one) => one.split(' ')[1])).toContain('5');
});

it('finds by an anchor alone that the end was cut off with its seal and its head', async () => {
  await tamper('delete from log.event where association_id = $me and kind = 1 and position > 8');
  await tamper('delete from log.seal where association_id = $me and kind = 1 and position > 8');
  await tamper(`update log.head set position = 8, recorded_at =
    (select recorded_at from log.event ${AT} 8) where association_id = $me and kind = 1`);
  expect(await found()).toEqual([]);
  expect(await found(anchors)).toEqual(['anchor-beyond-log 9']);
});

it('finds events that belong to no log', async () => {
  expect(await strayEvents(db.databases)).toEqual([]);
  await tamper(`insert into log.event select 9999, kind, position, stream, revision, event_id, type, schema_version,
    data, meta, command_id, ordinal, recorded_at from log.event where association_id = $me`);
  expect(await strayEvents(db.databases)).toEqual([{ owner: 9999, kind: 1, events: 12 }]);
  await tamper('delete from log.event where association_id = 9999');
});
