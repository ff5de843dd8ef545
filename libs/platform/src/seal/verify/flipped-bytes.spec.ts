// Every byte that the tables hold of a small log, turned over in each of its eight bits and in all of them.
import { anchorLine, readAnchors } from '../anchors-file';
import type { LogIdentity, StoredEvent } from '../chain';
import { exampleLog, KEYS, type LogCopy, names, verified } from '../testing/example-log';
import { anchorsWithoutLog, trustedAnchors } from './anchored';

const log = exampleLog();
const FLIPS = [1, 2, 4, 8, 16, 32, 64, 128, 255];

/** A column as the bytes that stand on the disk, and back again as the driver gives it. */
interface Column<Value> {
  readonly bytes: (value: Value) => Buffer;
  readonly value: (bytes: Buffer) => Value;
}

const text: Column<string> = { bytes: (value) => Buffer.from(value), value: (bytes) => bytes.toString() };
const integer: Column<number> = {
  bytes: (value) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64BE(BigInt(value));
    return bytes;
  },
  value: (bytes) => Number(bytes.readBigInt64BE()),
};
const time: Column<string> = {
  bytes: (value) => integer.bytes(Number(value)),
  value: (bytes) => String(bytes.readBigInt64BE()),
};
const uuid: Column<string> = {
  bytes: (value) => Buffer.from(value.replaceAll('-', ''), 'hex'),
  value: (bytes) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
};

const COLUMNS: { [Field in keyof StoredEvent]: Column<StoredEvent[Field]> } = {
  position: integer,
  stream: text,
  revision: integer,
  eventId: uuid,
  type: text,
  schemaVersion: integer,
  data: text,
  meta: text,
  commandId: text,
  ordinal: integer,
  recordedAt: time,
};

function* flips<Value>(column: Column<Value>, value: Value): Generator<Value> {
  const bytes = column.bytes(value);
  for (const at of bytes.keys()) {
    for (const flip of FLIPS) {
      bytes[at]! ^= flip;
      yield column.value(Buffer.from(bytes));
      bytes[at]! ^= flip;
    }
  }
}

/** The flips that verification did not see, or saw elsewhere. */
async function unseen(flipped: Iterable<[name: string, copy: LogCopy, position: number]>) {
  const missed: string[] = [];
  let tried = 0;
  for (const [name, copy, position] of flipped) {
    tried += 1;
    if (!names(await verified(copy), position)) missed.push(`${name}, position ${position}`);
  }
  return { missed, tried };
}

const fields = Object.keys(COLUMNS) as (keyof StoredEvent)[];

it('finds nothing in a log that nobody has touched', async () => {
  const { sound, findings, position, sealedTo, hash } = await verified(log);
  expect({ sound, findings, position, sealedTo }).toEqual({ sound: true, findings: [], position: 6, sealedTo: 6 });
  expect(hash).toBe(log.anchors[1]!.hash);
});

it.each(fields)('names the event in which a byte of %s is flipped', async (field) => {
  function* copies(): Generator<[string, LogCopy, number]> {
    for (const [index, event] of log.events.entries()) {
      for (const value of flips(COLUMNS[field] as Column<unknown>, event[field])) {
        const events = log.events.with(index, { ...event, [field]: value });
        yield [`${field} ${String(value)}`, { ...log, events, anchors: [] }, event.position];
      }
    }
  }
  const { missed, tried } = await unseen(copies());
  expect(missed).toEqual([]);
  expect(tried).toBeGreaterThanOrEqual(6 * 8 * 9);
});

it('accuses the event that was changed, its seal when that was changed, and neither neighbour', async () => {
  const accused = async (copy: LogCopy) =>
    (await verified(copy)).findings.map(({ code, position, through }) => [code, position, through]);
  for (const [index, event] of log.events.entries()) {
    const events = log.events.with(index, { ...event, data: event.data.replace('Hyra', 'Hyrd') });
    const last = event.position === 6;
    const anchors = log.anchors.filter(({ position }) => position !== event.position);
    const byEvent = [[last ? 'seal-differs' : 'event-altered', event.position, event.position]];
    expect(await accused({ ...log, events, anchors })).toEqual(byEvent);

    const row = log.seals.findIndex(({ position }) => position >= event.position);
    const links = Buffer.from(log.seals[row]!.links);
    links[links.length - 1 - 32 * (log.seals[row]!.position - event.position)]! ^= 1;
    const bySeal = [[last ? 'seal-differs' : 'seal-altered', event.position, event.position]];
    expect(await accused({ ...log, seals: log.seals.with(row, { ...log.seals[row]!, links }) })).toEqual(bySeal);
  }
});

it('names the event whose link is flipped in a seal', async () => {
  function* copies(): Generator<[string, LogCopy, number]> {
    for (const [index, row] of log.seals.entries()) {
      const bytes = { bytes: (value: Buffer) => Buffer.from(value), value: (value: Buffer) => value };
      let turn = 0;
      for (const links of flips(bytes, row.links)) {
        const fromStart = Math.floor(turn / (32 * FLIPS.length));
        turn += 1;
        const position = row.position - row.links.length / 32 + 1 + fromStart;
        yield ['link', { ...log, seals: log.seals.with(index, { ...row, links }), anchors: [] }, position];
      }
    }
  }
  expect(await unseen(copies())).toEqual({ missed: [], tried: 6 * 32 * FLIPS.length });
});

it('names a position of the seal whose position is flipped', async () => {
  for (const [index, row] of log.seals.entries()) {
    const first = row.position - row.links.length / 32 + 1;
    for (const position of flips(integer, row.position)) {
      const found = await verified({ ...log, seals: log.seals.with(index, { ...row, position }), anchors: [] });
      expect(found.sound).toBe(false);
      // Moved before all others, the last row leaves its events unsealed.
      const named = found.findings.some((at) => at.position <= row.position && first <= at.through);
      expect([position, named]).toEqual([position, true]);
    }
  }
});

it('names where the log ends when a byte of its head is flipped', async () => {
  for (const position of flips(integer, log.head.position)) {
    const found = await verified({ ...log, head: { ...log.head, position }, anchors: [] });
    expect([position, names(found, Math.max(0, Math.min(6, position)) + 1)]).toEqual([position, true]);
  }
  for (const recordedAt of flips(time, log.head.recordedAt)) {
    const found = await verified({ ...log, head: { ...log.head, recordedAt }, anchors: [] });
    expect(found.findings).toMatchObject([{ code: 'head-time', position: 6 }]);
  }
});

it('names the first event when a byte of the identity is flipped', async () => {
  const identities: LogIdentity[] = [
    ...[...flips(uuid, log.identity.logId)].map((logId) => ({ ...log.identity, logId })),
    ...[...flips(text, log.identity.kind)].map((kind) => ({ ...log.identity, kind })),
  ];
  for (const identity of identities) expect(names(await verified({ ...log, identity, anchors: [] }), 1)).toBe(true);
});

it('says which line of the anchors is flipped, or that its signature is wrong', () => {
  const line = anchorLine(log.anchors[0]!).trimEnd();
  for (const flipped of flips(text, line)) {
    const { anchors, unreadable } = readAnchors(flipped);
    const { trusted, findings } = trustedAnchors(anchors, KEYS);
    expect([flipped, trusted, unreadable.length + findings.length]).toEqual([flipped, [], 1]);
    expect(anchorsWithoutLog(trusted, [log.identity])).toEqual([]);
  }
});
