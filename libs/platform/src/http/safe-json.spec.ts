import fc from 'fast-check';
import { refuseUnsafeJson } from './safe-json';

const refusalOf = (text: string | Uint8Array): unknown => {
  try {
    refuseUnsafeJson(typeof text === 'string' ? new TextEncoder().encode(text) : text);
    return undefined;
  } catch (error) {
    const { code, status, details } = error as { code?: string; status?: number; details?: { pointer?: string } };
    return code === undefined ? status : [code, details?.pointer];
  }
};

const UNSAFE = ['__proto__', 'constructor', 'prototype'];

describe('a JSON text', () => {
  it('is let through whatever it says, if it names nothing twice, unsafely or too deep', () => {
    const key = fc.string().filter((name) => !UNSAFE.includes(name));
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), key, fc.constantFrom(undefined, 1, '\t'), (value, name, space) => {
        fc.pre(!UNSAFE.some((unsafe) => JSON.stringify(value).includes(`"${unsafe}":`)));
        expect(refusalOf(JSON.stringify({ [name]: value }, null, space))).toBeUndefined();
      }),
    );
  });

  it.each(['{', '[}', '"', '{"a', '{"a":"\\', '}}]]', ',,,', '{"\\q":1}', ''])('%s is left to the parser', (text) => {
    expect(refusalOf(text)).toBeUndefined();
  });

  it('is refused where a name stands twice, however it is written', () => {
    expect(refusalOf('{"a":1,"b":{"a":1},"a":2}')).toEqual(['http/field-twice', '/a']);
    expect(refusalOf('{"rows":[{"a":1},{"a":1,"\\u0061":2}]}')).toEqual(['http/field-twice', '/rows/1/a']);
    expect(refusalOf('{"a":"a","b":["a","a"]}')).toBeUndefined();
  });

  it.each(UNSAFE)('is refused where a field is named %s, and not where a value is', (name) => {
    expect(refusalOf(`{"a":[0,{"${name}":1}]}`)).toEqual(['http/unsafe-name', `/a/1/${name}`]);
    expect(refusalOf(`{"a":["${name}"],"b":"${name}"}`)).toBeUndefined();
  });

  it('is refused beyond twenty levels, before anything recurses into it', () => {
    expect(refusalOf(`${'['.repeat(20)}${']'.repeat(20)}`)).toBeUndefined();
    expect(refusalOf('['.repeat(21))).toEqual(['http/too-deep', undefined]);
  });

  it('is refused with a byte order mark, or in bytes that are no UTF-8', () => {
    expect(refusalOf('\ufeff{}')).toBe(400);
    expect(refusalOf(Uint8Array.of(0x22, 0xff, 0x22))).toBe(400);
  });
});
