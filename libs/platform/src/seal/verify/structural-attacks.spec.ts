import * as fc from 'fast-check';
import { EVENT_ATTACKS } from '../testing/event-attacks';
import { anchorAt, ELSEWHERE, exampleLog, type LogCopy, names, verified } from '../testing/example-log';
import { anchorsWithoutLog } from './anchored';
import { BATCHES, madeToFit, resealed, sealsUpTo, SIZE } from '../testing/fitting';
import { SEAL_ATTACKS } from '../testing/seal-attacks';

const log = exampleLog({ events: SIZE, batches: BATCHES, anchoredAt: [] });
const anchorsAt = (...positions: number[]) => positions.map((position) => anchorAt(log.identity, log.events, position));

const ATTACKS = { ...EVENT_ATTACKS, ...SEAL_ATTACKS };
const number = fc.nat({ max: 1_000_000 });
const pages = fc.integer({ min: 1, max: SIZE + 1 });

// Some 27 attacks with 40 places each. fast-check prints the seed and the numbers of one that is not found.
it.each(Object.entries(ATTACKS))('names the place, and none before it, when somebody %s', async (_, attack) => {
  await fc.assert(
    fc.asyncProperty(number, number, pages, async (n, m, pageSize) => {
      const attacked = attack(log, n, m);
      fc.pre(attacked !== undefined);
      const found = await verified(attacked.copy, pageSize);
      const unnamed = attacked.at.filter((position) => !names(found, position));
      expect({ unnamed, findings: found.findings }).toMatchObject({ unnamed: [] });
      expect(found.findings[0]!.position).toBe(Math.min(...attacked.at));
    }),
    { numRuns: 40 },
  );
});

it('finds the same in pages of any size', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.values(ATTACKS)), number, number, pages, async (attack, n, m, size) => {
      const attacked = attack(log, n, m);
      fc.pre(attacked !== undefined);
      expect(await verified(attacked.copy, size)).toEqual(await verified(attacked.copy, 1_000));
    }),
    { numRuns: 200 },
  );
});

describe('what only an anchor tells', () => {
  /** Sound without anchors; with them, what they say. */
  async function withAnchors(copy: LogCopy, positions: number[]) {
    expect(await verified({ ...copy, anchors: [] })).toMatchObject({ sound: true, findings: [] });
    const { findings } = await verified({ ...copy, anchors: anchorsAt(...positions) });
    return findings.map(({ code, position, through }) => [code, position, through]);
  }

  it('is a tail cut off together with its seals', async () => {
    for (let left = 0; left < SIZE; left += 1) {
      const cut = sealsUpTo(madeToFit(log, log.events.slice(0, left)), left);
      expect(await withAnchors(cut, [SIZE])).toEqual([['anchor-beyond-log', left + 1, SIZE]]);
      expect(await withAnchors(cut, left > 0 ? [0, left] : [0])).toEqual([]);
    }
  });

  it('is an event rewritten together with all seals after it, between the two anchors around it', async () => {
    for (const [index, event] of log.events.entries()) {
      const rewritten = log.events.with(index, { ...event, data: '{"amountOre":1}' });
      const [from, through] = index < 4 ? [1, 4] : index < 9 ? [5, 9] : [10, SIZE];
      const found = await withAnchors(resealed({ ...log, events: rewritten }), [0, 4, 9, SIZE]);
      expect(found).toEqual([['anchor-differs', from, through]]);
    }
  });

  it('is an event taken out, and one put in, with everything after it made anew', async () => {
    const meta = JSON.stringify({ commandId: 'new', ordinal: 1 });
    const shorter = resealed(madeToFit(log, log.events.toSpliced(5, 1)));
    const longer = resealed(madeToFit(log, log.events.toSpliced(5, 0, { ...log.events[5]!, commandId: 'new', meta })));
    expect(await withAnchors(shorter, [4, 9, SIZE])).toEqual([
      ['anchor-differs', 5, 9],
      ['anchor-beyond-log', SIZE, SIZE],
    ]);
    expect(await withAnchors(longer, [4, 9])).toEqual([['anchor-differs', 5, 9]]);
  });

  it('is that the last seals are gone', async () => {
    const copy = sealsUpTo(log, 7);
    const information = ['unsealed', 8, SIZE];
    const codes = async (anchored: LogCopy) =>
      (await verified(anchored)).findings.map(({ code, position, through }) => [code, position, through]);
    expect(await codes(copy)).toEqual([information]);
    expect((await verified(copy)).sound).toBe(true);
    expect(await codes({ ...copy, anchors: anchorsAt(10) })).toEqual([information, ['anchor-beyond-seals', 8, 10]]);
  });

  it('is that an event not yet sealed has been rewritten', async () => {
    const copy = sealsUpTo(log, 7);
    copy.events = copy.events.with(8, { ...copy.events[8]!, data: '{"amountOre":1}' });
    expect(names(await verified(copy), 9)).toBe(false);
    expect(names(await verified({ ...copy, anchors: anchorsAt(SIZE) }), 9)).toBe(true);
  });

  it('is that a whole log is gone, or has another identity', async () => {
    expect(anchorsWithoutLog(anchorsAt(9), [log.identity])).toEqual([]);
    for (const logs of [[], [ELSEWHERE], [{ ...log.identity, kind: 'audit' }]]) {
      expect(anchorsWithoutLog(anchorsAt(9), logs)).toMatchObject([{ code: 'anchor-without-log', position: 9 }]);
    }
  });
});

describe('how a log is verified', () => {
  it('takes an empty log for sound', async () => {
    const empty = exampleLog({ events: 0, batches: [], anchoredAt: [0] });
    expect(await verified(empty)).toMatchObject({ sound: true, findings: [], hash: empty.anchors[0]!.hash });
  });

  it('says what is not sealed yet, without calling it a fault', async () => {
    const { sound, findings, sealedTo } = await verified({ ...log, seals: log.seals.slice(0, 2) });
    expect({ sound, sealedTo }).toEqual({ sound: true, sealedTo: 5 });
    const sentence = 'Sigill saknas ännu för händelserna 6–12.';
    expect(findings).toEqual([{ code: 'unsealed', severity: 'information', position: 6, through: 12, sentence }]);
  });

  it('does not mind how the seals are cut', async () => {
    expect((await verified(resealed(log))).findings).toEqual([]);
  });

  it('stops collecting, not counting, when nothing in a long log is right', async () => {
    const long = exampleLog({ events: 1_500, batches: [1_500], anchoredAt: [] });
    long.events = long.events.map((event, index) => (index % 2 ? { ...event, meta: '{}' } : event));
    const { findings, leftOut } = await verified(long, 100);
    expect(findings).toHaveLength(1_000);
    expect(leftOut).toBeGreaterThan(0);
  });

  it('says in Swedish what it found', async () => {
    const events = log.events.with(2, { ...log.events[2]!, data: '{"amountOre":1}' }).toSpliced(6, 2);
    const anchors = anchorsAt(SIZE).map((anchor) => ({ ...anchor, hash: 'ab'.repeat(32) }));
    const { findings } = await verified({ ...log, events, anchors });
    expect(findings.map(({ sentence }) => sentence)).toMatchInlineSnapshot(`
      [
        "Ankaret från 2024-06-13 för ängsjö (record) vid 12 stämmer inte: något i händelserna 1–12 är omskrivet.",
        "Händelse 3 är inte som när loggen förseglades, eller är det som står före omskrivet med sigill.",
        "Händelserna 7–8 saknas.",
        "Händelserna 10–11 följer inte på den förra i sin ström: revision 3 i stället för 2.",
      ]
    `);
  });
});
