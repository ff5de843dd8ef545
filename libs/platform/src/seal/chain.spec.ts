import { createHash, hash } from 'node:crypto';
import * as fc from 'fast-check';
import { genesis, link, lengthPrefixed, type StoredEvent } from './chain';
import { hashAt, sealedBy, sealUpTo, unsealed } from './seal-row';
import { ELSEWHERE, exampleEvent, exampleLog, linksOf, sealedInBatches } from './testing/example-log';

const { identity, events } = exampleLog();

describe('the link of an event', () => {
  it('is what docs/seal.md says, byte for byte', () => {
    const event = exampleEvent(1);
    const { position, stream, revision, eventId, type, schemaVersion, data, meta, commandId, ordinal } = event;
    const texts = [position, stream, revision, eventId, type, schemaVersion, data, meta, commandId, ordinal];
    const sum = createHash('sha256').update(genesis(identity));
    for (const text of [...texts, event.recordedAt].map(String)) {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(Buffer.byteLength(text));
      sum.update(length).update(text, 'utf8');
    }
    expect(link(genesis(identity), event)).toEqual(sum.digest());
  });

  it('is what another program (Python, by the same page) makes of it', () => {
    expect(genesis(identity).toString('hex')).toBe('9cc41338251ae996e3a5da45a6d198ddff99da5271320d66840947e96a899021');
    expect(linksOf(identity, events).subarray(-32).toString('hex')).toBe(
      '764b805e23bed492c3e2adee8797d36bf58f2ec1a5417913dfdc040e172f09d9',
    );
  });

  it('is another when text moves from one field to the next', () => {
    const concatenated = (event: StoredEvent) => hash('sha256', Object.values(event).join(''));
    const one = { ...exampleEvent(1), stream: 'insats-1', revision: 12 };
    const other = { ...exampleEvent(1), stream: 'insats-11', revision: 2 };
    expect(concatenated(one)).toBe(concatenated(other));
    expect(link(genesis(identity), one)).not.toEqual(link(genesis(identity), other));
  });

  it('is another after another event, in another log, in a log of another kind', () => {
    const starts = [identity, ELSEWHERE, { ...identity, kind: 'audit' }].map(genesis);
    const links = starts.map((start) => link(start, events[0]!).toString('hex'));
    expect(new Set(links).size).toBe(3);
  });

  it('holds for an event larger than any that the program writes, and for the small one after it', () => {
    const large = { ...exampleEvent(1), data: JSON.stringify('å'.repeat(300_000)) };
    const expected = createHash('sha256').update(genesis(identity));
    expected.update(lengthPrefixed(Object.values(large).map(String)));
    expect(link(genesis(identity), large)).toEqual(expected.digest());
    expect(link(genesis(identity), events[0]!)).toEqual(hashAt(sealUpTo(unsealed(identity), events)!, 1));
  });
});

it('writes no two lists of texts as the same bytes', () => {
  const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 3 }), { maxLength: 4 });
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      expect(lengthPrefixed(a).equals(lengthPrefixed(b))).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
    { numRuns: 500 },
  );
});

describe('a seal', () => {
  it('keeps the same links however the events are cut into batches', () => {
    const whole = linksOf(identity, events);
    const cuts = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(cuts, (batches) => {
        const rows = sealedInBatches(identity, events, batches);
        expect(Buffer.concat(rows.map((row) => row.links))).toEqual(whole);
        for (const [index] of events.entries()) {
          const row = rows.find(({ position }) => position > index)!;
          expect(hashAt(row, index + 1)).toEqual(whole.subarray(index * 32, index * 32 + 32));
        }
      }),
    );
  });

  it('is made of the events that follow, and of no others', () => {
    const row = sealUpTo(unsealed(identity), events.slice(0, 2))!;
    expect(row).toEqual({ position: 2, links: linksOf(identity, events).subarray(0, 64) });
    expect(sealUpTo(sealedBy(row), [])).toBeUndefined();
    expect(() => sealUpTo(sealedBy(row), events.slice(3))).toThrow('event 4 does not follow 2');
    expect(() => sealUpTo(sealedBy(row), [events[2]!, events[4]!])).toThrow('event 5 does not follow 3');
  });

  it('gives no hash of a position that it does not cover', () => {
    const [, second] = sealedInBatches(identity, events, [2, 4]);
    expect(() => hashAt(second!, 2)).toThrow('does not cover 2');
    expect(() => hashAt(second!, 7)).toThrow('does not cover 7');
  });
});
