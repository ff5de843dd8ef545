// What a route that takes a file refuses before anybody reads the file: kinds, sizes, keys, and what is cut short.
import { connect } from 'node:net';
import { type ActionRoute, issueToken } from '@finsam/platform';
import { sentOf } from '../world/example';
import { type Expected, faultsOf } from '../world/refusal';
import { exampleOf, isOpen, scopeOf, startWorld, uploads, withQuery, type World } from '../world/world';

let world: World;
let before: unknown;

beforeAll(async () => {
  world = await startWorld();
  before = await world.marks();
}, 60_000);

afterAll(() => world.stop(), 30_000);

// A request that was refused has left no trace.
afterEach(async () => expect(await world.marks()).toEqual(before));

const TYPE: Expected = { status: 415, type: 'http/file-type' };

it.each(uploads as readonly ActionRoute[])('$operation takes one file, whole, of its kinds', async (route) => {
  const { operation, upload } = route;
  const faults: string[] = [];
  const refused = async (what: string, sent: Parameters<World['send']>[1], expected: Expected) => {
    const found = faultsOf(await world.send(operation, sent), expected);
    faults.push(...found.map((fault) => `${what} ${fault}`));
  };
  const others = ['application/json', 'multipart/form-data; boundary=x', 'text/html', undefined];
  for (const type of others.filter((one) => one === undefined || !upload!.types.includes(one))) {
    const raw = typeof type === 'string' ? 'a;b' : Uint8Array.of(1);
    await refused(`as ${type}`, { raw, headers: { 'content-type': type } }, TYPE);
  }
  await refused('packed', { headers: { 'content-encoding': 'gzip' } }, TYPE);
  await refused('empty', { raw: '' }, { status: 422, type: 'http/file-empty' });
  await refused(
    'too large',
    { raw: new Uint8Array(upload!.maxBytes + 1) },
    { status: 413, type: 'http/file-too-large' },
  );
  await refused('built on a version', { headers: { 'if-match': '"1"' } }, { status: 422 });
  for (const key of isOpen(route) ? [] : [undefined, 'short', 'x'.repeat(101)]) {
    const expected = { status: 422, type: 'http/no-idempotency-key' };
    await refused(`under the key ${key}`, { headers: { 'idempotency-key': key } }, expected);
  }
  expect(faults).toEqual([]);
});

it.each(uploads)('$operation forgets a file that never came to its end', async (route) => {
  const example = exampleOf(route.operation);
  const { raw, headers } = sentOf(example);
  const head = {
    host: 'x',
    ...(isOpen(route) ? {} : { authorization: `Bearer ${issueToken(world.config, scopeOf(route)!)}` }),
    'idempotency-key': 'cut-short-1',
    'content-length': String(String(raw).length + 1),
    ...headers,
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
  const socket = connect(Number(new URL(world.url).port), '127.0.0.1');
  socket.write(`POST ${withQuery(world.address(route.operation), example.query)} HTTP/1.1\r\n${lines.join('')}\r\n`);
  await new Promise((done) => socket.write(String(raw), done));
  await new Promise((done) => setTimeout(done, 200));
  socket.destroy();
  await new Promise((done) => setTimeout(done, 200));
});
