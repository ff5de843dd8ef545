// Where in a JSON document something stands, as RFC 6901 writes it.

const NAME_MAX = 100;

/** A name longer than any of ours is not sent back: the pointer ends at the object that holds it. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  const parts = path.map(String);
  const long = parts.findIndex((part) => part.length > NAME_MAX);
  const named = long < 0 ? parts : parts.slice(0, long);
  return named.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
