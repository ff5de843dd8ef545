// A file's content in events of a size that a log and its readers take in one bite.

/** Of JSON text; Swedish letters take two bytes, so an event stays far below what the log takes. */
const CHARACTERS_MAX = 60_000;

export function* chunksOf<T>(items: Iterable<T>): Generator<[T, ...T[]]> {
  let chunk: T[] = [];
  let size = 0;
  for (const item of items) {
    const length = JSON.stringify(item).length;
    if (chunk.length > 0 && size + length > CHARACTERS_MAX) {
      yield chunk as [T, ...T[]];
      [chunk, size] = [[], 0];
    }
    chunk.push(item);
    size += length;
  }
  if (chunk.length > 0) yield chunk as [T, ...T[]];
}
