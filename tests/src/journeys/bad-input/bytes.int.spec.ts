// Bodies that are no JSON object, or no text at all; headers that are missing or mean nothing.
import { gzipSync } from 'node:zlib';
import type { Sent } from '../../service';
import { type Operation, operationsOf } from '../world/description';
import { type Expected, faultsOf, SECRET } from '../world/refusal';
import { exampleOf, inLanes, posts, routeOf, startWorld, type World } from '../world/world';

let world: World;
let operations: Map<string, Operation>;
let before: unknown;

beforeAll(async () => {
  world = await startWorld();
  operations = operationsOf(await world.call(null, 'GET', '/docs-json'));
  before = await world.marks();
}, 60_000);

afterAll(() => world.stop(), 30_000);

// A request that was refused has left no trace.
afterEach(async () => expect(await world.marks()).toEqual(before));

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)));
const MIB = 1_048_576;
const manyFields = `{${Array.from({ length: 20_000 }, (_, n) => `"f${n}":0`).join()}}`;
const largeWhenUnpacked = gzipSync(Buffer.alloc(20 * MIB, ' '));

type Case = readonly [name: string, sent: Sent, expected: Expected];

/** The valid body of a route, sent so that nobody should take it. */
function spoilt(valid: string): Case[] {
  const inside = valid.slice(1, -1);
  const with_ = (field: string) => `{${field}${inside === '' ? '' : ','}${inside}}`;
  const json = (name: string, raw: Sent['raw'] & {}, status: number, expected: Expected = {}): Case => [
    name,
    { raw },
    { status, ...expected },
  ];
  return [
    json('a list', `[${valid}]`, 422, { type: 'http/no-object' }),
    json('a text', '"text"', 400),
    json('a number', '7', 400),
    json('null', 'null', 400),
    json('true', 'true', 400),
    json('no JSON', `{${SECRET}}`, 400, { type: 'http/unreadable' }),
    json('a JSON text cut short', valid.slice(0, -1), 400),
    json('JSON and then more', `${valid}{}`, 400),
    json('JSON with a comment', `/* ${SECRET} */${valid}`, 400),
    json('JSON in single quotes', `{'okant':1}`, 400),
    json('NaN', with_('"okant":NaN'), 400),
    json('a control sign as it is', with_('"okant":"\u0001"'), 400),
    json('an escape that there is not', with_('"\\q":1'), 400),
    json('a text without end', `{"okant":"${'\\"'.repeat(50_000)}`, 400),
    json('a byte order mark', `\ufeff${valid}`, 400),
    json('bytes that are no UTF-8', bytes('{"okant":"', [0xc3, 0x28], '"}'), 400),
    json('an overlong sign', bytes('{"okant":"', [0xc0, 0xae], '"}'), 400),
    json('half a pair as bytes', bytes('{"okant":"', [0xed, 0xa0, 0x80], '"}'), 400),
    json('UTF-16', Uint8Array.from(Buffer.from(valid, 'utf16le')), 400),
    json('one byte more than a mebibyte', valid.padEnd(MIB + 1), 413, { type: 'http/too-large' }),
    json('200 000 lists in each other', '['.repeat(200_000) + ']'.repeat(200_000), 422, { type: 'http/too-deep' }),
    json('objects in each other without end', '{"a":'.repeat(50_000), 422, { type: 'http/too-deep' }),
    json('20 000 unknown fields', manyFields, 422, { type: 'http/invalid-fields' }),
    json('a field with a very long name', with_(`"${SECRET.repeat(6_000)}":1`), 422, { pointer: '' }),
    json('a field twice, once with an escape', with_('"okant":1,"\\u006fkant":2'), 422, { pointer: '/okant' }),
    json('a prototype with an escape', with_('"\\u005f_proto__":{"pays":1}'), 422, { pointer: '/__proto__' }),
    json('a prototype within', with_('"okant":[{"constructor":{"prototype":1}}]'), 422, {
      pointer: '/okant/0/constructor',
    }),
  ];
}

const header = (name: string, value: string | undefined, status: number, expected: Expected = {}): Case => [
  `${name}: ${value?.slice(0, 30)}`,
  { headers: { [name]: value } },
  { status, ...expected },
];

function badHeaders(valid: string): Case[] {
  const types = ['text/plain', 'multipart/form-data', 'application/x-www-form-urlencoded'];
  const charsets = ['utf-7', 'latin1', '"utf-16le"'];
  const keys = [undefined, 'short', 'x'.repeat(101), `${SECRET} ${SECRET}`, 'nyckel-å-1234'];
  const packed = (raw: Buffer): Sent => ({ raw: Uint8Array.from(raw), headers: { 'content-encoding': 'gzip' } });
  return [
    ...[undefined, ...types].map((type) => header('content-type', type, 415, { type: 'http/unsupported-media-type' })),
    ...charsets.map((charset) => header('content-type', `application/json; charset=${charset}`, 415)),
    ...keys.map((key) => header('idempotency-key', key, 422, { type: 'http/no-idempotency-key' })),
    header('content-encoding', 'compress', 415),
    ['a gzip that is none', packed(Buffer.from(valid)), { status: 400 }],
    ['a small gzip of a large body', packed(largeWhenUnpacked), { status: 413 }],
  ];
}

const PRECONDITIONS = [SECRET, '*', '-1', '9999999999', 'W/"1"', '"1", "2"'];

async function faultsAmong(operation: string, cases: readonly Case[]): Promise<string[]> {
  const faults = await inLanes(cases, async ([name, sent, expected]) => {
    return faultsOf(await world.send(operation, sent), expected).map((fault) => `${name} ${fault}`);
  });
  return faults.flat();
}

describe.each(posts)('$operation', ({ operation }) => {
  const valid = JSON.stringify(exampleOf(operation).body);

  it('refuses what is no JSON object in UTF-8 of a sensible size', async () => {
    expect(await faultsAmong(operation, spoilt(valid))).toEqual([]);
  });

  it('refuses other kinds of content, and keys and versions that are none', async () => {
    const preconditions = PRECONDITIONS.map((value) => header('if-match', value, 422));
    expect(await faultsAmong(operation, [...badHeaders(valid), ...preconditions])).toEqual([]);
  });

  it('refuses an empty body, if it needs anything', async () => {
    const { required = [] } = operations.get(operation)!.schema ?? {};
    if (required.length === 0) return;
    const cases: Case[] = ['', '{}'].map((raw) => [`"${raw}"`, { raw }, { pointer: `/${required[0]}` }]);
    expect(await faultsAmong(operation, cases)).toEqual([]);
  });
});

it('refuses a version that is no longer, before it looks at the rest', async () => {
  const commands = posts.filter((route) => route.kind === 'command');
  const faults = await inLanes(commands, async ({ operation }) => {
    const { body, other } = exampleOf(operation);
    const sent = { body: { ...body, ...other }, headers: { 'if-match': '"99999"' } };
    return faultsOf(await world.send(operation, sent), { status: 412 }).map((fault) => `${operation} ${fault}`);
  });
  expect(faults.flat()).toEqual([]);
  expect(routeOf('ledger.book-cost').kind).toBe('command');
});
