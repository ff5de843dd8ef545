// What every event store promises, as tests. An adapter's spec calls this with a way to make a store on a fresh log.
import type { Recorded } from '@finsam/kernel';
import { setTimeout as delay } from 'node:timers/promises';
import { command, followSixteenWriters } from './contract-writers';
import {
  CommandAlreadyRecorded,
  EVENT_BYTES_MAX,
  type EventStore,
  type LogRef,
  NO_STREAM,
  NoSuchLog,
  UnstorableEvent,
  WrongExpectedRevision,
} from './event-store';

export interface ContractSubject {
  readonly store: EventStore;
  /** Two logs that exist and are empty, and one that does not exist. */
  readonly log: LogRef;
  readonly other: LogRef;
  readonly missing: LogRef;
}

export function eventStoreContract(subject: () => Promise<ContractSubject>): void {
  let store: EventStore;
  let log: LogRef;
  let other: LogRef;
  let missing: LogRef;
  beforeEach(async () => ({ store, log, other, missing } = await subject()));

  it('gives events back in the order and with the bytes they were written with', async () => {
    const text = '{ "b": 1,  "a": "åäö \\u20ac", "a": 2 }';
    const appended = await store.append(
      log,
      's',
      NO_STREAM,
      command(3, () => text),
    );
    expect(appended).toMatchObject({ revision: 2, position: 3 });
    const events = await store.readStream(log, 's');
    expect(events.map(({ revision, position }) => `${revision} at ${position}`)).toEqual([
      '0 at 1',
      '1 at 2',
      '2 at 3',
    ]);
    expect(events[0]).toMatchObject({ type: 'Counted', schemaVersion: 1, stream: 's', data: { a: 2, b: 1 } });
  });

  it('reads a stream from any revision, and nothing of a stream that is not there', async () => {
    await store.append(log, 's', NO_STREAM, command(5));
    expect((await store.readStream(log, 's', 3)).map(({ revision }) => revision)).toEqual([3, 4]);
    expect(await store.readStream(log, 'elsewhere')).toEqual([]);
  });

  it('enforces that a new stream is new', async () => {
    await store.append(log, 's', NO_STREAM, command());
    await expect(store.append(log, 's', NO_STREAM, command())).rejects.toThrow(WrongExpectedRevision);
    expect(await store.head(log)).toBe(1);
  });

  it.each([0, 2, 7])('refuses revision %i when the stream is at 1, and says where it is', async (expected) => {
    await store.append(log, 's', NO_STREAM, command(2));
    await expect(store.append(log, 's', expected, command())).rejects.toMatchObject({ expected, current: 1 });
    expect(await store.head(log)).toBe(2);
  });

  it('refuses an expected revision for a stream that is not there', async () => {
    await expect(store.append(log, 's', 0, command())).rejects.toThrow(WrongExpectedRevision);
    expect(await store.head(log)).toBe(0);
  });

  it('writes all events of a command or none', async () => {
    const events = command(3);
    const broken = events.map((event, i) => (i === 2 ? { ...event, data: '{"half":"\\ud800"}' } : event));
    await expect(store.append(log, 's', NO_STREAM, broken)).rejects.toThrow(UnstorableEvent);
    expect(await store.readLog(log, 0, 10)).toEqual([]);
  });

  it.each([NO_STREAM, 1, 2])(
    'gives a repeated command its first answer though the stream has moved on (asked at revision %i)',
    async (expected) => {
      const events = command(2);
      const first = await store.append(log, 's', NO_STREAM, events);
      await store.append(log, 's', 1, command());
      expect(await store.append(log, 's', expected, events)).toEqual(first);
      expect(await store.head(log)).toBe(3);
    },
  );

  it('refuses an id that was used for another content, in another stream, or with other events', async () => {
    const events = command(2);
    const others = command();
    await store.append(log, 's', NO_STREAM, events);
    const changed = events.map((event) => ({ ...event, meta: { ...event.meta, commandHash: 'other' } }));
    for (const [stream, expected, again] of [
      ['s', NO_STREAM, changed],
      ['s', 1, changed],
      ['t', NO_STREAM, events],
      ['s', 1, events.slice(0, 1)],
      ['s', 1, [...events, ...others]],
      ['t', NO_STREAM, [...others, ...events]],
    ] as const) {
      await expect(store.append(log, stream, expected, again)).rejects.toThrow(CommandAlreadyRecorded);
    }
    expect(await store.head(log)).toBe(2);
  });

  it('writes the events of several commands together, and knows them together again', async () => {
    const events = [...command(2), ...command(1), ...command(3)];
    const first = await store.append(log, 's', NO_STREAM, events);
    expect(first).toMatchObject({ revision: 5, position: 6 });
    expect(await store.append(log, 's', NO_STREAM, events)).toEqual(first);
    expect(await store.head(log)).toBe(6);
  });

  it('finds what one command recorded, and nothing for a command that recorded nothing', async () => {
    const [one, two] = [command(2), command(3)];
    await store.append(log, 's', NO_STREAM, [...one, ...two]);
    const found = await store.readCommand(log, two[0]!.meta.commandId);
    expect(found.map(({ revision, meta }) => `${revision} ${meta.ordinal}`)).toEqual(['2 0', '3 1', '4 2']);
    expect(await store.readCommand(log, 'never sent')).toEqual([]);
    expect(await store.readCommand(other, two[0]!.meta.commandId)).toEqual([]);
  });

  it('reads events of a type and version that nobody knows', async () => {
    const events = command().map((event) => ({ ...event, type: 'FromTheFuture', schemaVersion: 99 }));
    await store.append(log, 's', NO_STREAM, events);
    for (const read of [await store.readStream(log, 's'), await store.readLog(log, 0, 9)]) {
      expect(read).toMatchObject([{ type: 'FromTheFuture', schemaVersion: 99, data: { n: 0 } }]);
    }
  });

  it('lets one refused append disturb none of those that were sent with it', async () => {
    await store.append(log, 'taken', NO_STREAM, command());
    const repeated = command();
    await store.append(log, 'first', NO_STREAM, repeated);
    const sends = Array.from({ length: 20 }, (_, i) => {
      if (i === 7) return store.append(log, 'taken', NO_STREAM, command());
      if (i === 12) return store.append(log, 'second', NO_STREAM, repeated);
      if (i === 15) return store.append(log, 'elsewhere', 4, command());
      return store.append(log, `free-${i}`, NO_STREAM, command(1 + (i % 3)));
    });
    const outcomes = await Promise.allSettled(sends);
    const refused = outcomes.flatMap(({ status }, i) => (status === 'rejected' ? [i] : []));
    expect(refused).toEqual([7, 12, 15]);
    const stored = await store.readLog(log, 0, 100);
    expect(stored.map(({ position }) => position)).toEqual(stored.map((_, i) => i + 1));
    for (const [i, outcome] of outcomes.entries()) {
      if (outcome.status === 'rejected') continue;
      const { revision, position } = outcome.value;
      expect(stored[position - 1]).toMatchObject({ stream: `free-${i}`, revision });
    }
  });

  it('keeps logs apart: the same stream name and command id are free in another log', async () => {
    const events = command();
    await store.append(log, 's', NO_STREAM, events);
    await store.append(other, 's', NO_STREAM, events);
    expect(await store.readLog(log, 0, 10)).toHaveLength(1);
    expect(await store.head(other)).toBe(1);
  });

  it('reads a log in commit order, in pages, without gaps', async () => {
    for (let i = 0; i < 7; i++) await store.append(log, `s${i % 3}`, Math.floor(i / 3) - 1, command());
    const pages: Recorded[][] = [];
    for (let after = 0; ;) {
      const page = await store.readLog(log, after, 3);
      if (page.length === 0) break;
      pages.push(page);
      after = page.at(-1)!.position;
    }
    expect(pages.map(({ length }) => length)).toEqual([3, 3, 1]);
    expect(pages.flat().map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('never lets the time of recording go back within a log', async () => {
    for (let i = 0; i < 20; i++) await store.append(log, 's', i - 1, command());
    const times = (await store.readLog(log, 0, 20)).map(({ recordedAt }) => recordedAt);
    expect(times).toEqual([...times].sort());
  });

  it('finds what was known before any instant: what was recorded earlier, and nothing of the same time', async () => {
    for (let i = 0; i < 12; i++) {
      await store.append(log, 's', (await store.head(log)) - 1, command(1 + (i % 3)));
      if (i % 4 === 3) await delay(3);
    }
    const times = (await store.readLog(log, 0, 100)).map(({ recordedAt }) => Date.parse(recordedAt));
    const asked = [...new Set(times.flatMap((time) => [time - 1, time, time + 1]))];
    const found = await Promise.all(asked.map((time) => store.positionBefore(log, new Date(time))));
    expect(found).toEqual(asked.map((time) => times.filter((recorded) => recorded < time).length));
    const ends = ['1970-01-01T00:00:00Z', '2999-12-31T23:59:59Z'].map((time) => new Date(time));
    expect(await Promise.all(ends.map((time) => store.positionBefore(log, time)))).toEqual([0, times.length]);
    expect(await Promise.all(ends.map((time) => store.positionBefore(other, time)))).toEqual([0, 0]);
    await expect(store.positionBefore(missing, new Date())).rejects.toThrow(NoSuchLog);
  });

  it.each([
    '{',
    '7',
    ' {}',
    '{}\n',
    '{},"o":{}',
    '{"a":"\\u0000"}',
    '{"a":"\\ud83d"}',
    '{"a":"\\ude00\\ud83d"}',
    '{"a":"\ud83d"}',
  ])('refuses %j', async (data) => {
    await expect(
      store.append(
        log,
        's',
        NO_STREAM,
        command(1, () => data),
      ),
    ).rejects.toThrow(UnstorableEvent);
    expect(await store.head(log)).toBe(0);
  });

  it('stores surrogate pairs and escaped backslashes as they are', async () => {
    const text = '{"a":"\\ud83d\\ude00","b":"\\\\u0000","c":"😀"}';
    await store.append(
      log,
      's',
      NO_STREAM,
      command(1, () => text),
    );
    expect((await store.readStream(log, 's'))[0]!.data).toEqual({ a: '😀', b: '\\u0000', c: '😀' });
  });

  it('stores an event of 256 KB and refuses a larger one', async () => {
    const filled = (size: number) => `{"a":"${'x'.repeat(size - 8)}"}`;
    await store.append(
      log,
      's',
      NO_STREAM,
      command(1, () => filled(EVENT_BYTES_MAX)),
    );
    await expect(
      store.append(
        log,
        's',
        0,
        command(1, () => filled(EVENT_BYTES_MAX + 1)),
      ),
    ).rejects.toThrow(UnstorableEvent);
  });

  it('refuses a log that does not exist', async () => {
    await expect(store.append(missing, 's', NO_STREAM, command())).rejects.toThrow(NoSuchLog);
  });

  it('lets exactly one of many concurrent writers of a stream win each revision', async () => {
    const tries = Array.from({ length: 16 }, () => store.append(log, 's', NO_STREAM, command()));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await store.head(log)).toBe(1);
  });

  it('loses and doubles nothing for readers that follow sixteen writers', async () => {
    const { written, seen } = await followSixteenWriters(store, log);
    for (const positions of seen) expect(positions).toEqual(written);
    expect(written).toEqual(written.map((_, i) => i + 1));
  });

  it('tells watchers that a log has grown', async () => {
    const heard = new Promise<number>((resolve) => {
      const stop = store.watch((owner) => {
        if (owner !== log.owner) return;
        stop();
        resolve(owner);
      });
    });
    await store.append(log, 's', NO_STREAM, command());
    await expect(heard).resolves.toBe(log.owner);
  });
}
