import { associationId } from '@finsam/kernel';
import { FoldedStream } from './folded-stream';
import { StreamCache } from './stream-cache';
import { shelfDecider } from './testing';

function folded(name: string, events: number): FoldedStream {
  const stream = new FoldedStream({ decider: shelfDecider, association: associationId(1), stream: name });
  stream.size = events;
  return stream;
}

function cacheOf(bounds: { streams: number; events: number }) {
  const cache = new StreamCache(bounds);
  const put = (name: string, events = 1) => cache.place(name).put(folded(name, events));
  const kept = (...names: string[]) =>
    names.filter((name) => {
      const found = cache.place(name).take();
      if (found) cache.place(name).put(found);
      return found;
    });
  return { cache, put, kept };
}

it('keeps no more streams than it may, and gives up the one that was not used for longest', () => {
  const { cache, put, kept } = cacheOf({ streams: 3, events: 100 });
  for (const name of ['a', 'b', 'c']) put(name);
  expect(kept('a')).toEqual(['a']);
  put('d');
  expect(kept('a', 'b', 'c', 'd')).toEqual(['a', 'c', 'd']);
  for (let n = 0; n < 50; n++) put(`more-${n}`);
  expect(cache.holds).toEqual({ streams: 3, events: 3 });
});

it('keeps no more events than it may, except those of the stream just used', () => {
  const { cache, put, kept } = cacheOf({ streams: 10, events: 100 });
  put('a', 40);
  put('b', 40);
  put('a', 60);
  expect(cache.holds).toEqual({ streams: 2, events: 100 });
  put('a', 61);
  expect(kept('a', 'b')).toEqual(['a']);
  put('long', 5_000);
  expect(cache.holds).toEqual({ streams: 1, events: 5_000 });
  put('c', 1);
  expect(cache.holds).toEqual({ streams: 1, events: 1 });
});

it('forgets what is taken and not put back', () => {
  const { cache, put } = cacheOf({ streams: 10, events: 100 });
  put('a', 5);
  expect(cache.place('a').take()?.size).toBe(5);
  expect(cache.place('a').take()).toBeUndefined();
  expect(cache.holds).toEqual({ streams: 0, events: 0 });
});

it('weighs an event that holds hundreds of things as so many', () => {
  const stream = folded('a', 0);
  const label = (text: string) => ({
    id: 'id',
    type: 'Labelled',
    schemaVersion: 1,
    data: JSON.stringify({ shelf: 'a', text }),
    meta: { commandId: 'c', commandHash: 'h', ordinal: 0, actor: 'test', correlationId: 'test' },
  });
  stream.confirm([label('short'), label('x'.repeat(50_000))], { revision: 1, position: 2, recordedAt: '' });
  expect(stream.size).toBe(101);
});
