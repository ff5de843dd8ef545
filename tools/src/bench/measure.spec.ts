import { catalogue } from '@finsam/assembly';
import { judge, table } from './figure';
import { contribution, cost } from './log/events';
import { inTurns, median, percentile, speed, speedOf } from './measure';

it('takes the middle, or the middle of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 100, 2])).toBe(3);
  expect(median([7])).toBe(7);
});

it('takes the number that a share of all does not exceed', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);
  expect([0.01, 0.5, 0.99, 1].map((share) => percentile(share, hundred))).toEqual([1, 50, 99, 100]);
  expect(percentile(0.99, [3, 1, 2])).toBe(3);
});

it('lets all take turns, each round from another on, and settles before each', async () => {
  const seen: string[] = [];
  const contestant = (name: string, speeds: number[]) => async () => {
    seen.push(name);
    return speeds.shift()!;
  };
  const contestants = { a: contestant('a', [99, 1, 3, 2]), b: contestant('b', [99, 10, 10, 50]) };
  const ground = { effort: { rounds: 3 }, settle: async () => seen.push('='), between: async () => seen.push('-') };
  const speeds = await inTurns(ground, contestants);
  expect(speeds).toEqual({ a: 2, b: 10 });
  expect(seen.join('')).toBe('=ab-a-b-b-a-a-b');
});

it('counts what was done, as often as a second goes into the time', async () => {
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const slow = await speed({ callers: 4, ms: 100, each: 10 }, () => wait(10));
  // Four callers of ten each 10 ms: 4,000; a busy machine waits longer, never shorter.
  expect(slow).toBeGreaterThan(400);
  expect(slow).toBeLessThanOrEqual(4_400);
  expect(await speedOf(100, () => wait(50))).toBeLessThanOrEqual(2_050);
});

it('judges by the ratio to the limit, or by the figure itself', () => {
  const limit = { what: 'all that can be', value: 200 };
  const figure = { what: 'something', ours: 100, unit: '/s' } as const;
  expect(judge({ ...figure, limit, target: { ratio: 0.5 } })).toMatchObject({ ratio: 0.5, reached: true });
  expect(judge({ ...figure, limit, target: { ratio: 0.51 } })).toMatchObject({ wanted: '>= 0.51', reached: false });
  expect(judge({ ...figure, target: { below: 100 } })).toMatchObject({ ratio: null, reached: false });
  expect(judge({ ...figure, target: { atLeast: 99 } })).toMatchObject({ reached: true });
  expect(judge(figure)).toMatchObject({ ratio: null, wanted: '', reached: null });
  expect(table([judge({ ...figure, limit, target: { ratio: 0.6 } })])).toMatch(
    /something +100 \/s +200 \/s +0\.50 +>= 0\.60 +MISSED {2}all that can be/,
  );
});

it.each([cost(7), cost(99_999), contribution(10), contribution(200_000)])('writes what the ledger stores', (event) => {
  const definition = catalogue.find(({ type }) => type === event.type)!;
  expect(definition.schema.parse(event.data)).toEqual(event.data);
  expect(definition.version).toBe(1);
});
