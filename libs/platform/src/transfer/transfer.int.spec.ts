// Out of one installation and into another, and what does not come in.
import { createHash } from 'node:crypto';
import type { AssociationId } from '@finsam/kernel';
import { eventId } from '../commands/command-ids';
import { recordOf } from '../event-store/event-store';
import { sealAt, sealLog } from '../seal/sealer';
import { verifyLogs } from '../seal/verify-logs';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { exportLogs } from './export-log';
import { importLogs } from './import-log';

jest.setTimeout(60_000);

let here: TestDatabase;
let there: TestDatabase;
let empty: TestDatabase;
let association: AssociationId;
beforeAll(async () => {
  [here, there, empty] = await Promise.all([testDatabase(), testDatabase(), testDatabase()]);
  association = await here.register('flyttar');
  for (let n = 0; n < 30; n++) {
    const data = `{ "n" : ${n}, "text" : "å\\u2028\u2028 \\\\ \\"${'x'.repeat(n * 50)}\\u00e5" }`;
    await append(here, association, `s${n % 4}`, Math.floor(n / 4) - 1, data);
    if (n % 7 === 0) await sealLog(here.databases.association(association), recordOf(association));
  }
  await here.register('stannar');
});
afterAll(() => Promise.all([here.close(), there.close(), empty.close()]));

let n = 0;
async function append(db: TestDatabase, id: AssociationId, stream: string, at: number, data: string) {
  const meta = { commandId: `c-${++n}`, commandHash: 'h', ordinal: 0, actor: 'a', correlationId: 'åäö' };
  const event = { id: eventId(id, 'record', `c-${n}`, 0), type: 'Räknat', schemaVersion: 1, data, meta };
  await db.store.append(recordOf(id), stream, at, [event]);
}

async function exported(db: TestDatabase, slug = 'flyttar'): Promise<string> {
  const texts: string[] = [];
  await exportLogs(db.databases, slug, async (text) => void texts.push(text));
  return texts.join('');
}
const linesOf = (file: string) => file.replace(/\n$/, '').split('\n');
const into = (db: TestDatabase, lines: string[]) => importLogs(db.config, db.url, lines);

it('goes out and in and out again the same to the byte, and verifies there', async () => {
  const file = await exported(here);
  expect(await into(there, linesOf(file))).toEqual({ slug: 'flyttar', events: 30 });
  expect(await exported(there)).toBe(file);
  for await (const { slug, verification } of verifyLogs(there.databases, [], 'flyttar')) {
    expect([slug, verification.sound]).toEqual(['flyttar', true]);
  }
});

it('goes on where it was: the next event follows, and the hash of the past is the same', async () => {
  const { rows } = await there.databases
    .registry()
    .query<{ id: AssociationId }>("select association_id as id from registry.association where slug = 'flyttar'");
  const arrived = rows[0]!.id;
  const hash = (db: TestDatabase, id: AssociationId) => sealAt(db.databases.association(id), recordOf(id), 30);
  expect(await hash(there, arrived)).toBe(await hash(here, association));
  await append(there, arrived, 's0', 7, '{}');
  expect(await there.store.head(recordOf(arrived))).toBe(31);
  const [last] = await there.store.readLog(recordOf(arrived), 30, 1);
  const [before] = await there.store.readLog(recordOf(arrived), 29, 1);
  expect(last!.recordedAt >= before!.recordedAt).toBe(true);
});

describe('a file that is not whole', () => {
  let lines: string[];
  beforeAll(async () => (lines = linesOf(await exported(here))));
  afterEach(async () => {
    const { rows } = await empty.databases
      .auditor()
      .query('select from log.event union all select from log.head where association_id > 0');
    const { rowCount } = await empty.databases.registry().query('select from registry.association');
    expect([rows.length, rowCount]).toEqual([0, 0]);
  });
  /** With the count and the checksum that a forger would give it. */
  const summed = (changed: readonly string[]) => {
    const text = changed.map((line) => `${line}\n`).join('');
    return [
      ...changed,
      JSON.stringify({ lines: changed.length, sha256: createHash('sha256').update(text).digest('hex') }),
    ];
  };

  it.each<[string, (lines: string[]) => string[], RegExp]>([
    ['is empty', () => [], /avklippt efter rad 0/],
    ['lost its end', (all) => all.slice(0, -1), /avklippt/],
    ['lost a line', (all) => all.filter((_, i) => i !== 5), /kontrollsumma/],
    ['has two lines swapped', ([a, b, c, d, ...rest]) => [a!, b!, d!, c!, ...rest], /kontrollsumma/],
    ['has a changed text', (all) => all.map((line) => line.replace('xxxxx', 'xxxxy')), /kontrollsumma/],
    ['has a line that is no JSON', (all) => [...all.slice(0, 9), '{', ...all.slice(9)], /Rad 10 är inte JSON/],
    ['has a line of something else', (all) => [all[0]!, '{"a":1}', ...all.slice(1)], /Rad 2 hör inte till/],
    ['goes on after its end', (all) => [...all, all[3]!], /efter filens slut/],
  ])('that %s is refused, and nothing of it stays', async (_, spoil, message) => {
    await expect(into(empty, spoil(lines))).rejects.toThrow(message);
  });

  it.each<[string, (line: string) => string, RegExp]>([
    ['a changed text', (line) => line.replace('xxxxx', 'xxxxy'), /inte hel. Händelse/],
    [
      'a later time',
      (line) => line.replace(/"(\d{16})"\]$/, (_, at) => `"${Number(at) + 1_000}"]`),
      /inte hel. Händelse/,
    ],
    ['a text that is no JSON', (line) => line.replace('{ \\"n', '{ n'), /går inte att lagra/],
    ['two events in one place', (line) => line.replace(/^\[7,/, '[8,'), /går inte att lagra/],
    [
      'another log in place of the audit',
      (line) => line.replace('"log":"audit"', '"log":"record"'),
      /går inte att lagra/,
    ],
    ['a head that promises more', (line) => line.replace('"position":30', '"position":31'), /inte hel/],
    [
      'another identity',
      (line) => line.replace(/("log":"record","logId":")(.)/, (_, name, digit) => name + (digit === '0' ? '1' : '0')),
      /inte hel/,
    ],
  ])('that a forger gave %s, and a checksum to fit, is refused', async (_, spoil, message) => {
    const forged = lines.slice(0, -1).map(spoil);
    expect(forged).not.toEqual(lines.slice(0, -1));
    await expect(into(empty, summed(forged))).rejects.toThrow(message);
  });

  it('is refused where the association, or the very log, is already', async () => {
    await expect(into(here, lines)).rejects.toThrow(/flyttar finns redan/);
    const renamed = [lines[0]!.replace('flyttar', 'annan'), ...lines.slice(1, -1)];
    await expect(into(here, summed(renamed))).rejects.toThrow(/under ett annat namn/);
  });
});
