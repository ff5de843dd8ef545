import * as fc from 'fast-check';
import { canonicalJson } from './canonical-json';

/** The same value with the keys of every object in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, shuffled(item)] as const);
  return Object.fromEntries(entries.reverse());
}

it('says what JSON says, whatever order the keys were written in', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(shuffled(value))).toBe(text);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
    { numRuns: 300 },
  );
});

it('writes keys in the order of their code units, without spaces', () => {
  const keys = {
    b: 1,
    a: [{ z: null, y: true }],
    '10': 'x',
    '9': 'y',
    '\u00e5': 1,
    B: 1,
    '\ud83d\ude42': 1,
    '\uffee': 1,
  };
  expect(canonicalJson(keys)).toBe(
    '{"10":"x","9":"y","B":1,"a":[{"y":true,"z":null}],"b":1,"å":1,"\ud83d\ude42":1,"\uffee":1}',
  );
});

it('keeps the order of a list, for there it means something', () => {
  expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]));
});

it('tells values apart that look alike', () => {
  const values = [0, '0', false, null, [], {}, '', [0], [[]], { a: null }, { a: {} }, 'å', 'a\u030a'];
  expect(new Set(values.map(canonicalJson)).size).toBe(values.length);
});

it('takes an absent field and one that is undefined for the same, and zero for zero', () => {
  expect(canonicalJson({ a: 1, b: undefined })).toBe(canonicalJson({ a: 1 }));
  expect(canonicalJson(-0)).toBe('0');
  expect(canonicalJson('\ud83d')).toBe('"\\ud83d"');
  expect(canonicalJson(JSON.parse('{"__proto__":1,"constructor":2}'))).toBe('{"__proto__":1,"constructor":2}');
});

it('refuses what JSON cannot say, rather than give it the hash of something else', () => {
  const strangers = [undefined, NaN, Infinity, -Infinity, 1n, Symbol('x'), () => 1];
  const objects = [new Date(0), new Map([['a', 1]]), new Set([1]), /a/];
  for (const value of [...strangers, ...objects]) {
    expect(() => canonicalJson(value)).toThrow(TypeError);
    expect(() => canonicalJson([value])).toThrow(TypeError);
    if (value !== undefined) expect(() => canonicalJson({ a: { b: value } })).toThrow(TypeError);
  }
});
